/** From worst to mildest. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug';

/** What a line says, apart from how its logger dresses it. */
export interface LogLine {
  level?: LogLevel;
  /** Component that speaks, where the format names one. */
  logger?: string;
  /** The words, with the error that a structured line carries beside its message. */
  message: string;
  /** The message was a field of a structured line (JSON, logfmt), the rest of the line is other fields. */
  structured?: boolean;
  /** Stack trace of a structured line, as lines. */
  stack?: string[];
}

/** Longer JSON is not parsed: it costs more than it tells. In characters. */
const MAX_JSON = 16_384;

const LEVELS: Record<string, LogLevel> = {
  trace: 'debug',
  verbose: 'debug',
  debug: 'debug',
  dbug: 'debug',
  dbg: 'debug',
  info: 'info',
  information: 'info',
  inf: 'info',
  notice: 'info',
  log: 'info',
  note: 'info',
  warn: 'warn',
  warning: 'warn',
  wrn: 'warn',
  error: 'error',
  err: 'error',
  eror: 'error',
  fail: 'error',
  severe: 'error',
  fatal: 'fatal',
  ftl: 'fatal',
  critical: 'fatal',
  crit: 'fatal',
  alert: 'fatal',
  emerg: 'fatal',
  emergency: 'fatal',
  panic: 'fatal',
  dpanic: 'fatal',
};
const LEVEL_WORDS =
  'TRACE|DEBUG|VERBOSE|INFO|INFORMATION|NOTICE|WARN|WARNING|ERROR|ERR|SEVERE|FATAL|CRITICAL|CRIT|ALERT|EMERG|PANIC';

const TIMESTAMP =
  /^(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]?(?:\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|GMT|CET|[+-]\d\d:?\d\d))?\]?|\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]?|\[?\d\d[-/](?:\w{3}|\d\d)[-/]\d{4}[: ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: [+-]\d{4})?\]?|(?:\w{3} )?\w{3} {1,2}\d{1,2} \d\d:\d\d:\d\d(?:\.\d{1,9})?(?: \d{4})?|\[?\d{10,13}(?:\.\d{1,9})?\]?)[ \t|]{0,3}/;
const KLOG = /^([IWEF])\d{4} \d\d:\d\d:\d\d\.\d{1,9} {1,9}\d{1,9} ([\w.-]{1,80}):\d{1,6}\] /;
const REDIS = /^\d{1,7}:[A-Z] \d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d\.\d{1,4} ([.\-*#]) /;
const POSTGRES = /\b(LOG|ERROR|FATAL|PANIC|WARNING|NOTICE|HINT|DETAIL|STATEMENT): {2}/;
const UPPER_LEVEL = new RegExp(`(?:^|[\\s[(|<.=:/"])(${LEVEL_WORDS})(?=$|[\\s\\]):|>,/"-])`);
const LOWER_LEVEL = new RegExp(`^[^\\w]{0,3}(${LEVEL_WORDS})\\b[\\]:>|, \\t-]`, 'i');
const BRACKET_LEVEL = new RegExp(`[[<(](${LEVEL_WORDS}|wrn|inf|dbg|ftl)[\\])>]`, 'i');
const DOTNET = /^(fail|crit|warn|info|dbug|trce): /;
const LOGFMT_LEVEL = /(?:^|\s)(?:level|lvl|severity)=["']?(\w{1,12})/i;
const LOGFMT_MESSAGE = /(?:^|\s)(?:msg|message)=(?:"((?:[^"\\]|\\.){0,4000})"|(\S{1,2000}))/i;
const LOGFMT_ERROR = /(?:^|\s)(?:err|error|reason|cause|exception)=(?:"((?:[^"\\]|\\.){0,4000})"|(\S{1,2000}))/i;
const LOGGER_PREFIX = /^[\s|:-]{0,3}\[?([A-Za-z][\w.$/-]{0,80})\]?(?: ?[-:] |: )/;

/** Reads level, component and words of a line in any of the usual formats. Never throws. */
export function parseLogLine(text: string): LogLine {
  const start = text.trimStart();
  if (start.startsWith('{') && start.length <= MAX_JSON) {
    const json = parseJson(start);
    if (json) return json;
  }
  const head = text.slice(0, 160);
  const klog = KLOG.exec(head);
  if (klog) {
    const level = ({ I: 'info', W: 'warn', E: 'error', F: 'fatal' } as const)[klog[1] as 'I' | 'W' | 'E' | 'F'];
    return { level, logger: klog[2], message: text.slice(klog[0].length) };
  }
  const redis = REDIS.exec(head);
  if (redis) return { level: redis[1] === '#' ? undefined : 'info', message: text.slice(redis[0].length) };
  const level = LOGFMT_LEVEL.exec(text.slice(0, 400))?.[1].toLowerCase();
  if (level && LEVELS[level]) return logfmt(text, LEVELS[level]);
  return plain(text, head);
}

function plain(text: string, head: string): LogLine {
  const postgres = POSTGRES.exec(head);
  if (postgres && postgres.index < 120) {
    return {
      level: LEVELS[postgres[1].toLowerCase()] ?? 'info',
      message: text.slice(postgres.index + postgres[0].length),
    };
  }
  const stamp = TIMESTAMP.exec(head)?.[0].length ?? 0;
  const body = text.slice(stamp);
  const bodyHead = head.slice(stamp, stamp + 100);
  const match =
    LOWER_LEVEL.exec(bodyHead) ?? DOTNET.exec(bodyHead) ?? BRACKET_LEVEL.exec(bodyHead) ?? UPPER_LEVEL.exec(bodyHead);
  if (!match) {
    const named = stamp > 0 ? new RegExp(`^[\\w./-]{1,40} (${LEVEL_WORDS}):? `, 'i').exec(bodyHead) : undefined;
    if (!named) return { message: body };
    return { level: LEVELS[named[1].toLowerCase()], message: body.slice(named[0].length) };
  }
  const word = match[1].toLowerCase();
  const rest = body.slice(match.index + match[0].length).replace(/^[\s\]:>|)-]{1,8}/, '');
  const logger = LOGGER_PREFIX.exec(rest)?.[1];
  return { level: LEVELS[word], logger, message: rest || body };
}

function logfmt(text: string, level: LogLevel): LogLine {
  const message = LOGFMT_MESSAGE.exec(text);
  const error = LOGFMT_ERROR.exec(text);
  const words = message?.[1] ?? message?.[2];
  const cause = error?.[1] ?? error?.[2];
  if (!words && !cause) return { level, message: text };
  const spoken = [words, cause].filter(Boolean).join(': ');
  return { level, structured: true, message: unescape(spoken) };
}

function unescape(text: string): string {
  return text.includes('\\') ? text.replace(/\\(["\\])/g, '$1').replace(/\\n/g, '\n') : text;
}

function parseJson(text: string): LogLine | undefined {
  let record: Record<string, unknown>;
  try {
    record = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return undefined;
  const level = jsonLevel(
    record.level ??
      record.severity ??
      record.lvl ??
      record['log.level'] ??
      record['@l'] ??
      record.levelname ??
      record.loglevel ??
      record.Level ??
      record.log_level ??
      record.s ??
      nested(record.log, 'level'),
  );
  const spoken = firstString(
    record.msg,
    record.message,
    record['@m'],
    record['@mt'],
    record.event,
    record.short_message,
    record.Message,
    record.MessageTemplate,
    record.RenderedMessage,
    record.body,
    record.text,
    record.textPayload,
    record.log,
  );
  const failure =
    record.err ??
    record.error ??
    record.exception ??
    record['@x'] ??
    record.exc_info ??
    record.thrown ??
    record.Exception ??
    record.attr ??
    record.cause;
  const refused = statusOf(record);
  const answer = firstFailure(record.body, record.response, record.details, record.data);
  const problem =
    [describeFailure(failure), refused && `status ${refused}`, refused && answer].filter(Boolean).join(': ') ||
    undefined;
  const stackText = firstString(
    record.stack,
    record.stack_trace,
    record.stacktrace,
    record.stackTrace,
    record.exc_info,
    record['@x'],
    nested(failure, 'stack'),
    nested(failure, 'stack_trace'),
    nested(failure, 'extendedStackTrace'),
    record['error.stack_trace'],
    record.traceback,
  );
  const errorMessage = firstString(record['error.message'], record.errorMessage, record.reason);
  const words = [spoken, problem, errorMessage].filter((word, i, all) => word && all.indexOf(word) === i).join(': ');
  if (!level && !words) return undefined;
  return {
    level: level ?? (problem && failure !== undefined ? 'error' : undefined),
    logger: firstString(record.logger, record.logger_name, record.component, record.module, record.name, record.c),
    message: words || text,
    structured: true,
    stack: stackText?.includes('\n') ? stackText.split('\n').slice(0, 200) : undefined,
  };
}

/** Bunyan and pino count in tens, syslog from 0 (worst) to 7. */
function jsonLevel(value: unknown): LogLevel | undefined {
  if (typeof value === 'string') {
    if (/^\d{1,2}$/.test(value)) return jsonLevel(Number(value));
    return (
      LEVELS[value.toLowerCase()] ??
      ({ e: 'error', f: 'fatal', w: 'warn', i: 'info', d: 'debug' } as const)[
        value.toLowerCase() as 'e' | 'f' | 'w' | 'i' | 'd'
      ]
    );
  }
  if (typeof value !== 'number') return undefined;
  if (value >= 10)
    return (['debug', 'debug', 'info', 'warn', 'error', 'fatal'] as const)[Math.min(5, Math.floor(value / 10) - 1)];
  return value <= 2 ? 'fatal' : (['error', 'warn', 'info', 'info', 'debug'] as const)[Math.min(4, value - 3)];
}

function describeFailure(failure: unknown): string | undefined {
  if (typeof failure === 'string') return failure.split('\n')[0].slice(0, 1_000);
  if (typeof failure !== 'object' || failure === null) return undefined;
  const { type, name, code, message, msg, error } = failure as Record<string, unknown>;
  const inner = nested(failure, 'cause');
  const words = firstString(message, msg, error, nested(error, 'message'), nested(error, 'errmsg'));
  if (!words) return undefined;
  const title = firstString(type, name);
  const outer = [title && !words.startsWith(title) ? title : undefined, words].filter(Boolean).join(': ');
  const suffix = typeof code === 'string' && !outer.includes(code) ? ` (${code})` : '';
  const cause = describeFailure(inner);
  return `${outer}${suffix}${cause ? `: caused by ${cause}` : ''}`.slice(0, 2_000);
}

/** What a called service answered, when it refused. */
function statusOf(record: Record<string, unknown>): number | undefined {
  const status = record.http_status ?? record.httpStatus ?? record.status_code ?? record.statusCode ?? record.status;
  const number = typeof status === 'string' ? Number(status) : status;
  return typeof number === 'number' && number >= 400 && number < 600 ? number : undefined;
}

function firstFailure(...values: unknown[]): string | undefined {
  return values.map(value => (typeof value === 'object' ? describeFailure(value) : undefined)).find(Boolean);
}

function nested(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function firstString(...values: unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === 'string' && value.trim() !== '');
}
