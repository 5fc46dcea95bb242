import { editDistance } from './editDistance';
import type { Known, KnownWorkload } from './known';
import type { Phrase } from './phrases';
import { Subject, workloadSubject } from './Subject';

/** Choices that a reader can take in at a glance. */
const MAX_CHOICES = 6;

function isSimilar(phrase: string, name: string): boolean {
  if (phrase.length < 4) return false;
  if (name.split('-').includes(phrase)) return true;
  return Math.abs(phrase.length - name.length) <= 2 && editDistance(phrase, name) <= (name.length > 5 ? 2 : 1);
}

/** Workloads whose names look like a word of the question. */
export function similarWorkloads(phrases: Phrase[], known: Known): KnownWorkload[] {
  return known.workloads.filter(({ name }) => phrases.some(phrase => isSimilar(phrase.name, name)));
}

/** Failing ones first, then by name. */
export function failingFirst(workloads: KnownWorkload[]): KnownWorkload[] {
  return [...workloads].sort(
    (a, b) =>
      Number(b.status === 'failing') - Number(a.status === 'failing') ||
      a.name.localeCompare(b.name) ||
      a.namespace.localeCompare(b.namespace),
  );
}

/** What may have been meant by a question that names nothing known. */
export function suggestSubjects(phrases: Phrase[], known: Known): Subject[] {
  const similar = failingFirst(similarWorkloads(phrases, known));
  const failing = failingFirst(known.workloads).filter(({ status }) => status === 'failing');
  return [...new Set([...similar, ...failing])].slice(0, MAX_CHOICES).map(workloadSubject);
}
