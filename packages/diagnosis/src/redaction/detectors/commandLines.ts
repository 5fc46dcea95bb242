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
  passwordFlag('clickhouse-client|cqlsh', '(?:clickhouse-client|cqlsh)', '-p'),
  passwordFlag('redis-cli|valkey-cli', '(?:redis|valkey)-cli', '-a'),
  passwordFlag('ldap', 'ldap(?:search|add|modify|whoami|passwd|delete)', '-w'),
  passwordFlag('sqlcmd|bcp|isql', '(?:sqlcmd|bcp|isql)', '-P'),
  passwordFlag('zip ', '(?:zip|unzip)', '-P'),
  // user and password in one: curl -u app:hunter2, skopeo --creds app:hunter2
  detectPattern(
    'password',
    ' -u|--user|--creds|-creds|--proxy-user|"-u"|\'-u\'',
    /((?:^|[\s"'[])(?:-u|--user|--proxy-user|--creds|--src-creds|--dest-creds)(?:["']?\s?,?\s{0,4}["']?|=["']?)[\w.@+\\-]{1,128}:)([^\s"'`]{1,1024})/g,
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
    /(\b(?:echo|printf)\s{1,4}(?:-n\s{1,4})?["']?)([^\s"'|]{4,1024})(?=["']?\s?\|\s?(?:base64|openssl|(?:docker|podman|helm|oras|skopeo|gh|npm|vault)\b[^\n|]{0,120}(?:stdin|with-token|login)))/g,
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
    /(\bset\s{1,4}["']?[\w./:-]{0,120}(?:secret|token|password|passwd|_auth|key)\w{0,20}["']?\s{1,4}["']?)([^\s"'`]{6,4096})/gi,
    secret => /\d/.test(secret),
  ),
  detectPattern(
    'token',
    'vault login|oc login|gh auth',
    /(\b(?:vault\s{1,4}login|oc\s{1,4}login\s{1,4}--token|gh\s{1,4}auth\s{1,4}login)\s{1,4}(?:token=)?["']?)([A-Za-z0-9][\w.~-]{12,4096})/g,
    secret => /\d/.test(secret),
  ),
];
