import { Hide } from '../Placeholders';
import { isReference, looksRandom } from '../secretValues';
import { Detector } from './Detector';

/** `app:hunter2@tcp(db:3306)/orders` */
const GO_DSN = /([\w.-]{1,64}):([^\s@/:"']{1,128})(@(?:tcp|unix|udp)\()/g;
/** `jdbc:oracle:thin:scott/tiger@db`, `sqlplus scott/tiger@db` */
const ORACLE = /((?::(?:thin|oci):|sqlplus\s{1,8}(?:-\w{1,20}\s{1,8}){0,3})[\w.-]{1,64}\/)([^\s@"']{1,128})(?=@)/gi;

const URL_END = /[\s"'`<>\\|^]/;
/** Characters of a URL in which its password is looked for. */
const URL_LIMIT = 2_048;

function redactUserInfo(line: string, hide: Hide): string {
  let output = '';
  let copied = 0;
  for (let at = line.indexOf('://'); at >= 0; at = line.indexOf('://', at + 3)) {
    const start = at + 3;
    const nextUrl = line.indexOf('://', start);
    const rest = line.slice(start, Math.min(nextUrl < 0 ? line.length : nextUrl, start + URL_LIMIT));
    const secret = rest.includes('@') ? secretOf(rest.split(URL_END, 1)[0]) : undefined;
    if (secret && start >= copied) {
      const from = start + secret.from;
      output += line.slice(copied, from) + hide(secret.kind, line.slice(from, start + secret.to));
      copied = start + secret.to;
    }
  }
  return copied === 0 ? line : output + line.slice(copied);
}

/** Where the password stands in what follows `://`. */
function secretOf(rest: string): { from: number; to: number; kind: string } | undefined {
  const authorityEnd = rest.search(/[/?#]/);
  const authority = authorityEnd < 0 ? rest : rest.slice(0, authorityEnd);
  const colon = rest.indexOf(':');
  let at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  if (at >= 0 && colon >= 0 && colon < at && authorityEnd >= 0 && !/[.:]|^localhost$/.test(host)) {
    // "p@ss/word@db": what follows the first "@" is no host when another one comes before the query
    const path = rest.slice(0, rest.search(/[?#]|$/));
    const late = path.lastIndexOf('@');
    at = late > at && /^[\w.-]+(?::\d+)?(?:\/|$)/.test(path.slice(late + 1)) ? late : at;
  }
  if (at < 0 && colon >= 0 && colon < authority.length && !/^\d{1,5}$/.test(authority.slice(colon + 1))) {
    // a password with a slash that nobody encoded: something like a host must follow its "@"
    const late = rest.lastIndexOf('@');
    at = late > colon && /^[\w.-]+(?:[:/?]|$)/.test(rest.slice(late + 1)) ? late : -1;
  }
  if (at < 0) {
    return undefined;
  }
  if (colon >= 0 && colon < at) {
    const password = rest.slice(colon + 1, at);
    return isReference(password) ? undefined : { from: colon + 1, to: at, kind: 'password' };
  }
  const user = rest.slice(0, at);
  const token = user.length >= 20 && (looksRandom(user) || /^[0-9a-f]{32,64}$/.test(user));
  return token ? { from: 0, to: at, kind: 'token' } : undefined;
}

/** User and password in URLs and the connection strings that resemble them. Queries are {@link keyValues}. */
export const urls: Detector = {
  markers: ['://', '@tcp(', '@unix(', ':thin:', ':oci:', 'sqlplus', '%40'],
  redact(line, hide) {
    let redacted = line.includes('://') ? redactUserInfo(line, hide) : line;
    redacted = redacted.replace(GO_DSN, (whole, user, password, rest) =>
      isReference(password) ? whole : `${user}:${hide('password', password)}${rest}`,
    );
    return redacted.replace(ORACLE, (whole, before, password) =>
      isReference(password) ? whole : before + hide('password', password),
    );
  },
};
