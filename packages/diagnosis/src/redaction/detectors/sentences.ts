import { classifyName } from '../secretNames';
import { isSecretValue, looksRandom } from '../secretValues';
import { Detector, detectPattern } from './Detector';
import { kindOf } from './keyValues';

const SETTING = /(^\s{0,40})([A-Za-z][\w.-]{1,60})([ \t]{1,20})([^\s=:"']{6,1024})(?=[ \t]{0,8};?$)/g;

/** Letters with digits or signs in between, as no word of a sentence has. */
function isPasswordLike(text: string): boolean {
  const bare = text.replace(/[.,;:!?)\]]{1,8}$/, '');
  const mixed = /\p{L}/u.test(bare) && /[\d!@#$%^&*+~?]/.test(bare);
  const other =
    /^[\w-]{1,40}\/|^\w{1,60}[=(]|:\/\/|^sha\d|^md5|^bcrypt|^v\d|^\d+(?:st|nd|rd|th|s|ms|m|h|d)$|^[a-z]+-\d$/i;
  return mixed && !other.test(bare);
}

/** Secrets that follow a word: configuration of one word and a space, SQL, and what people write. */
export const sentences: Detector[] = [
  // .netrc
  detectPattern('password', 'password', /(\blogin\s{1,4}\S{1,128}\s{1,4}password\s{1,4})(\S{1,1024})/g),
  detectPattern('password', 'password', /(^\s{0,40}password\s{1,4})(\S{6,1024})(?=\s{0,8}$)/g, secret =>
    /\d|[^\w]/.test(secret),
  ),
  // "[sudo] password for jane: …"
  detectPattern(
    'password',
    'password for |passphrase for ',
    /(\bpass(?:word|phrase) for (?:user |key )?[^\s:]{1,200}:\s{1,4})(\S{4,256})/gi,
    isPasswordLike,
  ),
  // one word of configuration and its value: bindpw, rootpw, auth_pass, authtoken
  {
    markers: ['pass', 'pwd', 'secret', 'token', 'key', 'auth', 'cred', 'pw ', 'pw\t'],
    redact: (line, hide) =>
      line.replace(SETTING, (whole, before: string, name: string, between: string, value: string) => {
        const nameClass = classifyName(name);
        return nameClass && isPasswordLike(value) && isSecretValue(nameClass, name, value)
          ? before + name + between + hide(kindOf(nameClass), value)
          : whole;
      }),
  },
  // chat: "try with pw hunter2", "New value: …" of a reset
  detectPattern('password', 'pw ', /(\bpw\s{1,4}(?:is\s{1,4})?["'`]?)([^\s"'`]{5,256})/gi, isPasswordLike),
  detectPattern(
    'password',
    'new value: ',
    /(^New value: )(\S{8,256})(?=\s{0,8}$)/g,
    secret => isPasswordLike(secret) && looksRandom(secret),
  ),
  detectPattern(
    'password',
    'random_password',
    /(\brandom_password\b[^\n]{0,400}?"result"\s{0,4}:\s{0,4}")([^"\n]{4,512})/g,
  ),
  // redis.conf
  detectPattern(
    'password',
    'requirepass|masterauth|auth-pass',
    /(\b(?:requirepass|masterauth|sentinel auth-pass \S{1,64})\s{1,4}["']?)([^\s"']{1,1024})/g,
  ),
  // a cookie jar, as curl and wget write it
  detectPattern(
    'secret',
    'true\t|false\t',
    /((?:TRUE|FALSE)\t\S{1,200}\t(?:TRUE|FALSE)\t\d{1,20}\t[^\t\n]{1,100}\t)([^\t\n]{6,4096})/g,
    looksRandom,
  ),
  // SQL
  detectPattern('password', 'password(', /(\bpassword\(\s{0,4}')([^'\\\n]{1,512})(?=')/gi),
  detectPattern(
    'password',
    'identified by',
    /(\b(?:create|alter)\s{1,4}user\s{1,4}\S{1,128}\s{1,4}identified\s{1,4}by\s{1,4})([^\s;'"\\]{1,512})/gi,
  ),
  detectPattern(
    'password',
    'identified|password',
    /(\b(?:identified\s{1,4}(?:with\s{1,4}\S{1,40}\s{1,4})?by|password)\s{1,4}[EN]?\\?')([^'\\\n]{1,512})(?=\\?')/gi,
    secret => !/\s/.test(secret) || /\d/.test(secret),
  ),
  detectPattern('password', 'identified', /(\bidentified\s{1,4}by\s{1,4}\\?")([^"\\]{1,512})/gi),
  // "the password is hunter2", "password hunter2 was rejected", "Passwort lautet …"
  detectPattern(
    'password',
    'passw|passphrase|kennwort|contrase|clave|pwd|mot de passe|senha|wachtwoord|heslo|salasana|adgangskode|senord|parola',
    /(\b(?:password|passwd|passphrase|passwort|kennwort|contraseña|clave|pwd|mot de passe|senha|wachtwoord|heslo|salasana|adgangskode|lösenordet|lösenord|parola)\s{1,4}(?:(?:(?:of|for|di|del|de|von|für|para|pour|van|do|da|du|della|för|til)\s{1,4}(?:[^\s]{1,40}\s{1,4}){2,4}(?=(?:is|was|lautet|ist|es|est|é|è|jest)\s))|(?:(?:of|for|to|di|del|de|von|für|para|pour|van|do|da|du|della|för|til) [^\s]{1,60}\s{1,4}){0,2})(?:(?:is|was|of|to|as|used|provided|set|now|changed|reset|lautet|ist|es|est|é|è|to|är|er|je|on|entered|given|supplied|value)\s{1,4}){0,4}["'`]?)([^\s"'`]{5,256})/gi,
    isPasswordLike,
  ),
  detectPattern(
    'token',
    'token|secret|key',
    /(\b(?:token|secret|api[ _-]?key|access[ _-]?key|secret[ _-]?key|license[ _-]?key)\s{1,4}(?:(?:is|was|of|to|used|provided|set|now|ist|value)\s{1,4}){0,3}["'`(]?)([A-Za-z0-9][\w.~+/=-]{15,4096})/gi,
    looksRandom,
  ),
];
