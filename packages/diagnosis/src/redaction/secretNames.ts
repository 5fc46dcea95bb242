/**
 * What the name of a variable, field, flag or header says about its value:
 * - `password`: a secret whatever it looks like, even a number
 * - `secret`, `token`, `key`: a secret, unless the value is a number, a reference or a word of prose
 * - `reference`: a secret or the name of one (`secret: db-credentials`): the value's shape decides
 * - `random`: a secret only when the value looks random
 */
export type NameClass = 'password' | 'secret' | 'token' | 'key' | 'reference' | 'random';

const words = (text: string) => new Set(text.trim().split(/\s+/));

const PASSWORD = words(`password passwd pwd passphrase passcode passwort kennwort contrasena contraseña
  motdepasse senha wachtwoord parola psk heslo salasana adgangskode pgpass requirepass sshpass mnemonic seedphrase`);
const PASSWORD_SUFFIX =
  /(?:password|passwd|passwort|kennwort|passphrase|(?:pg|db|sql|root|admin|user|bind|ldap|smtp|mail|key|store|ftp|ssh|proxy|vpn|wifi)(?:pass|pwd|pw))$/;
/** Only as the last word: `DB_PASS`, not `passThrough`. */
const PASSWORD_LAST = words('pass pw psw passwd');

const SECRET_QUALIFIER = words(`client app application jwt session shared signing webhook api oauth oauth2 consumer
  cookie hmac auth csrf token key encryption master user access private bot channel slack github gitlab google azure
  aws stripe twilio django flask rails nextauth keycloak oidc sso s3 minio vault consul csrf crypto`);
/** `existingSecret: pg-auth` names an object. */
const SECRET_NAMER = words('existing tls pull image ref from kubernetes k8s external sealed generic');

const TOKEN_NEUTRAL_QUALIFIER = words(`page next continue continuation pagination cancellation cancel stop eos bos pad
  unk mask sep cls start end begin max min num total input output prompt completion cached reasoning unexpected illegal
  invalid bad first last previous current per sync resume cursor sequence expected missing unknown syntax lookahead`);

const KEY_QUALIFIER = words(`api access secret private account encryption encrypt decryption signing sign shared auth
  license licence service storage session crypt crypto app application admin deploy ssh client jwt hmac webhook
  integration master write read ingest management primary secondary subscription instrumentation provisioning rsa pgp
  gpg aes wrapping kms root join bearer user devops publish activation product stream personal developer x`);
const KEY_NEUTRAL_QUALIFIER = words(`primary foreign sort partition cache object row idempotency public index
  unique sharding shard message map lookup group dedup lock hot arrow function press state translation i18n config
  label annotation topology host public. pub property dictionary dict json metric field data sub hash range composite
  document registry environment env attribute event kafka record bucket redis s3 aggregate correlation trace alias
  duplicate missing unknown invalid unexpected no secret password token name`);

const TOKEN = words('token accesstoken authtoken refreshtoken idtoken bearertoken jwt bearer pat accesstokens');
const KEY = words('apikey apikeys accesskey secretkey privatekey authkey accountkey sharedaccesskey appkey');
const OTHER_STRONG = words('credential credentials cred creds authorization masterauth masteruser');
const SUFFIXES: [RegExp, NameClass][] = [
  [PASSWORD_SUFFIX, 'password'],
  [/(?:clientsecret|appsecret|authsecret|jwtsecret|secretaccesskey)$/, 'secret'],
  [/(?:auth|access|api|refresh|user|bot|csrf|session|xsrf|identity|id|my|bearer|security|registration)token$/, 'token'],
  [
    /^(?!(?:next|page|nextpage|continue|sync|resume|input|output|prompt|max|min|stop|un|cancellation)token).{3,40}token$/,
    'random',
  ],
  [/(?:apikey|accesskey|secretkey|privatekey|accountkey|encryptionkey|signingkey|licensekey)$/, 'key'],
];

const RANDOM_LAST = words(`key auth sig signature session sessionid sid jsessionid phpsessid cookie salt nonce license
  licence dsn code sas secretid hmac credentials csrf xsrf webhook`);
/** What is left of a password can be guessed offline. */
const DIGEST_WORD = /^(?:sha\d{0,3}|md5?|hash|digest)$/;
const ONE_TIME = words('otp totp pin mfa');

/** A name that ends so speaks about a secret: its file, its age, the service that issues it. */
const NEUTRAL_LAST = words(`file files filename path dir directory folder name names ref refs reference type types kind
  length len size count limit limits max min maximum minimum expiry expires expired expiration exp expire ttl age
  policy policies field fields label labels format version enabled disabled enable disable required optional header
  headers prefix suffix endpoint url uri urls host hostname port addr address proto protocol service services server id
  ids issuer iss audience aud alg algorithm algo method methods mode status state selector rotation interval timeout
  duration store storage manager provider providers class reset change changed usage used budget bucket rate per second
  seconds sec ms minute minutes min day days hour hours at on by in date time timestamp created updated rotated issued
  valid validity invalid verified verify check checks checker error errors err message msg reason hint prompt strength
  score attempts attempt retries retry failures failure failed stdin env var variable column attribute param parameter
  claim claims scope scopes group groups role roles user username login account profile realm domain template pattern
  regex source reader helper plugin driver backend engine cache review request requests response responses number num
  index position pos offset line set unset exists missing found matched match mounts mount volume volumes controller
  operator sync synced webhook gateway proxy worker api app config configmap configuration rules rule resource resources
  list lists checksum fingerprint thumbprint sha sha1 sha256 md5 hashing encoder encoding decoder digest total remaining
  quota generator factory handler validator validation authenticator exchange grant flow lifetime period enforcement
  history complexity callback middleware module package location region zone secretname keyname keyref secretref
  authentication authorizer negotiation support supported allowed denied ok success succeeded enforced issue event
  events log logs level metric metrics test tests case description desc title comment note notes text example kinds
  annotation annotations namespace project subject owner tenant image tag digest release chart rotate renewal refresh
  bits strategy vocabulary vocab ids embeddings window ratio cost price`);
/** Put aside before the last word is judged: `DB_PASSWORD_2`, `token_value`, `SECRET_KEY_BASE64`. */
const NOISE_LAST = words(`value val data base base64 b64 encoded plain plaintext raw string str old new prev previous
  current prod production dev development staging stage stg qa default local live sandbox main text primary secondary
  backup read write rw ro readonly readwrite admin root hex pem json yaml bytes`);

const cache = new Map<string, NameClass | undefined>();
const CACHE_LIMIT = 4_000;

/** Whether a name says that its value is a secret; names are of any spelling: `DB_PASSWORD`, `clientSecret`, `api key`. */
export function classifyName(name: string): NameClass | undefined {
  if (cache.has(name)) {
    return cache.get(name);
  }
  const found = classify(name);
  if (cache.size >= CACHE_LIMIT) {
    cache.clear();
  }
  cache.set(name, found);
  return found;
}

function split(name: string): string[] {
  return name
    .slice(-120)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function classify(name: string): NameClass | undefined {
  const parts = split(name);
  const original = parts.length;
  while (parts.length > 1 && (/^\d+$/.test(parts[parts.length - 1]) || isNoise(parts))) {
    parts.pop();
  }
  const last = parts[parts.length - 1]?.replace(/(?<!\d)\d+$/, '') ?? '';
  const before = parts[parts.length - 2] ?? '';
  // what an identity provider sends: whoever has it can sign in
  if (before === 'saml' && (last === 'response' || last === 'assertion')) {
    return 'token';
  }
  if (last === 'id' && before === 'secret') {
    return 'random';
  }
  if (parts.some(part => PASSWORD.has(part)) && DIGEST_WORD.test(last)) {
    return 'random';
  }
  if (NEUTRAL_LAST.has(last) || (parts.length === original && NEUTRAL_LAST.has(parts[parts.length - 1]))) {
    return undefined;
  }
  // "checksum/secret" is the digest of a Secret
  if (parts.some(part => part === 'checksum' || part === 'sha256')) {
    return undefined;
  }
  return classifyLast(last, before, parts) ?? classifyInner(parts.slice(0, -1));
}

function isNoise(parts: string[]): boolean {
  const last = parts[parts.length - 1];
  // "client-key-data" is a key, "secret_key_base" as well; a lone "data" is nothing
  return NOISE_LAST.has(last) && parts.slice(0, -1).some(part => wordClass(part) || part === 'key' || part === 'pass');
}

function wordClass(word: string): NameClass | undefined {
  if (PASSWORD.has(word)) {
    return 'password';
  }
  if (TOKEN.has(word)) {
    return 'token';
  }
  if (KEY.has(word)) {
    return 'key';
  }
  if (OTHER_STRONG.has(word)) {
    return 'secret';
  }
  if (word === 'secret' || word === 'secrets') {
    return 'reference';
  }
  return SUFFIXES.find(([pattern]) => pattern.test(word))?.[1];
}

function classifyLast(last: string, before: string, parts: string[]): NameClass | undefined {
  const previous = before.replace(/(?<!\d)\d+$/, '');
  if (PASSWORD_LAST.has(last)) {
    return 'password';
  }
  if (last === 'phrase' && (previous === 'pass' || previous === 'seed')) {
    return 'password';
  }
  if ((last === 'token' || last === 'tokens') && TOKEN_NEUTRAL_QUALIFIER.has(previous)) {
    return undefined;
  }
  if (last === 'secret') {
    if (SECRET_NAMER.has(previous)) {
      return 'reference';
    }
    return SECRET_QUALIFIER.has(previous) ? 'secret' : 'reference';
  }
  if (last === 'key' || last === 'keys') {
    if (previous === 'secret' && parts.length === 2) {
      return 'reference';
    }
    // the name of a key in a Secret: "adminPasswordKey: postgres-password"
    if (wordClass(previous) && previous !== 'secret' && !TOKEN.has(previous)) {
      return 'reference';
    }
    if (KEY_QUALIFIER.has(previous) && !(previous === 'primary' && parts.length === 2)) {
      return 'key';
    }
    return KEY_NEUTRAL_QUALIFIER.has(previous) || parts.length === 1 ? undefined : 'random';
  }
  const own = wordClass(last);
  if (own) {
    return own;
  }
  return RANDOM_LAST.has(last) || ONE_TIME.has(last) ? 'random' : undefined;
}

/** A secret word further in front, with no neutral word at the end: `PASSWORD_FOR_ORDERS`. */
function classifyInner(front: string[]): NameClass | undefined {
  for (let index = front.length - 1; index >= 0; index -= 1) {
    const found = wordClass(front[index]);
    if (found) {
      return found === 'token' || found === 'reference' ? 'random' : found;
    }
  }
  return undefined;
}

/** Names of one-time codes, which are short numbers. */
export function isOneTimeCode(name: string): boolean {
  const parts = split(name);
  return ONE_TIME.has(parts[parts.length - 1] ?? '') || (parts.includes('mfa') && parts.includes('code'));
}
