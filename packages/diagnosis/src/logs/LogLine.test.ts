import { parseLogLine } from './LogLine';

describe('parseLogLine', () => {
  it.each([
    ['python', '2026-01-01 10:00:00,123 ERROR db: it broke', 'error', 'it broke'],
    ['logback', '2026-01-01 10:00:00.123 WARN  [main] c.a.Pool - slow', 'warn', 'slow'],
    ['lower case', '2026-01-01 10:00:00,1 error gateway: no', 'error', 'no'],
    ['brackets', '[ERROR] it broke', 'error', 'it broke'],
    ['nginx', '2026/01/01 10:00:00 [crit] 7#7: no', 'fatal', '7#7: no'],
    ['klog', 'E0101 10:00:00.000000       1 a.go:1] it broke', 'error', 'it broke'],
    ['redis', '1:M 20 Nov 2026 17:33:14.935 * Ready', 'info', 'Ready'],
    ['postgres', '2026-01-01 10:00:00 UTC [1] FATAL:  no', 'fatal', 'no'],
    ['dotnet', 'fail: it broke', 'error', 'it broke'],
    ['logfmt', 'time=1 level=warning msg="a \\"b\\"" err=no', 'warn', 'a "b": no'],
    ['pino', '{"level":50,"msg":"it broke"}', 'error', 'it broke'],
    ['zap', '{"level":"dpanic","msg":"it broke","error":"no"}', 'fatal', 'it broke: no'],
    ['serilog', '{"@l":"Error","@mt":"it broke","@x":"System.X: no\\n at y"}', 'error', 'it broke: System.X: no'],
    ['logback json', '{"level":"ERROR","message":"it broke","stack_trace":"a\\nb"}', 'error', 'it broke'],
    [
      'bunyan with a cause',
      '{"level":50,"msg":"m","err":{"name":"E","message":"x","cause":{"message":"y"}}}',
      'error',
      'm: E: x: caused by y',
    ],
    ['syslog levels', '{"level":3,"short_message":"it broke"}', 'error', 'it broke'],
    ['plain', 'just words', undefined, 'just words'],
    ['broken JSON', '{"level":50,', undefined, '{"level":50,'],
  ])('%s', (_, line, level, message) => {
    const parsed = parseLogLine(line);
    expect(parsed.level).toBe(level);
    expect(parsed.message).toContain(message);
  });

  it('does not take a word inside a sentence for the level', () => {
    expect(parseLogLine('the error page was rendered').level).toBeUndefined();
  });
});
