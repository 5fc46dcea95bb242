/** @public */
export interface RunbookFile {
  /** Its identity across all sources, with `/` and the ending `.md`: `payments/ledger-stuck.md`. */
  filename: string;
  /** With front matter. It is redacted by whoever reads it from the source. */
  markdown: string;
}

/**
 * A place where runbooks are kept: a wiki, a bucket, another repository.
 * @public
 */
export interface RunbookSource {
  /** Named when it cannot be read. */
  readonly name: string;
  /** All runbooks as they are now; called again every `triage.runbooks.reload`. Throws when they cannot be read. */
  read(): Promise<RunbookFile[]>;
}
