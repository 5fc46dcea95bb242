/** What is known about the failure. Each field may be absent; a typed fact finds more than words do. */
export interface RunbookQuery {
  /** The user's words or pasted error text. */
  text: string;
  /** A category of `@triage/diagnosis`. `none` counts as absent. */
  category?: string;
  /** `Pod`, `PersistentVolumeClaim`, … */
  kind?: string;
  /** `CrashLoopBackOff`, `FailedScheduling`, … */
  reason?: string;
  /** What the cluster says about it. */
  message?: string;
  alertName?: string;
  /** 1 to 20; default 3. */
  topK?: number;
}

export interface RunbookSuggestion {
  title: string;
  filename: string;
  /** Heading of the section that matched best. */
  section?: string;
  /** From that section, plain text, at most 300 characters. */
  excerpt: string;
  /**
   * 0..1; only comparable with itself. Words alone give 0.34 (hardly on topic) to 0.85, by the share of the query's
   * telling words that the runbook has; a runbook for the typed category has at least 0.6, one for the firing alert at
   * least 0.9.
   */
  relevanceScore: number;
  categories: string[];
  why: {
    /** Words of the query that the runbook has, most telling first. */
    terms: string[];
    /** The typed category, when the runbook is for it. */
    category?: string;
    /** The alert, when the runbook is for it. */
    alert?: string;
  };
}

export interface RunbookAnswer {
  /** The words that were searched for: the text and the typed facts. */
  query: string;
  /** Best first. */
  results: RunbookSuggestion[];
  /** Runbooks that fit, before `topK` cut the list. */
  totalMatched: number;
  /** True when no runbook answers this question; `results` is empty then. */
  abstained: boolean;
}

export interface RunbookIndex {
  suggest(query: RunbookQuery): RunbookAnswer;
}
