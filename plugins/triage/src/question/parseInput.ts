/** What somebody typed or pasted, taken apart. At least one of the two is set. */
export interface ParsedInput {
  /** Their own words. */
  question?: string;
  /** An error, a log excerpt, the output of a CI job. */
  pasted?: string;
}

const MACHINE_LINE = new RegExp(
  [
    String.raw`\b\w*(?:Error|Exception)\b:`,
    String.raw`^\s*(?:error|fatal|panic|warning|failed)\b\s*[:[]`,
    String.raw`\b(?:CrashLoopBackOff|ImagePullBackOff|ErrImagePull|OOMKilled|CreateContainerConfigError|RunContainerError|FailedScheduling|FailedMount|Unhealthy)\b`,
    String.raw`\bback-off\b`,
    String.raw`\bexit(?:ed)?(?: with)? (?:code|status):?\s*-?\d+`,
    String.raw`^\s*at \S+\(.*\)`,
    String.raw`Traceback \(most recent call last\)`,
    String.raw`^\s*\d{4}-\d\d-\d\d[T ]\d\d:\d\d`,
    String.raw`\blevel=(?:error|fatal|warn)`,
    String.raw`^\s*[{│╷╵]`,
    String.raw`\b(?:connection refused|permission denied|no such file or directory|i/o timeout|x509:)`,
  ].join('|'),
  'i',
);

const ASKING = /^(?:why|what|when|where|which|who|how|is|are|was|does|do|did|can|could|has|have|should)\b|\?\s*$/i;

/** Words of a person, not of a machine. A question may well name an error: "why is checkout OOMKilled?" */
function isSpoken(line: string): boolean {
  return ASKING.test(line.trim()) || !MACHINE_LINE.test(line);
}

/** Characters of pasted text that are sent: the backend takes bodies of 1 MB, and an error stands at the end. */
const MAX_PASTED = 200_000;

function tail(text: string): string {
  return text.trim().slice(-MAX_PASTED);
}

/** Separates the question from the text pasted with it. */
export function parseInput(text: string): ParsedInput {
  const lines = text.trim().split('\n');
  const [first] = lines;
  if (lines.length === 1) return isSpoken(first) ? { question: first.trim() } : { pasted: tail(first) };

  if (ASKING.test(first.trim())) {
    const rest = tail(lines.slice(1).join('\n'));
    // Several lines of plain talk are one question.
    if (lines.slice(1).every(line => !line.trim() || ASKING.test(line.trim()))) return { question: text.trim() };
    return { question: first.trim(), pasted: rest };
  }
  const last = lines[lines.length - 1].trim();
  if (ASKING.test(last) && !MACHINE_LINE.test(last)) {
    return { question: last, pasted: tail(lines.slice(0, -1).join('\n')) };
  }
  return { pasted: tail(text) };
}
