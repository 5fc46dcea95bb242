import { isPlaceholder } from './Placeholders';
import { isOneTimeCode, NameClass } from './secretNames';

/** Says that there is no value, or what a value would be. */
const ABSENT = new Set(
  `null none nil undefined true false yes no on off n/a na empty unset masked hidden redacted filtered removed sensitive
  string str text varchar char bool boolean int integer number object any bytes byte required optional env file
  opaque bearer basic await new function func lambda raise return throw`
    .trim()
    .split(/\s+/),
);

/** Words that follow "password:" or "token:" in a sentence: states, verbs, small words. */
const PROSE = new Set(
  `missing invalid expired incorrect wrong rejected failed fail denied ok okay valid mismatch not must is was were are
  has have had cannot can could should would too unknown unauthorized unauthenticated revoked accepted changed updated
  rotated found unexpected refused please enter error errors authentication authorization does did do may and or for
  from with in at to of the a an be been being parse parsing token tokens key keys secret secrets latest check
  verification verified verify get getting set reset resetting generated generating loading loaded using used expected
  exists existing malformed signature unable already only still never mandatory default defaults disabled enabled
  success successful see via if when then than as but by it this that your my our all more less checking create
  created creating update updating refresh refreshed refreshing read reading write writing retrieved fetching fetched
  obtained acquired issued about contains contain length minimum maximum at least couldn't can't won't doesn't isn't
  wasn't don't didn't falsch ungültig abgelaufen fehlt nicht incorrecta inválido caducado`
    .trim()
    .split(/\s+/),
);

const REFERENCES: RegExp[] = [
  /^\$\{[^}]*\}$/,
  /^\$\([^)]*\)$/,
  /^\$[A-Za-z_]\w*$/,
  /^\{\{.*\}\}$/,
  /^\$\{\{.*\}\}$/,
  /^%[A-Za-z_]\w*%$/,
  /^<[^<>]*>$/,
  /^\[(?:redacted|filtered|masked|hidden|removed|secret|protected)\]$/i,
  /^\((?:sensitive|redacted|hidden|known after|none|null|unset|empty)[^)]*\)$/i,
  /^[*•·xX.#-]{3,}$/,
  // expressions of Terraform and of code
  /^(?:var|local|data|module|each|path|terraform|(?:random|aws|azurerm|google|kubernetes|vault|tls)_\w{1,60}|steps|secrets|inputs|hostvars|event|context|props|state|form|body|values|kwargs|user|account)\.[A-Za-z_][\w.-]{0,120}(?:\[[^\]\n]{0,60}\][\w.]{0,60}){0,3}$/,
  // tags of YAML: Ansible, CloudFormation, GitLab, Home Assistant
  /^!(?:vault|Ref|Sub|GetAtt|ImportValue|FindInMap|Join|Select|reference|env|env_var|secret|include|lookup)\b/i,
  // kubectl describe secret
  /^\d{1,9} bytes$/,
  /^(?:vault|secretref|env|file|op|ref\+\w{1,20}|awssm|gcpsm|ssm|keyvault|sops|valueFrom):/i,
  /^arn:aws[\w-]*:/,
  /^projects\/[^/]+\/secrets\//,
  /^@Microsoft\.KeyVault\(/,
  /^(?:~|\.{1,2}|[A-Za-z]:)?[\\/](?:etc|var|run|secrets?|mnt|opt|home|tmp|usr|app|vault|config|root|data|srv|proc|dev|path|certs?|keys?|ssl|tls|credentials|users|workspace|src|conf|docker)(?:[\\/][\w. -]*)*$/i,
  /^(?:process\.env|os\.(?:environ|getenv)|System\.(?:getenv|getProperty)|getenv|env\(|ENV\[|import\.meta|viper\.|settings\.|config\.|cfg\.|self\.|this\.|args\.|opts\.|options\.|req\.|request\.|ctx\.|params\.|\(\) ?=>)/i,
  /^[A-Za-z_][\w.]{0,60}\([\w.]{0,60}$/,
  /^[A-Za-z_][\w.]{0,60}\([^()]{0,80}\)$/,
  /^https?:\/\//i,
  /^(?:your|my|the|insert|enter|some|example|replace|change)[-_ ]?(?:own|real)?[-_ ]?(?:api|access|secret|auth|client|db|database)?[-_ ]?(?:password|token|key|secret|value)(?:[-_ ]?here)?$/i,
];

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const NUMBER = /^[-+]?\d[\d.,_]*(?:%|ms|s|m|h|d|k|b|kb|mb|gb|ki|mi|gi)?$/i;
const DIGEST = /^(?:sha\d+[:-])?(?:[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i;
const TIMESTAMP = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/** `db-credentials-v2`, `shop/orders.tls`: words with a number at most, as people name objects. */
export function isNameShaped(value: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9._/-]{0,252}$/.test(value)) {
    return false;
  }
  const parts = value.split(/[._/-]/);
  return (
    parts.every(part => /^(?:[A-Za-z]{0,14}|[A-Za-z]{1,4}\d{1,3}|\d{1,4}|[a-z]{2,14}\d{1,2})$/.test(part)) &&
    (parts.length > 1 || /^[A-Za-z]{1,14}$/.test(value))
  );
}

/** Whether a value points to a secret, stands for one, or says that there is none. */
export function isReference(value: string): boolean {
  return (
    value === '' ||
    isPlaceholder(value) ||
    ABSENT.has(value.toLowerCase().replace(/(?<![.,;:!?)])[.,;:!?)]+$/, '')) ||
    REFERENCES.some(pattern => pattern.test(value))
  );
}

/** Whether what follows a colon goes on as a sentence: "password: authentication failed". */
export function isProse(value: string): boolean {
  const first = /^[\p{L}']+/u.exec(value)?.[0] ?? '';
  return /^[\s.,;:!?)]?$/.test(value.charAt(first.length)) && PROSE.has(first.toLowerCase());
}

/** Whether a value looks made by chance: long, of mixed characters, and none of the identifiers that are public. */
export function looksRandom(value: string): boolean {
  if (value.length < 12 || value.length > 8_192 || /\s/.test(value)) {
    return false;
  }
  if (UUID.test(value) || DIGEST.test(value) || TIMESTAMP.test(value) || NUMBER.test(value) || isNameShaped(value)) {
    return false;
  }
  if (/^[\w.-]+(?::\d+)?$/.test(value) && /\.(?:svc|local|com|net|org|io|internal|test|de|dev)\b/.test(value)) {
    return false;
  }
  const digits = /\d/.test(value);
  const lower = /[a-z]/.test(value);
  const upper = /[A-Z]/.test(value);
  const kinds = Number(digits) + Number(lower) + Number(upper) + Number(/[^A-Za-z0-9]/.test(value));
  return kinds >= 2 && (digits || (lower && upper)) && entropy(value.slice(0, 256)) >= (value.length < 20 ? 3 : 3.2);
}

/** Bits a character. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / value.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}

/** Whether the value of a name of this class is a secret. */
export function isSecretValue(nameClass: NameClass, name: string, value: string): boolean {
  if (isReference(value)) {
    return false;
  }
  switch (nameClass) {
    case 'password':
      return true;
    case 'secret':
      return value.length >= 3 && !NUMBER.test(value);
    case 'token':
      return value.length >= 5 && !NUMBER.test(value) && /[\p{L}\p{N}]{3}/u.test(value);
    case 'key':
      return value.length >= 5 && !NUMBER.test(value);
    case 'reference':
      return value.length >= 6 && !NUMBER.test(value) && !isNameShaped(value) && /\d|[^\w\s.,:/-]/.test(value);
    default:
      if (
        /(?:password|passwd)_?(?:double_?)?(?:sha\d{1,3}|md5|hash|digest)/i.test(name) &&
        /^[0-9a-f]{32,128}$/i.test(value)
      ) {
        return true;
      }
      if (/(?:sig|signature|hmac|session_?id|sid)$/i.test(name) && /^[0-9a-f]{32,128}$/i.test(value)) {
        return true;
      }
      return isOneTimeCode(name) ? /^\d{4,8}$/.test(value) : looksRandom(value) || isUserAndPassword(value);
  }
}

/** `admin:hunter2`, plain or in base64 as registries store it. */
function isUserAndPassword(value: string): boolean {
  if (/^[A-Za-z0-9+/]{8,4096}={0,2}$/.test(value) && value.length % 4 === 0) {
    try {
      return /^[\x21-\x7e]{1,256}:[\x20-\x7e]{1,4096}$/.test(atob(value));
    } catch {
      return false;
    }
  }
  return false;
}
