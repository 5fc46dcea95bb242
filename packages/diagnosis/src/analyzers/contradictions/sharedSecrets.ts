import { ClusterGraph } from '../../cluster/ClusterGraph';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { asArray, containersOf, isOver } from '../../cluster/pods';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';
import { isAfter } from './staleConfiguration';

const REJECTED =
  /wrongpass|invalid (?:username|password|credential)|authentication (?:failed|error)|auth(?:entication)? ?fail|access denied|password (?:authentication|is incorrect|rejected)|rejected (?:the )?(?:password|credentials)|noauth|unauthori[sz]ed|bad credentials/i;

/**
 * Two workloads that read the same Secret, of which the server was started anew later. Secrets are never read; that their
 * values differ by now is likely when the one rejects the other.
 */
export function sharedSecrets(
  { text, workload, containers, spec, namespace }: Failure,
  graph: ClusterGraph,
): Contradiction[] {
  if (!REJECTED.test(text)) return [];
  const own = new Set(secretsRead({ ...spec, containers }));
  const started = firstStart(workload, graph);
  if (own.size === 0 || !started) return [];
  return graph
    .workloads(namespace)
    .filter(other => other !== workload)
    .flatMap((other): Contradiction[] => {
      const secret = secretsRead(graph.templateOf(other).spec).find(name => own.has(name));
      const theirs = firstStart(other, graph);
      if (!secret || !theirs || !isAfter(theirs, started)) return [];
      return [
        {
          sentence: `${workload.metadata.name} and ${other.metadata.name} read the same Secret ${secret}; ${other.metadata.name} was started at ${theirs}, after ${workload.metadata.name} (${started}), which still has the value of its own start.`,
          evidence: [
            fromObject(workload, `reads Secret ${secret}; its oldest container runs since ${started}`),
            fromObject(other, `reads Secret ${secret}; runs since ${theirs}`),
          ],
          fixes: [
            {
              type: 'restart',
              workload: { kind: workload.kind, namespace, name: workload.metadata.name },
              why: `it reads Secret ${secret} at its start only`,
            },
          ],
        },
      ];
    })
    .slice(0, 1);
}

/** As variables: a mounted Secret follows its changes. */
function secretsRead(spec: any): string[] {
  return [...asArray(spec?.initContainers), ...asArray(spec?.containers)].flatMap(container => [
    ...asArray(container.env).flatMap(({ valueFrom }) =>
      valueFrom?.secretKeyRef?.name ? [String(valueFrom.secretKeyRef.name)] : [],
    ),
    ...asArray(container.envFrom).flatMap(({ secretRef }) => (secretRef?.name ? [String(secretRef.name)] : [])),
  ]);
}

function firstStart(workload: KubernetesObject, graph: ClusterGraph): string | undefined {
  return graph
    .podsOf(workload)
    .filter(pod => !isOver(pod))
    .flatMap(containersOf)
    .flatMap(({ status }) => (status.state?.running?.startedAt ? [String(status.state.running.startedAt)] : []))
    .sort()[0];
}
