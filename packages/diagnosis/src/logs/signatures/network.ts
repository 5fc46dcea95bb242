import { SignatureDefinition } from './Signature';
import { ADDRESS, HOST, QUOTE } from './parts';

const r = String.raw;

/** Names that don't resolve, addresses that don't answer. */
export const networkSignatures: SignatureDefinition[] = [
  {
    name: 'dns-name-not-found',
    category: 'dns',
    weight: 0.92,
    pattern: r`(?:could not translate host name "(?<host>[^"]{1,253})" to address|lookup (?<host2>[\w.-]{1,253})(?: on (?<server>[\d.:\[\]a-f]{1,60}))?: (?:no such host|server misbehaving|no answer|Temporary failure)|getaddrinfo (?:ENOTFOUND|EAI_AGAIN|EAI_NONAME) ?(?<host3>[\w.-]{0,253})|java\.net\.UnknownHostException:? ?(?<host4>[\w.-]{0,253})|could not resolve host:? ${QUOTE}(?<host5>[\w.-]{1,253})|host not found in upstream "(?<host6>[\w.-]{1,253})[:"]|unable to resolve host(?: address)? ${QUOTE}(?<host7>[\w.-]{1,253})|failed to resolve ${QUOTE}(?<host8>[\w.-]{1,253})${QUOTE} ?(?:\(|after|:)|unknown host:? ${QUOTE}(?<host9>[\w.-]{1,253})|getaddrinfo for (?<host0>[\w.-]{1,253}) failed)`,
    says: 'The name[ {host}] can not be resolved[ (DNS server {server})].',
  },
  {
    name: 'dns-failed',
    category: 'dns',
    weight: 0.86,
    pattern: r`(?:Name or service not known|Temporary failure in name resolution|nodename nor servname provided|No address associated with hostname|Name does not resolve|NXDOMAIN|SERVFAIL|no such host is known|No such host is known|\bENOTFOUND\b|EAI_AGAIN|UnknownHostException|NameResolutionError|NameResolutionFailure|dns error: failed to lookup|php_network_getaddresses: getaddrinfo|socket\.gaierror|DnsNameResolverTimeoutException|DNS resolution (?:failed|error|timed out)|(?:could not|cannot|can't|unable to|failed to) resolve (?:the )?(?:host|hostname|address|domain|name)\b|bad address '(?<host>[\w.-]{1,253})'|no servers could be reached|connection timed out; no servers|host(?:name)? (?:could not be|cannot be|not) resolved)`,
    says: 'A host name[ {host}] can not be resolved.',
  },
  {
    name: 'connection-refused',
    category: 'dependency-down',
    weight: 0.85,
    pattern: r`(?:dial tcp ${ADDRESS}: connect: connection refused|connect ECONNREFUSED (?<host2>[\w.:-]{1,253}?):(?<port2>\d{1,5})\b|connection to server at "(?<host3>[^"]{1,253})"[^,]{0,60}, port (?<port3>\d{1,5}) failed: Connection refused|Connection to (?<host4>[\w.-]{1,253}):(?<port4>\d{1,5}) refused|connect to (?<host5>[\w.-]{1,253}) port (?<port5>\d{1,5})(?: after \d{1,9} ms)?:? (?:failed: )?(?:Connection refused|Couldn't connect to server)|Failed to connect to (?:\/?)(?<host6>[\w.-]{1,253})(?:\/[\d.]{1,40})?:(?<port6>\d{1,5}))`,
    says: 'Nothing accepts connections at {host}[:{port}] (connection refused).',
  },
  {
    name: 'connection-refused-plain',
    category: 'dependency-down',
    weight: 0.8,
    pattern: r`(?:connection (?:was |is )?(?:actively )?refused|\bECONNREFUSED\b|ConnectionRefusedError|ConnectException: Connection refused|No connection could be made because the target machine actively refused it|tcp connect error: Connection refused|\(111\)|errno ?=? ?111\b|os error 111|Verbindung verweigert|conexi[oó]n rechazada|connexion refus[eé]e)`,
    says: 'A connection[ to {host}[:{port}]] was refused: nothing listens there.',
  },
  {
    name: 'connection-timed-out',
    category: 'dependency-down',
    weight: 0.82,
    pattern: r`(?:dial tcp ${ADDRESS}: (?:i\/o timeout|connect: (?:connection timed out|operation timed out|no route to host|network is unreachable))|connect (?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH) (?<host2>[\w.:-]{1,253}?):(?<port2>\d{1,5})\b|could not connect to "?(?<host3>[\w.-]{1,253})"? port (?<port3>\d{1,5}): (?:Connection timed out|Operation timed out|timeout)|connection to server at "(?<host4>[^"]{1,253})"[^,]{0,60}, port (?<port4>\d{1,5}) failed: (?:Connection timed out|timeout expired|Operation timed out|No route to host)|Connect to (?<host5>[\w.-]{1,253}):(?<port5>\d{1,5}) (?:\[[^\]]{0,200}\] )?failed: (?:connect timed out|Connect timed out|Read timed out|No route to host)|Failed to connect to (?<host6>[\w.-]{1,253}) port (?<port6>\d{1,5}) after \d{1,9} ms: (?:Timeout|Connection timed out|Operation timed out))`,
    says: 'No answer from {host}:{port} within the time limit: down, overloaded or cut off by a network policy or firewall.',
  },
  {
    name: 'connection-timed-out-plain',
    category: 'dependency-down',
    weight: 0.76,
    pattern: r`(?:\bconnection (?:attempt )?timed[ -]?out|\bconnect(?:ion)? ?time-?out\b|\bETIMEDOUT\b|\bESOCKETTIMEDOUT\b|ConnectTimeout(?:Error|Exception)?|SocketTimeoutException|read timed out|ReadTimeout(?:Error)?|i\/o timeout|context deadline exceeded|net\/http: request canceled|Client\.Timeout exceeded|operation timed out|request timed out|upstream timed out|DEADLINE_EXCEEDED|DeadlineExceeded desc|HttpRequestException: .{0,80}timed out|TaskCanceledException|TimeoutError\b|timeout of \d{1,9} ?ms exceeded|timed out after \d{1,9} ?(?:ms|s|sec|seconds|milliseconds)?\b|timed out waiting for (?:a )?(?:response|connection|reply|server)|Zeit\xfcberschreitung|Zeitlimit \xfcberschritten)`,
    says: 'A call[ to {host}[:{port}]] got no answer within its time limit.',
  },
  {
    name: 'host-unreachable',
    category: 'dependency-down',
    weight: 0.84,
    pattern: r`(?:no route to host|network is unreachable|\bEHOSTUNREACH\b|\bENETUNREACH\b|host is unreachable|NoRouteToHostException|host is down\b)`,
    says: 'The network has no way to[ {host}[:{port}]] the called host.',
  },
  {
    name: 'connection-reset',
    category: 'dependency-down',
    weight: 0.62,
    pattern: r`(?:connection reset by peer|\bECONNRESET\b|Connection reset\b|broken pipe|\bEPIPE\b|socket hang up|unexpected end of file from server|remote end closed connection without response|server disconnected|unexpected EOF|connection (?:was )?(?:aborted|closed) (?:by|unexpectedly)|upstream prematurely closed connection|transport is closing|premature close|RemoteDisconnected)`,
    says: 'The other side[ {host}[:{port}]] cut the connection.',
  },
  {
    name: 'dependency-gave-up',
    category: 'dependency-down',
    weight: 0.9,
    pattern: r`(?:(?:giving up|gave up|aborting|exiting)[^\n]{0,100}(?:not reachable|unreachable|unavailable|connect)|could not (?:reach|connect to) ${QUOTE}(?<host2>[\w.-]{1,253})(?::(?<port2>\d{1,5}))?${QUOTE} after \d{1,4} (?:attempts|tries|retries)|(?:failed|unable) to connect (?:to [^\n]{1,100} )?after \d{1,4} (?:attempts|tries|retries)|(?:max(?:imum)?|all) (?:number of )?(?:connection )?(?:retries|attempts|tries)[^\n]{0,30}(?:exceeded|exhausted|reached|failed))`,
    says: 'The program gave up connecting[ to {host}[:{port}]].',
  },
  {
    name: 'cannot-connect',
    category: 'dependency-down',
    weight: 0.78,
    pattern: r`(?:(?:could ?n[o']t|cannot|can't|unable to|failed to|failure to|failed) (?:to )?(?:connect|reach|contact|establish (?:a )?connection)(?:ing)? (?:to|with)? ?(?:(?:the|upstream|database|server|broker|host|cache|remote|service|instance|cluster|node|endpoint|url:?|at|on) ){0,4}(?!(?:to|with|at|on|the|database|server|broker|host|service|endpoint|url)\b(?!-))${QUOTE}(?:[a-z][a-z0-9+]{1,20}:\/\/)?(?:[^\s@\/]{1,80}@)?${HOST}${QUOTE}(?: port |:)?(?<port2>\d{1,5})?|(?:error|failure) (?:connecting|while connecting|opening connection) to ${QUOTE}(?<host2>[\w.-]{1,253})|connection to ${QUOTE}(?<host3>[\w.-]{1,253})${QUOTE}(?::(?<port3>\d{1,5}))? (?:failed|lost|could not be established))`,
    says: 'The program can not connect to {host}[:{port}].',
  },
  {
    name: 'peer-down',
    category: 'dependency-down',
    weight: 0.78,
    pattern: r`(?:\b(?:peer|broker|upstream|backend|primary|master|leader|replica|cluster|database|server|service|dependency|gateway|provider|redis|kafka|postgres|mysql|mongo\w{0,3}|rabbitmq|vault|consul|etcd) ["']?(?<host>[\w.:@-]{0,200})["']? ?(?:is |was |went |appears |seems |marked )(?:to be )?(?:down|unreachable|unavailable|offline|not (?:reachable|available|responding))|\bpeer (?:is )?down\b|no (?:healthy|available|reachable|live|alive) (?:upstreams?|backends?|hosts?|nodes?|brokers?|servers?|endpoints?|peers?|replicas?)(?: available)?|no (?:leader|primary) (?:found|elected|available)|lost (?:connection to|contact with) (?:the )?(?<host2>[\w.:-]{1,200}))`,
    says: 'Something that the program needs is down[: {host}].',
  },
  {
    name: 'grpc-unavailable',
    category: 'dependency-down',
    weight: 0.83,
    pattern: r`(?:code ?= ?Unavailable|StatusCode\.UNAVAILABLE|UNAVAILABLE: (?:io exception|upstream|no healthy|failed to connect)|status: Unavailable|14 UNAVAILABLE|rpc error: code = (?<code>Unavailable|DeadlineExceeded))`,
    says: 'A gRPC service[ at {host}[:{port}]] is unavailable.',
  },
  {
    name: 'proxy-refused',
    category: 'dependency-down',
    weight: 0.84,
    pattern: r`(?:Proxy CONNECT aborted|proxyconnect tcp|407 Proxy Authentication Required|Unable to connect to proxy|ProxyError\(|tunneling socket could not be established)`,
    says: 'The HTTP proxy refused or did not answer.',
  },
  {
    name: 'listen-address-unavailable',
    category: 'crash-loop-config',
    weight: 0.9,
    pattern: r`(?:cannot assign requested address|EADDRNOTAVAIL|Can't assign requested address|The requested address is not valid in its context)`,
    says: 'The program listens on (or dials from) an address[ {host}[:{port}]] which this container does not have.',
  },
  {
    name: 'port-in-use',
    category: 'port-conflict',
    weight: 0.94,
    pattern: r`(?:(?:listen (?:tcp|udp)\d? (?<addr>[^\s]{0,253}?):(?<port>\d{1,5}): bind: )?address (?:is )?already in use|EADDRINUSE:?(?: address already in use)?(?: [\w.:\[\]*]{0,100}:(?<port2>\d{1,5}))?|bind\(\) to [^\s]{0,253}?:(?<port3>\d{1,5}) failed \(98|Port (?<port4>\d{1,5}) (?:is |was )?(?:already in use|already being used|in use|already allocated|occupied)|port is already allocated|[Cc]onnection in use: \('[^']{0,100}', (?<port6>\d{1,5})\)|WSAEADDRINUSE|Only one usage of each socket address|java\.net\.BindException|Identify and stop the process that's listening on port (?<port5>\d{1,5})|Adresse wird bereits verwendet|direcci[oó]n ya est[aá] en uso)`,
    says: 'The port[ {port}] is already in use: another process in the pod (or on the host network) listens there.',
  },
  {
    name: 'port-privileged',
    category: 'permission-denied',
    weight: 0.93,
    pattern: r`(?:bind\(\) to [^\s]{0,253}?:(?<port>\d{1,5}) failed \(13: Permission denied\)|listen (?:tcp|udp)\d? [^\s]{0,253}?:(?<port2>\d{1,5}): bind: permission denied|listen EACCES:? (?:permission denied )?[^\s]{0,253}?:(?<port3>\d{1,5})|SocketException: Permission denied)`,
    says: 'The process may not bind port[ {port}]: ports below 1024 need root or NET_BIND_SERVICE.',
  },
];
