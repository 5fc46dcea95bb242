import { isPlaceholder } from '../Placeholders';
import { isNameShaped, isReference } from '../secretValues';
import { Detector, detectPattern } from './Detector';

function isLiteralSecret(text: string): boolean {
  return !isPlaceholder(text) && !isReference(text) && !/^%[sdvq]$|^\{\w{0,40}\}$/.test(text);
}

/** Secrets that code hands to a function: no name stands before them but that of the function. */
export const calls: Detector[] = [
  // config.setPassword("hunter2"), .withClientSecret('…')
  detectPattern(
    'password',
    'password(|secret(|token(|apikey(|passphrase(|pwd(',
    /(\b(?:set|with|add|use)_?\w{0,30}(?:password|passphrase|secret|token|apikey|pwd)\(\s{0,4}["'`])([^"'`\n]{3,1024})(?=["'`]\s{0,4}\))/gi,
    text => isLiteralSecret(text) && (/\d/.test(text) || !isNameShaped(text)),
  ),
  // auth=("app", "hunter2"), HTTPBasicAuth('app', 'hunter2'), smtp.login("app", "hunter2")
  detectPattern(
    'password',
    'auth|login(|getconnection(|credential',
    /((?:\bauth["']?\s{0,4}[=:]\s{0,4}[([]|\b\w{0,30}(?:auth|authentication|login|credentials?)\(|getconnection\([^,\n]{1,300},)\s{0,4}["'][^"'\n]{1,128}["']\s{0,4},\s{0,4}["'])([^"'\n]{3,512})(?=["'])/gi,
    isLiteralSecret,
  ),
  // Credentials("realm", "host", "app", "hunter2")
  detectPattern(
    'password',
    'credentials(',
    /(\bcredentials\(\s{0,4}["'][^"'\n]{0,128}["']\s{0,4},\s{0,4}["'][^"'\n]{1,128}["']\s{0,4},\s{0,4}["'][^"'\n]{1,128}["']\s{0,4},\s{0,4}["'])([^"'\n]{3,512})(?=["'])/gi,
    isLiteralSecret,
  ),
];
