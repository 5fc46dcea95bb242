import { LogLine } from '../logs/LogLine';

/** Explains, teaches, plans, remembers: speaks about errors without having one. */
const ABOUT =
  /\b(?:what(?:'s| is| are| does| do| would)|how (?:do|can|should|would|does|to|is)|can (?:you|someone|anybody) explain|could you (?:explain|describe|tell)|explains?|means?|meaning|definition|documentation|docs|tutorial|guide|article|blog|chapter|best practices?|in general|generally|usually|typically|often|occurs? (?:when|if)|happens? (?:when|if)|can (?:happen|occur|be caused|be seen|mean)|may (?:indicate|mean|happen|occur)|might (?:indicate|mean)|refers to|describes|indicates?|is an? (?:state|status|condition|term|common|reason|signal|event|error|feature|mechanism|kind)|for example|e\.g\.|i\.e\.|difference between|if (?:a|an|the|your|you|it|any) |on (?:errors?|failures?|time-?outs?|connection refused),? (?:we |it )?(?:wait|retr|back|giv|skip|stop)|whenever|should(?: always| never)?|to (?:avoid|prevent|handle|reproduce|simulate|test)|(?:this|that|it|which) prevents?|by default|(?:kubernetes|the (?:kubelet|scheduler|api server|control plane)) (?:kills|restarts|sends|waits|removes|deletes|evicts|rejects|retries|tries|stops|marks|keeps|runs)|(?:an?|any|every|each) (?:\w{1,20} )?(?:pod|container|node|job|deployment|service|cluster|PodDisruptionBudget|probe|quota|volume|workload) (?:that|which|whose|with|is|has|in|can|may|prevents?|limits?|blocks?)|alerts? (?:on|when|if|us)|(?:add|added|adds|implement(?:ed|s)?|introduce[ds]?) |feature|refactor\w{0,3}|change ?log|release notes?|todo|meeting|agenda|tomorrow|reminder|topic|rappel|r\xe9union|demain|reuni\xf3n|ma\xf1ana|recordatorio|treffen|termin|thema|morgen um|denkt daran|erinnerung|schulung|vortrag|remember|training|workshop|lesson|learned|imagine|suppose|hypothetical|exam|interview|i (?:like|love|read|wrote|am writing|'m writing)|we (?:discussed|talked|plan|will)|was bedeutet|wie (?:kann|konfiguriert?|funktioniert|stellt?|l\xf6st)|bedeutet|erkl\xe4r\w{0,4}|unterschied|qu[e\xe9] (?:es|significa|quiere)|c[o\xf3]mo (?:se|puedo|configur|funciona)|significa|explica\w{0,3})\b/i;
/** Over: what was wrong is not any more. */
const OVER =
  /\b(?:(?:is|are|was|were|has been|have been|got|now|finally|already) (?:now |all |finally |since )?(?:fixed|resolved|solved|gone|closed|mitigated|healthy again|back to normal|working again|fine again)|we (?:fixed|resolved|solved)|i (?:fixed|resolved|solved)|(?:fixed|resolved|solved) (?:it|this|that|the|by|in|yesterday|last)|no longer|not any ?more|works (?:again|now|fine)|running (?:fine|again)|post-?mortem|retrospective|last (?:week|month|year)|ist (?:behoben|gel\xf6st|wieder)|wurde (?:behoben|gel\xf6st)|behoben|(?:est\xe1|fue|qued\xf3) (?:resuelto|solucionado|arreglado)|ya (?:funciona|no)|r\xe9solue?s?|corrig\xe9e?s?|r\xe9par\xe9e?s?|de nouveau en ligne|tout (?:fonctionne|va bien))\b/i;
/** Somebody has the trouble now. */
const MINE =
  /\b(?:my|our|mine|mein\w{0,2}|unser\w{0,2}|mi|mis|nuestr\w{1,2}|why(?:'s| is| are| does| do| did| can| won)|keeps?|stuck|getting|i (?:get|see|have|am getting|'m getting|can't|cannot)|we (?:get|see|have|are getting|are seeing|can't|cannot)|it (?:says|fails|crashes)|help|warum|wieso|weshalb|por qu[e\xe9]|bekomme|kriege|seit heute|tengo|recibo|sale|right now|currently|just now|since (?:today|yesterday|this|the)|this morning)\b/i;

const CODE =
  /^\s{0,40}(?:(?:throw|raise|return|assert|expect|await|yield|import|export|const|let|var|func|def|class|public|private|protected|static|package|use|fn|impl|#include|#define|@\w{1,40}|catch|except|finally|try|elif|else if|switch|case|it|describe|test)\b[^\n]{0,300}[({;:=]|\/\/|\/\*|"""|'''|\* @|<!--|(?:if|while|for) ?\(|super(?:\(|\.)|(?:self|this)\.\w{1,60}[ .(=]|(?:print(?:ln|f)?|echo|die|panic|eprintln|abort|exit)!?\(["'\x60f]|(?:Err|Ok|Some)\(\w{1,40}\) =>|System\.(?:out|err)\.|(?:console|logger?|logging|slog|zap|klog|fmt|errors?)\.\w{1,20}\(|[+-]{1,3} {1,20}(?:throw|raise|return|const|if)|(?:- )?alert: |expr: |for: \d{1,4}[smh]\s*$|summary: |description: |runbook_url: )/;
/** How much is logged: `root: ERROR`. */
const LOG_LEVEL_SETTING =
  /^\s{0,40}(?![\w.]{0,40}(?:status|state|phase|result|reason|health|severity|outcome|level)\b)["']?[\w.$-]{1,120}["']?\s{0,4}[:=]\s{0,4}["']?(?:ERROR|WARN|WARNING|FATAL|CRITICAL|error|warn|fatal|critical)["']?,?\s{0,8}$/;
/** A condition of a node that does not hold. */
const GOOD_CONDITION = /^\s{0,20}(?:Memory|Disk|PID)Pressure\s{1,20}False\b|^\s{0,20}NetworkUnavailable\s{1,20}False\b/;
/** A metric of Prometheus, a row of SQL, a test that passes, an option of a program. */
const RECORD =
  /^\s{0,20}(?:Success(?:fully)?[!:. ]|#{1,6} [A-Za-z]|rescue [A-Z]|[a-z][\w.-]{1,80}\/[\w.:-]{1,253} (?:configured|unchanged|created|patched|scaled|labeled|annotated|restarted|serverside-applied)\b|(?:What|what) should (?:I|we|you|one) do (?:when|if)\b|E[A-Z0-9]{3,15} {2,30}[A-Z][a-z]|["']?[\w.-]{1,60}["']?:\s{0,4}[{[]?\s{0,8}$|(?!(?:code|message|errno|error|reason|syscall|err|msg|details?|cause)\b)[A-Za-z_]\w{0,60}: ["'`][^\n]{0,400}["'`],\s{0,8}$|(?:trap|echo|printf|if|elif|while|until) (?:-\w{1,4} |! ){0,2}["'[(]|[a-zA-Z_:][\w:]{2,120}(?:\{[^}\n]{0,2000}\})? [-+]?(?:\d[\d.e+-]{0,30}|NaN|[+-]?Inf)(?: \d{10,13})?\s{0,8}$|(?:INSERT INTO|CREATE (?:TABLE|INDEX|VIEW|TYPE)|SELECT|UPDATE|DELETE FROM|ALTER TABLE) [^\n]{0,4000};\s{0,8}$|(?:[✓✔√☑✅] |PASS(?:ED)?\b|ok \d{1,6}\b|--- PASS|=== RUN|\[ {0,8}(?:OK|RUN|PASSED) {0,8}\])|[^\n]{1,400} (?:PASSED|\.\.\. ok|- passed)(?: {1,8}\[ {0,3}\d{1,3}%\])?\s{0,8}$|(?:-\w, )?--[a-z][\w-]{1,40}(?:[ =][<[]?[\w|.:]{1,40}[>\]]?)? {2,60}\S)/;
/** `git log --oneline`, with or without its graph. */
const LOGGED_COMMIT =
  /^[*|\\/ ]{0,8}(?=[0-9a-f]{0,11}\d)[0-9a-f]{7,12} (?:\([^)\n]{1,120}\) )?(?!Error|ERROR|FATAL|panic|Warning)[A-Za-z][a-z]{1,30}[: ]/;
const COMMIT =
  /^\s{0,8}(?:[-*\u2022] )?(?:\[[ x]\] )?(?:(?:commit )?[0-9a-f]{7,40} |#\d{1,7} |PR #?\d{1,7}:? |[A-Z]{2,8}-\d{1,6}:? )?(?:(?:fix|feat|chore|docs?|refactor|test|ci|build|perf|style|revert)(?:\([\w ./,-]{1,60}\))?!?: |(?:Fix(?:e[sd])?|Handle[sd]?|Add(?:s|ed)?|Improve[sd]?|Document(?:s|ed)?|Remove[sd]?|Prevent(?:s|ed)?|Update[sd]?|Support(?:s|ed)?|Merge(?:d)?|Bump(?:ed|s)?|Avoid(?:s|ed)?|Introduce[sd]?|Detect(?:s|ed)?|Show(?:s|ed)?|Implement(?:s|ed)?) )/;
const HEADING = /^\s{0,3}(?:#{1,6} |={3,}|-{3,}$|Chapter \d|\d{1,2}\.\d{0,2}\.? [A-Z])/;
const PLACEHOLDERS = /%[sdvq]\b|(?<!=)\{\}|\{\{ ?\.|\$\{\w{1,40}\}|<(?:name|pod|namespace|your[\w-]{0,20})>/i;

/** What a line is when it speaks of trouble without having any. */
export type TextKind = 'report' | 'about' | 'over' | 'code';

/** Whether the line reports something, or only speaks about it. */
export function textKind(line: string, parsed: LogLine): TextKind {
  if (CODE.test(line) || RECORD.test(line) || LOG_LEVEL_SETTING.test(line) || GOOD_CONDITION.test(line)) return 'code';
  if (parsed.level || parsed.structured) return 'report';
  if (LOGGED_COMMIT.test(line) || COMMIT.test(line) || HEADING.test(line) || PLACEHOLDERS.test(line)) return 'about';
  if (!isProse(line)) return 'report';
  if (OVER.test(line)) return 'over';
  if (ABOUT.test(line) && !MINE.test(line)) return 'about';
  return 'report';
}

/** Words of a sentence, not of a machine. */
function isProse(line: string): boolean {
  const words = line.trim().split(/\s+/);
  if (words.length < 3) return /\?$/.test(line.trim());
  if (/^\s*(?:Warning|Normal|Error|error|ERROR|FATAL|fatal|panic|E\d{4}|Caused by)\b ?[:\s]{1,2}/.test(line))
    return false;
  if (/^\s*[\w.]{0,80}[a-z][A-Z]\w{1,60}: /.test(line)) return false;
  if (/ {3,}|\t|^\s*\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d/.test(line)) return false;
  const plain = words.filter(word =>
    /^[("'\x60\u00bf\u201e\u201c]{0,4}[\p{L}][\p{L}'\u2019-]{0,60}[)"'\x60.,;:!?\u201d\u201c]{0,8}$/u.test(word),
  ).length;
  return plain / words.length >= 0.6;
}
