import type { Known, KnownWorkload } from './known';
import { byImportance, Phrase } from './phrases';
import { entitySubject, namespaceSubject, podSubject, Subject, workloadSubject } from './Subject';

/** `<workload>-<hash>-<5>`, `<workload>-<5>` or `<workload>-<ordinal>`. */
const POD_SUFFIX = /^-(?:[a-z0-9]{6,10}-)?(?:[a-z0-9]{5}|\d+)$/;

function uniqueBy<T>(items: T[], key: (item: T) => string): T[] {
  return [...new Map(items.map(item => [key(item), item])).values()];
}

/** A namespace named as one ("namespace x", "x namespace", "-n x"), or a word that is a known one and no workload. */
function mentionedNamespace(phrases: Phrase[], { workloads }: Known): Phrase | undefined {
  const words = phrases.filter(phrase => phrase.length === 1);
  const isKnown = (name: string) => workloads.some(({ namespace }) => namespace === name);
  const explicit = words.find((phrase, index) => {
    if (!/^[a-z0-9][a-z0-9-]*$/.test(phrase.name) || phrase.name === 'namespace') return false;
    const before = words[index - 1]?.name;
    return before === 'namespace' || before === 'n' || (words[index + 1]?.name === 'namespace' && isKnown(phrase.name));
  });
  return explicit ?? words.find(({ name }) => isKnown(name) && !workloads.some(workload => workload.name === name));
}

function mentionedCluster(phrases: Phrase[], known: Known): Phrase | undefined {
  return phrases.find(phrase => known.workloads.some(({ cluster }) => cluster.toLowerCase() === phrase.name));
}

function within(workload: KnownWorkload, namespace?: string, cluster?: string): boolean {
  return (!namespace || workload.namespace === namespace) && (!cluster || workload.cluster.toLowerCase() === cluster);
}

export interface NameMatch {
  /** One when the question is clear, several when it is not, none when it names nothing known. */
  subjects: Subject[];
  namespace?: string;
  cluster?: string;
}

/** Finds what a question is about. An entity is preferred to the workload of its name, unless a place is named too. */
export function matchNames(phrases: Phrase[], known: Known): NameMatch {
  const namespacePhrase = mentionedNamespace(phrases, known);
  const clusterPhrase = mentionedCluster(phrases, known);
  const namespace = namespacePhrase?.name;
  const cluster = known.workloads.find(w => w.cluster.toLowerCase() === clusterPhrase?.name)?.cluster;

  for (const phrase of [...phrases].sort(byImportance)) {
    const workloads = known.workloads.filter(
      workload => workload.name === phrase.name && within(workload, namespace, clusterPhrase?.name),
    );
    const entities = known.entities.filter(
      ({ name, title }) => name.toLowerCase() === phrase.name || title?.toLowerCase() === phrase.words.toLowerCase(),
    );
    const placed = workloads.length > 0 && (namespace !== undefined || cluster !== undefined);
    if (entities.length > 0 && !placed) {
      return { subjects: uniqueBy(entities, ({ ref }) => ref).map(entitySubject), namespace, cluster };
    }
    if (workloads.length > 0 && phrase !== namespacePhrase) {
      const failing = workloads.filter(({ status }) => status === 'failing');
      const meant = failing.length === 1 ? failing : workloads;
      return { subjects: meant.map(workloadSubject), namespace, cluster };
    }
    const owner = known.workloads.find(
      workload =>
        phrase.length === 1 &&
        phrase.name.startsWith(workload.name) &&
        POD_SUFFIX.test(phrase.name.slice(workload.name.length)) &&
        within(workload, namespace, clusterPhrase?.name),
    );
    if (owner) return { subjects: [podSubject(phrase.name, owner)], namespace, cluster };
  }
  if (namespace) {
    const clusters = new Set(known.workloads.filter(w => w.namespace === namespace).map(w => w.cluster));
    const only = clusters.size === 1 ? [...clusters][0] : undefined;
    return { subjects: [namespaceSubject(namespace, cluster ?? only)], namespace, cluster };
  }
  return { subjects: [], cluster };
}
