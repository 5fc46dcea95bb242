import { Detector } from './Detector';
import { isReference } from '../secretValues';

/** Header, separator in any spelling, scheme; the credentials reach to the quote, bracket or space that ends them. */
const AUTHORIZATION =
  /((?:proxy-)?authorization["'\\\])]{0,6}\s{0,4}(?:=>|[:=,])\s{0,4}[[("'\\]{0,6}(?:bearer|basic|token|apikey|api-key|negotiate|ntlm|digest|aws4-hmac-sha256|signature|key|splunk|genie_?key|ghost|hawk|oauth|sso-key|bot|glsa|dpop)(?:\s{1,4}|%20|\+))([^\s"'`\\\]),;}<]{3,}(?:,\s?[\w-]{1,30}=(?:"[^"]{0,300}"|[^\s"',]{1,300}))*)/gi;
const SCHEME = /\b((?:bearer|basic)(?:\s{1,4}|%20)(?:token\s)?["']?)([A-Za-z0-9._~+/:-]{6,8192}={0,2})/gi;
const COOKIES = /((?:set-)?cookie["'\\]{0,6}\s?[:=]\s?[[("'\\]{0,6})([^"'`\\\]\r\n]{1,8192})/gi;
const COOKIE = /([\w.%-]{1,80})=([^;\s,"']{8,4096})/g;
const COOKIE_ATTRIBUTE = /^(?:path|domain|expires|max-age|samesite|version|priority|comment)$/i;

/** "Authorization: Basic authentication required" */
function isStatement(text: string): boolean {
  return /^(?:realm|error|authentication|authorization|auth|token|scheme|header|required|missing|invalid|not|is|was)\b/i.test(
    text,
  );
}

function looksLikeCredentials(text: string): boolean {
  if (isStatement(text) || isReference(text)) {
    return false;
  }
  return text.length >= 24 ? !/^[a-z-]+$/.test(text) : /\d/.test(text) || /[a-z][A-Z]/.test(text) || text.endsWith('=');
}

/** Credentials in HTTP headers, wherever they are quoted: requests, curl commands, dumps of maps, code. */
export const headers: Detector = {
  markers: ['authorization', 'bearer', 'basic ', 'cookie', 'aws4-hmac'],
  redact(line, hide) {
    return line
      .replace(AUTHORIZATION, (whole, before: string, credentials: string) =>
        isReference(credentials) || isStatement(credentials) ? whole : before + hide('authorization', credentials),
      )
      .replace(SCHEME, (whole, before: string, credentials: string) =>
        looksLikeCredentials(credentials) ? before + hide('authorization', credentials) : whole,
      )
      .replace(COOKIES, (_, before: string, cookies: string) => {
        const hidden = cookies.replace(COOKIE, (pair: string, name: string, value: string) =>
          COOKIE_ATTRIBUTE.test(name) || isReference(value) ? pair : `${name}=${hide('cookie', value)}`,
        );
        return before + hidden;
      });
  },
};
