/** Files that a change touches, and its hunks. */
const DIFF = /^(?:diff --git |Index: \S|--- (?:a\/|\/dev\/null)|\+\+\+ b\/|@@ -\d)/;
const DIFF_LINE =
  /^(?:[+ \-\\]|@@ |index [0-9a-f]{7,40}|(?:new|deleted) file mode|similarity index|rename |---|\+\+\+|$)/;
/** `## 2.4.0`, `### Fixed`, `Release notes:`: the bullets below tell what was done. */
const CHANGES =
  /^\s{0,3}(?:#{1,6} |={2,6} |\*\*)?\[?(?:v?\d{1,4}\.\d{1,4}(?:\.\d{1,6})?[\w.-]{0,40}|unreleased|fixed|added|changed|removed|deprecated|security|features?|bug ?fixes|improvements?|enhancements?|changelog|changes|release notes|what's (?:new|changed)|highlights)\b[^\n]{0,80}$/i;
/** `Exit codes:`, `Troubleshooting`: what stands below explains. */
const LEGEND =
  /^\s{0,8}(?:#{1,6} )?(?:(?:exit|error|return|status) codes|reasons|statuses|legend|glossary|options|flags|usage|commands|known issues|faq|troubleshooting|common (?:errors|problems|causes|issues)|see also|how it works|prerequisites|overview|checklist|notes)\b(?: [\w ]{1,40})?(?: \([^)\n]{1,40}\))?:?\s{0,8}$/i;
const BULLET = /^\s{0,8}(?:[-*\u2022+]|\d{1,2}[.)]) /;
const INDENTED = /^\s{1,20}\S|^\s*$/;
const EXPLAINING_TABLE =
  /\|\s{0,20}(?:meaning|description|explanation|what it means|what to do|cause|solution|fix|action|remedy|beschreibung|bedeutung|significado)s?\s{0,20}(?:\||$)/i;

/** `Q: …`, `A: …` */
const QUESTION = /^\s{0,8}(?:#{1,6} |\*\*)?(?:Q|A|Question|Answer|Frage|Antwort|Pregunta|Respuesta)\s?\d{0,3}[:.] /;

type Block = 'diff' | 'questions' | 'changes' | 'legend' | 'table';

function opens(line: string): Block | undefined {
  if (DIFF.test(line)) return 'diff';
  if (EXPLAINING_TABLE.test(line)) return 'table';
  if (QUESTION.test(line)) return 'questions';
  if (LEGEND.test(line)) return 'legend';
  return CHANGES.test(line) ? 'changes' : undefined;
}

function continues(block: Block, line: string): boolean {
  switch (block) {
    case 'diff':
      return DIFF_LINE.test(line);
    case 'table':
      return line.includes('|');
    case 'questions':
      return line.trim() !== '';
    case 'legend':
      return INDENTED.test(line) || BULLET.test(line);
    default:
      return BULLET.test(line) || line.trim() === '';
  }
}

/**
 * Follows a text from line to line and tells which of them belong to a document in it: a diff, a list of changes, an
 * explanation of exit codes, a table of meanings. Such lines speak of errors without reporting one.
 */
export class DocumentLines {
  private block: Block | undefined;

  /** Whether the next line belongs to a document. */
  next(line: string): boolean {
    const opened = opens(line);
    if (opened) {
      this.block = opened;
      return true;
    }
    if (this.block && !continues(this.block, line)) this.block = undefined;
    return this.block !== undefined;
  }
}

const FILE_NAME =
  /[\w@.+/[\]()-]{1,200}\.(?:[cm]?[jt]sx?|java|kt|py|go|rs|rb|cs|php|scala|swift|cpp|hpp|html|css|scss|map|md|mdx|snap|class|proto|vue|svelte|svg|png)(?![\w.])/gi;

/** The line without the names of source files, which may be called after an error: `TimeoutError.ts`. */
export function withoutFileNames(line: string): string {
  return line.replace(FILE_NAME, ' ');
}
