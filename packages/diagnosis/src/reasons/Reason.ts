import { Category } from '../categories';

/**
 * Where a reason stands: the reason of an Event; of a container that waits or has ended (`state.waiting.reason`,
 * `state.terminated.reason`); of a pod (`status.reason`, set when the kubelet refuses or ends it); of a condition; or
 * the words of the API server when it refuses a request (a Status message: it has no reason of its own worth the name).
 */
export type Place = 'event' | 'waiting' | 'terminated' | 'pod' | 'condition' | 'status';

/** `depends`: the same word stands for a passing state and for a failure; {@link Reason.on} says what decides. */
export type Verdict = 'normal' | 'failure' | 'depends';

/** One word by which a part of Kubernetes reports, and what it is worth. Wording only; logic stands in the analyzers. */
export interface Reason {
  /** As it stands in the object: `FailedMount`. Of a `status`: what is refused, in our words. */
  reason: string;
  where: Place;
  /** Kinds of objects on which it appears. */
  kinds: string[];
  /** The component that reports it. */
  reporter: string;
  verdict: Verdict;
  /** What decides, when it depends. */
  on?: string;
  /** What it says: one sentence without the full stop. */
  means: string;
  /** What is wrong with the object then; absent when nothing is. The first is the usual one. */
  categories?: [Category, ...Category[]];
  /** The name of the analyzer that answers for it. */
  owner?: string;
  /** The file of the Kubernetes repository (or of the project named before the colon) that reports it. */
  source: string;
  /** First version with it, when that is later than 1.28. */
  since?: string;
  /** Last version with it, when that is earlier than 1.36. */
  until?: string;
  /** Of a `condition`: its type, and the status in which it means this. */
  condition?: { type: string; status: 'True' | 'False' | 'Unknown' };
  /** The message, as Kubernetes words it, with made-up names. */
  example?: string;
}

/** What the rows of one reporter have in common. */
export type Common = Pick<Reason, 'where' | 'kinds' | 'reporter' | 'source'>;

/** A row: what it does not say of {@link Common} is taken from there. */
export type Row = Omit<Reason, keyof Common> & Partial<Common>;

export function rows(common: Common, list: Row[]): Reason[] {
  return list.map(row => ({ ...common, ...row }));
}

/** Rows that mean nothing bad: a word and its sentence. */
export function normal(common: Common, words: Record<string, string>): Reason[] {
  return Object.entries(words).map(([reason, means]) => ({ ...common, reason, means, verdict: 'normal' }));
}
