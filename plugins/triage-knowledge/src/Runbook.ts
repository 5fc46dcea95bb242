/** One runbook, as read from its Markdown file. All texts are redacted when a redactor was given. */
export interface Runbook {
  /** Relative to the folder it was read from, with `/`: `oomkilled.md`, `payments/ledger-stuck.md`. Its identity. */
  filename: string;
  /** From the front matter, else the first heading, else the file's name. */
  title: string;
  /** Categories of `@triage/diagnosis` that it treats, the one it treats most directly first. */
  categories: string[];
  severity?: string;
  owner?: string;
  /** `2026-11-02`. */
  lastReviewed?: string;
  /** Names of the alerts it answers: `KubePodCrashLooping`. */
  alerts: string[];
  /** The Markdown without its front matter. */
  content: string;
  sections: RunbookSection[];
}

/** What stands between two headings: the unit of retrieval. */
export interface RunbookSection {
  /** Headings from the outermost to its own; empty for the text before the first heading. */
  headings: string[];
  /** Line of its heading in the file, counted from 1. */
  line: number;
  /** Without Markdown's markup; code blocks keep their lines. */
  text: string;
}

/** Something that is wrong with one file. The rest of the corpus is not affected. */
export interface RunbookProblem {
  /** Relative to the folder, with `/`. */
  file: string;
  /** Counted from 1. */
  line?: number;
  problem: string;
}
