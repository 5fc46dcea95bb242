import { SignatureDefinition } from './Signature';
import { HOST, QUOTE } from './parts';

const r = String.raw;

/** What HTTP services that the program calls answer. */
export const upstreamSignatures: SignatureDefinition[] = [
  {
    name: 'upstream-server-error',
    category: 'dependency-down',
    weight: 0.72,
    pattern: r`(?:(?:status(?: ?code)?|HTTP(?:\/[\d.]{1,3})?|response(?: code)?|returned|answered|got|responded(?: with)?|failed with|error|code)["']?\s{0,3}[:=]?\s{0,3}["']?(?<status>50[0234])\b(?! \d{1,9} )|\b(?<status2>502 Bad Gateway|503 Service Unavailable|503 Service Temporarily Unavailable|504 Gateway Time-?out|500 Internal Server Error)|HTTP Error (?<status3>50[0-4])|HTTPError: (?<status4>5\d\d) Server Error|HttpServerErrorException|ServiceUnavailable\b|Bad Gateway\b|Gateway Time-?out)`,
    says: 'A service that the program calls[ ({host}[:{port}])] answers {status}.',
  },
  {
    name: 'upstream-client-error',
    category: 'dependency-down',
    weight: 0.8,
    pattern: r`(?:request failed with status code (?<status>40[02456789]|41\d|42[0-8])|HTTPError: (?<status2>40[02456789]|41\d|42[0-8]) Client Error|(?<status3>40[02456789]) [A-Z][\w ]{2,30} from (?:GET|POST|PUT|DELETE|PATCH) https?:|unexpected (?:http )?status(?: code)?:? (?<status4>40[02456789])\b)`,
    says: 'A service that the program calls[ ({host}[:{port}])] answers {status}[ for {url}].',
  },
  {
    name: 'access-log-server-error',
    category: 'dependency-down',
    weight: 0.62,
    pattern: r`"(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) [^"]{1,2000}(?: HTTP\/[\d.]{1,3})?" (?<status>50[234])\b`,
    says: 'A service that the program calls answers {status}.',
  },
  {
    name: 'upstream-header-too-big',
    category: 'config-invalid',
    weight: 0.93,
    pattern: r`upstream sent too big header[^\n]{0,400}?(?:upstream: "(?<url>[^"]{1,300})"|$)`,
    says: 'The upstream[ {url}] sends a header that is larger than the buffer of the proxy (too big header).',
  },
  {
    name: 'upstream-rate-limited',
    category: 'dependency-down',
    weight: 0.82,
    pattern: r`(?:(?:status(?: ?code)?|HTTP(?:\/[\d.]{1,3})?|response(?: code)?|returned|answered|got|responded(?: with)?|error|code)["']?\s{0,3}[:=]?\s{0,3}["']?429\b|\b429 Too Many|Too Many Requests|rate[- ]?limit(?:ed|er)? ?(?:exceeded|reached|hit|error)|RateLimitError|API rate limit exceeded|throttled by (?:upstream|server|${HOST})|(?:monthly|daily|hourly) (?:quota|limit|allowance)[^\n]{0,40}(?:exceeded|reached|used up|exhausted)|quota (?:has been )?(?:exceeded|exhausted|used up)|insufficient_quota)`,
    says: 'The called service[ {host}] limits the program (429, too many requests).',
  },
  {
    name: 'nginx-no-upstream',
    category: 'dependency-down',
    weight: 0.86,
    pattern: r`(?:no live upstreams while connecting to upstream|connect\(\) failed \(\d{1,3}: (?<problem>[^)]{1,60})\) while connecting to upstream[^\n]{0,400}upstream: "(?<url>[a-z]{1,10}:\/\/(?<host>[\w.-]{1,253})(?::(?<port>\d{1,5}))?[^"]{0,300})"|upstream connect error or disconnect\/reset before headers|no healthy upstream|upstream (?:server )?(?:is )?unavailable|\bno cluster match for URL)`,
    says: 'The proxy can not reach its upstream[ {host}[:{port}]][: {problem}].',
  },
  {
    name: 'upstream-not-found',
    category: 'dependency-down',
    weight: 0.52,
    pattern: r`(?:404 Client Error: Not Found for url:? (?<url>\S{1,300})|(?:upstream|server|api|service|endpoint|request)[^\n]{0,60}(?:returned|answered|responded(?: with)?|status(?: code)?)[:= ]{1,3}404\b|HTTP Error 404|HttpClientErrorException\$NotFound)`,
    says: 'A called service answers 404[ for {url}].',
  },
  {
    name: 'circuit-open',
    category: 'dependency-down',
    weight: 0.78,
    pattern: r`(?:circuit ?-?breaker[^\n]{0,60}(?:is )?(?:now )?(?:open|tripped)\b|CallNotPermittedException|BrokenCircuitException|CircuitBreakerError|hystrix[^\n]{0,60}short-circuited)`,
    says: 'The circuit breaker[ for {host}] is open: the called service failed too often.',
  },
  {
    name: 'term-ended',
    category: 'log-needle',
    weight: 0.9,
    pattern: r`\b(?:licen[sc]e|subscription|trial|contract|entitlement|term|plan|support)\b[^\n]{0,60}?\b(?:expired|ended|lapsed|has run out|was revoked|was suspended)\b`,
    says: 'The right to use something has ended.',
  },
  {
    name: 'license-invalid',
    category: 'crash-loop-config',
    weight: 0.9,
    pattern: r`(?:licen[sc]e (?:key |file )?(?:has |is |was )?(?:expired|invalid|not valid|not found|missing|revoked|exceeded)|invalid licen[sc]e|no valid licen[sc]e|licen[sc]e check failed|could not (?:validate|verify) (?:the )?licen[sc]e)`,
    says: 'The license of the software is missing, invalid or expired.',
  },
  {
    name: 'dependency-unexpected-answer',
    category: 'crash-loop-app-error',
    weight: 0.6,
    pattern: r`(?:Unexpected token ['"\x60]?<|invalid character '<' looking for beginning of value|Unexpected end of JSON input|JSONDecodeError: Expecting value|Expecting value: line 1 column 1)`,
    says: 'Something answered text that is no JSON, often an HTML error page or nothing at all.',
  },
  {
    name: 'insufficient-version',
    category: 'crash-loop-app-error',
    weight: 0.86,
    pattern: r`(?:(?:requires?|needs?|expects?) (?:at least )?${QUOTE}(?<software>[\w.@/-]{2,60})${QUOTE} (?:version )?(?:>=|\^|~|v)? ?(?<wanted>\d[\w.]{0,20})[^\n]{0,40}(?:but|found|got|have|is)|UnsupportedClassVersionError|class file version (?<found>[\d.]{1,6})|(?:protocol|api|schema) version mismatch|GLIBC_(?<wanted2>[\d.]{1,8})' not found|Unsupported engine|The engine "node" is incompatible)`,
    says: 'A version does not fit[: {software} {wanted} is required][ (found {found})].',
  },
];
