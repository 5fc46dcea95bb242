import { SignatureDefinition } from './Signature';

const r = String.raw;

/** What healthy programs print although it has words like "error" in it, and what says that trouble is over. */
export const harmlessSignatures: SignatureDefinition[] = [
  {
    name: 'log-not-kept',
    pattern: r`^(?:unable to retrieve container logs for|failed to (?:try resolving symlinks in path|open log file|get container log)|rpc error: code = NotFound[^\n]{0,200}container)`,
    says: 'The kubelet no longer has this log; the line is not from the container.',
  },
  {
    name: 'recovered',
    meaning: 'recovery',
    pattern: r`(?:retr(?:y|ies|ied) (?:\S{1,30} )?(?:succeeded|successful|ok\b|worked)|succeeded (?:after|on|at) (?:\S{1,12} ){0,3}(?:retr(?:y|ies)|attempt)|delivered (?:on|after) (?:\S{1,12} )?(?:retry|attempt)|\bre-?connected\b|^(?:[\w-]{1,40} )?(?:(?:is|now|successfully) )?connected(?: to \S{1,200})?[.!]?$|re-?connect(?:ion)? (?:succeeded|successful|established|complete)|(?:connection|link|session|service|channel|quorum|leader) (?:to \S{1,200} |with \S{1,200} )?(?:was |is |has been )?(?:re-?established|restored|recovered|re-?elected|back)\b|(?:is|are|came) (?:back )?(?:online|healthy|available|reachable|up) again|back (?:online|to normal|to healthy)|\brecovered (?:from|after|successfully|in)\b|has recovered|successfully (?:recovered|reconnected|re-?established|retried)|fail ?over (?:complete|succeeded|successful)|circuit ?-?breaker[^\n]{0,60}(?:closed|half[- ]open)|self[- ]?healed|resumed normal|error (?:was )?resolved|alert resolved)`,
    says: 'The trouble was over by itself.',
  },
  {
    name: 'connected',
    meaning: 'recovery',
    pattern: r`(?:(?:successfully |now )?connected (?:successfully )?to (?:\S{1,30} ){0,3}|connection (?:to \S{1,200} )?(?:established|opened|successful|ok\b|acquired)|\b(?:ping|heartbeat|health ?-?check|probe)(?: is| was)?(?: ok| succeeded| passed| successful)\b|established connection)`,
    says: 'A connection was made.',
  },
  {
    name: 'zero-errors',
    pattern: r`(?:\b(?:no|0|zero|without(?: any)?|keine|sin) (?:new |more |test |known |fatal |further |validation |compile |lint )?(?:errors?|failures?|exceptions?|problems?|issues?|warnings?|vulnerabilities|conflicts|Fehler|errores)\b(?! handler)|\b(?:errors?|err|failed|failures?|fail|exceptions?|dropped|rejected|error_count|errors_total|num_errors|errorCount|failedCount|failure_count|panics|lost|timeouts?)["']?[=:] ?["']?0\b(?!\.)|\b0 failed\b|, 0 (?:errors|failures|failed)|err(?:or)?["']?[=:] ?["']?(?:null|nil|none|<nil>|undefined|false|""|\[\]|success|no error)\b|exit(?:ed)?(?: with)?(?: status| code)?[:= ]{1,2}0\b(?!x)|error-free|errorlevel 0)`,
    says: 'It counts no errors.',
  },
  {
    name: 'announced-shutdown',
    pattern: r`(?:graceful(?:ly)? (?:shut ?down|shutting down|stopp(?:ed|ing)|exit(?:ed|ing)?|terminat)|shut(?:ting)? ?down (?:gracefully|complete[d]?|cleanly|server|workers?|now)|received (?:signal )?(?:SIGTERM|SIGINT|SIGQUIT|terminated|interrupt|shutdown signal|signal 15)|caught (?:signal )?(?:SIGTERM|SIGINT|15)|signal (?:15|TERM|terminated) received|\bbye\b|stopped cleanly|server (?:closed|stopped)$|http: Server closed|drain(?:ing|ed) (?:connections|workers|complete|listeners|\d)|clean exit|exiting (?:normally|cleanly|gracefully)|received fast shutdown request)`,
    says: 'The program stops because it was told to.',
  },
  {
    name: 'planned-restart',
    weight: 0.3,
    pattern: r`(?:(?:exit(?:ing)?|restart(?:ing)?|terminat(?:e|ing)|stopp?(?:ing)?)[^\n]{0,30} (?:so that|to let|in order (?:to|that)|on purpose|as planned|intentionally|for|once|because of (?:a )?(?:scheduled|planned))[^\n]{0,60}(?:supervisor|kubernetes|kubelet|orchestrator|systemd|process manager|scheduler|re-?load|restart|pick(?:s|ed)? up|re-?read|re-?start|recycl|rotat|upgrade)|(?:scheduled|planned|requested|intentional) (?:restart|exit|recycl\w{1,4}|shutdown)|max(?:imum)? requests? (?:reached|per child)[^\n]{0,40}(?:restart|recycl|exit)|Autorestarting worker|exiting to reload)`,
    says: 'The program ends on purpose, to be started again.',
  },
  {
    name: 'deprecation',
    pattern: r`(?:\bdeprecat(?:ed|ion|ionwarning|es)\b|will be removed in (?:a future|version|v?\d|the next)|npm WARN|npm warn|is obsolete|FutureWarning|PendingDeprecationWarning|end[- ]of[- ]life)`,
    says: 'Something old is still used; it works for now.',
  },
  {
    name: 'retry-planned',
    meaning: 'symptom',
    category: 'dependency-down',
    weight: 0.4,
    pattern: r`(?:(?:will|going to) (?:be )?retr(?:y|ied)|retry(?:ing)? (?:in|after|scheduled|\()|retry scheduled|next (?:try|retry|attempt) in|back(?:ing)? ?off (?:for )?\d|attempt \d{1,4} ?(?:of|\/) ?\d{1,4}|\(try \d{1,4}\/\d{1,4}\)|reconnecting (?:in|to)|waiting for [^\n]{1,80} to (?:be(?:come)? )?(?:ready|available|up|start))`,
    says: 'The program tries again.',
  },
  {
    name: 'test-or-name-with-error',
    pattern: r`(?:(?:^|\s)[\u2713\u2714\u221a] |\bok \d{1,6} - |(?:^|\s)(?:PASS|PASSED)\b|^ok {2,}\S|should (?:throw|fail|reject|return|handle|not|log|raise)|test_\w{1,80} (?:\.{3} )?(?:ok|PASSED)|\.\.\. ok$|Compiling \S{1,80} v\d|(?:Downloading|Downloaded|Unpacking|Setting up|Installing|Collecting|Fetching|Extracting|Copying|Loading plugin|Loaded (?:class|module|plugin|handler|middleware)|Registering|Registered|Mapped|Mapping)\b[^\n]{0,80}\b\w{0,40}(?:error|exception|fail|panic)|(?:error|exception|failure|panic)[- _]?(?:handler|page|middleware|reporter|reporting|boundary|channel|template|tracking|budget|rate limit(?:er)?|queue|topic|log(?:s|ger|ging)?\b|filter|mapper|recovery|detector|codes?)[^\n]{0,60}(?:registered|enabled|initiali[sz]ed|loaded|configured|ready|started|installed|set to|mounted|deployed|rendered))`,
    says: 'The words name a test, a part or a package, and tell of no failure.',
  },
  {
    name: 'access-log-success',
    pattern: r`"(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) [^"]{1,2000}(?: HTTP\/[\d.]{1,3})?" (?:1|2|3)\d\d\b`,
    says: 'A request was served.',
  },
  {
    name: 'client-mistake',
    pattern: r`"(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) [^"]{1,2000}(?: HTTP\/[\d.]{1,3})?" 4\d\d\b`,
    weight: 0.2,
    says: 'A client asked for something that it may not or that is not there.',
  },
  {
    name: 'client-handshake',
    pattern: r`TLS handshake error from \S{1,100}: (?:EOF|(?:read|write) tcp|remote error|tls: (?:first record|client|no cipher|unsupported)|client sent an HTTP|local error)|client \S{1,100} sent an invalid handshake`,
    weight: 0.2,
    says: 'A client broke off or spoke another protocol than TLS.',
  },
  {
    name: 'write-conflict',
    pattern: r`the object has been modified; please apply your changes to the latest version`,
    weight: 0.2,
    says: 'Two controllers wrote at the same time; the slower one tries again.',
  },
  {
    name: 'closing-failed',
    pattern: r`failed to (?:send (?:SSL|TLS) close|close (?:the )?(?:socket|connection|channel|stream|response))`,
    weight: 0.2,
    says: 'A connection that was being closed was gone already.',
  },
  {
    name: 'telemetry-not-exported',
    pattern: r`failed to (?:export|upload|send|flush) (?:\S{1,30} )?(?:spans?|traces?|metrics?|telemetry|profiles?)\b`,
    weight: 0.2,
    says: 'Telemetry is not delivered; the work itself does not need it.',
  },
  {
    name: 'success-message',
    pattern: r`(?:\b(?:apply|destroy|plan|build|deploy(?:ment)?|test run|backup|migration|import|job|pipeline|sync|upload|rollout|release|upgrade|validation|check)(?: (?:is|was|has))? (?:complete[d]?|finished|succeeded|successful|passed)[!.,:]?(?! with)|successfully (?:rolled out|deployed|completed|applied|validated|started|built|installed|created|finished|processed|imported|migrated|configured|loaded|registered|executed|pulled|assigned)|BUILD SUCCESS(?:FUL)?|Finished: SUCCESS|Job succeeded|All checks passed|All tests passed|syntax is ok|test is successful|condition met\b|No changes\. (?:Your )?infrastructure)`,
    says: 'It tells of success.',
  },
  {
    name: 'suppressed-error',
    pattern: r`(?:\b(?:ignor(?:ed|ing)|suppress(?:ed|ing)|handled|swallow(?:ed|ing)|tolerat(?:ed|ing)|expected|benign|harmless|non-?fatal|non-?critical|recoverable|optional) (?:\S{1,40} ){0,2}(?:errors?|exceptions?|failures?|warnings?)\b|can be (?:safely )?ignored|safe to ignore|(?:falling|fell|fall) back to|\bfallback (?:follows|is used|was used|answered|succeeded)|using (?:the )?(?:default|fallback|cached)|\(?(?:this is )?(?:expected|harmless|not critical|non-critical|ignored|ignoring)\)?[.!]?$|caught and handled)`,
    weight: 0.3,
    says: 'The program says itself that it can live with it.',
  },
];
