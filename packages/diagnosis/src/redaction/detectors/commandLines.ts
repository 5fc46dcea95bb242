import { looksRandom } from '../secretValues';
import { Detector, detectPattern } from './Detector';

const LIST = '(?:["\']?\\s?,\\s{0,4}["\']?|["\']?\\s{1,4}["\']?)';
const VALUE = '["\']?([^\\s"\'`,;|)\\]]{1,4096})';

/** A flag that is a password for one program and something else for others: `-p x`, `-px`. */
function passwordFlag(markers: string, program: string, flag: string): Detector {
  const attached = flag === '-p' ? '|' : '';
  return detectPattern(
    'password',
    markers,
    new RegExp(`(\\b${program}\\b[^\\n|;&]{0,400}?\\s["']?${flag}(?:${LIST}${attached})(?![-\\s=]))${VALUE}`, 'g'),
    // "-port", "-protocol" with a single dash
    secret => !/^(?:ort|rotocol|rint|aram)/.test(secret) || secret.length > 12,
  );
}

/** Secrets on command lines whose place, not whose name, says what they are. */
export const commandLines: Detector[] = [
  passwordFlag('mysql|mariadb', '(?:mysql\\w{0,10}|mariadb(?:-dump|-admin)?)', '-p'),
  passwordFlag('mongo', 'mongo(?:sh|dump|restore|export|import)?', '-p'),
  passwordFlag(
    'login',
    '(?:docker|podman|nerdctl|buildah|skopeo|helm registry|oras|crane auth|az|az acr|oc)\\s{1,4}login',
    '-p',
  ),
  passwordFlag('sshpass', 'sshpass', '-p'),
  passwordFlag('rdesktop', 'rdesktop', '-p'),
  passwordFlag('mosquitto', 'mosquitto_(?:pub|sub)', '-P'),
  passwordFlag('ipmitool|tsql', '(?:ipmitool|tsql)', '-P'),
  passwordFlag('openssl', 'openssl\\s{1,4}(?:enc|aes\\S{1,20})', '-k'),
  passwordFlag('ncftp|lftp', '(?:ncftp\\w{0,4}|lftp)', '-p'),
  passwordFlag('snmp', 'snmp\\w{1,12}', '-A'),
  passwordFlag('snmp', 'snmp\\w{1,12}', '-X'),
  passwordFlag('plink|pscp|psftp|putty', '(?:plink|pscp|psftp|putty)', '-pw'),
  // attached to its letter: 7z -pSecret
  detectPattern('password', '7z|rar ', /(\b(?:7z[ar]?|rar|unrar)\s[^\n|;&]{0,400}?\s-(?:p|hp))([^\s"']{3,256})/g),
  // FreeRDP, net use, net user
  detectPattern('password', 'freerdp|/u:', /(\s\/p:["']?)([^\s"']{3,256})/g),
  detectPattern(
    'password',
    'net user |net use ',
    /(\bnet user\s{1,4}\S{1,64}\s{1,4}|\bnet use\s{1,4}(?:\S{1,200}\s{1,4}){1,2}(?=\S{1,200}\s{1,4}\/user))(?!\/|\\)([^\s"']{4,256})/gi,
  ),
  // echo app:hunter2 | chpasswd
  detectPattern(
    'password',
    'chpasswd',
    /(\becho\s{1,4}["']?[\w.-]{1,64}:)([^\s"'|]{3,256})(?=["']?\s{0,4}\|[^\n]{0,40}chpasswd)/g,
  ),
  // lftp -u app,hunter2
  detectPattern('password', 'lftp', /(\blftp\b[^\n|;]{0,200}?\s(?:-u|--user)\s{0,4}[\w.@-]{1,64},)([^\s"']{3,256})/g),
  // sqlplus's siblings: expdp scott/tiger@db
  detectPattern(
    'password',
    'expdp|impdp|rman |sqlldr',
    /(\b(?:expdp|impdp|rman\s{1,4}target|sqlldr)\s{1,4}["']?[\w.-]{1,64}\/)([^\s@"']{3,128})/gi,
  ),
  // client certificates: curl --cert client.p12:hunter2
  detectPattern(
    'password',
    '--cert|--proxy-cert|curl',
    /(\bcurl\b[^\n|;]{0,400}?\s(?:--cert|--proxy-cert|-E)[ =]{1,4}["']?[^\s:"']{1,256}:)([^\s"']{3,256})/g,
  ),
  // poetry config http-basic.acme user hunter2, bundle config gems.acme.io user:hunter2
  detectPattern('password', 'http-basic.', /(\bhttp-basic\.[\w.-]{1,80}\s{1,4}\S{1,80}\s{1,4}["']?)([^\s"']{3,256})/g),
  detectPattern('token', 'pypi-token.', /(\bpypi-token\.[\w.-]{1,80}\s{1,4}["']?)([^\s"']{3,512})/g),
  detectPattern(
    'password',
    'bundle_|bundle ',
    /(\bBUNDLE_\w{1,80}["']?\s{0,4}[=:]\s{0,4}["']?[\w.-]{1,80}:|\bbundle config (?:set )?(?:--\w{1,20} )?[\w.-]{1,100} [\w.-]{1,80}:)(?!\/\/)([^\s"':]{3,256})/g,
  ),
  // redis> AUTH hunter2, ACL SETUSER app on >hunter2
  detectPattern(
    'password',
    '> auth ',
    /(:\d{1,5}(?:\[\d{1,2}\])?> auth\s{1,4}(?:[^\s"']{1,64}\s{1,4}(?=\S{1,256}\s{0,4}$))?["']?)([^\s"']{3,256})/gi,
  ),
  detectPattern(
    'password',
    'setuser| >',
    /(\b(?:setuser|user)\s{1,4}\S{1,64}\s(?:[^\s>]{1,40}\s){0,8}>)([^\s"']{3,256})/gi,
  ),
  // SMTP and IMAP
  detectPattern(
    'authorization',
    'auth plain|authenticate plain|auth login|xoauth2',
    /(\bauth(?:enticate)?\s(?:plain|login|xoauth2)\s{1,4})([A-Za-z0-9+/]{8,8192}={0,2})/gi,
  ),
  detectPattern(
    'password',
    'convertto-securestring',
    /(\bConvertTo-SecureString\s(?:-\w{1,20}\s){0,4}["'])([^"'\n]{1,256})(?=["'])/gi,
  ),
  passwordFlag('clickhouse-client|cqlsh', '(?:clickhouse-client|cqlsh)', '-p'),
  passwordFlag('redis-cli|valkey-cli', '(?:redis|valkey)-cli', '-a'),
  passwordFlag('ldap', 'ldap(?:search|add|modify|whoami|passwd|delete)', '-w'),
  passwordFlag('sqlcmd|bcp|isql', '(?:sqlcmd|bcp|isql)', '-P'),
  passwordFlag('zip ', '(?:zip|unzip)', '-P'),
  // user and password in one: curl -u app:hunter2, skopeo --creds app:hunter2
  detectPattern(
    'password',
    ' -u|--user|--creds|-creds|--proxy-user|"-u"|\'-u\'| -a |--auth ',
    /((?:^|[\s"'[])(?:-u|-U|--user|--proxy-user|--auth|-a|--creds|--src-creds|--dest-creds)(?:["']?\s?,?\s{0,4}["']?|=["']?)[\w.@+\\-]{1,128}:)([^\s"'`]{1,1024})/g,
    secret => !/^(?:\d{1,5}$|\/\/)/.test(secret),
  ),
  detectPattern('password', 'smbclient', /(\bsmbclient\b[^\n|;]{0,400}?-U\s?["']?[^\s%"']{1,128}%)([^\s"']{1,256})/g),
  detectPattern(
    'password',
    'htpasswd',
    /(\bhtpasswd\s{1,4}-\w{0,8}b\w{0,8}\s{1,4}\S{1,256}\s{1,4}\S{1,128}\s{1,4}["']?)([^\s"']{1,256})/g,
  ),
  detectPattern(
    'password',
    'rabbitmqctl',
    /(\brabbitmqctl\s{1,4}(?:add_user|change_password|authenticate_user)\s{1,4}\S{1,128}\s{1,4}["']?)([^\s"']{1,256})/g,
  ),
  detectPattern('password', '-pass', /(\s-pass(?:in|out)?\s{1,4}["']?pass:)([^\s"']{1,256})/g),
  // echo hunter2 | base64, echo x | docker login --password-stdin
  detectPattern(
    'secret',
    'echo |printf ',
    /(\b(?:echo|printf)\s{1,4}(?:-n\s{1,4})?["']?)([^\s"'|]{4,1024})(?=["']?\s?\|\s?(?:base64|openssl|(?:docker|podman|helm|oras|skopeo|gh|npm|vault)\b[^\n|]{0,120}(?:stdin|with-token|login|secret)))/g,
  ),
  detectPattern('secret', '<<<', /(<<<\s?["']?)([^\s"']{4,4096})(?=["']?\s?(?:$|\|))/g, looksRandom),
  // every literal of a new Secret, whatever its key
  {
    markers: ['from-literal'],
    redact: (line, hide) =>
      /\bsecret\s/.test(line)
        ? line.replace(
            /(--from-literal(?:=|\s{1,4})["']?[\w.-]{1,253}=["']?)([^\s"'`[]{1,4096})/g,
            (_, before: string, secret: string) => before + hide('secret', secret),
          )
        : line,
  },
  // aws configure set aws_secret_access_key x; npm config set //registry/:_authToken x
  detectPattern(
    'secret',
    ' set ',
    /(\bset\s{1,4}(?:--?[\w=-]{1,30}\s{1,4}){0,3}["']?[\w./:-]{0,120}(?:secret|token|password|passwd|_auth|key)\w{0,20}["']?\s{1,4}["']?)([^\s"'`]{6,4096})/gi,
    secret => /\d/.test(secret),
  ),
  detectPattern(
    'token',
    'vault login|oc login|gh auth',
    /(\b(?:vault\s{1,4}login|oc\s{1,4}login\s{1,4}--token|gh\s{1,4}auth\s{1,4}login)\s{1,4}(?:token=)?["']?)([A-Za-z0-9][\w.~-]{12,4096})/g,
    secret => /\d/.test(secret),
  ),
];
