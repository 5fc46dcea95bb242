import { Category } from '../../categories';
import { ClusterGraph } from '../../cluster/ClusterGraph';
import { containersOf, isOver } from '../../cluster/pods';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';
import { variablesOf } from './environment';

/** Times of different parts of a cluster differ a little. Seconds. */
const MARGIN = 5;

const NEVER_STARTED: Category[] = ['create-container-config', 'secret-missing-key', 'image-pull', 'invalid-image'];

/** A container that still has the variables of a ConfigMap which was changed after it started. */
export function staleConfiguration(failure: Failure, graph: ClusterGraph): Contradiction[] {
  const { containers, workload, namespace, text, draft } = failure;
  // What has not started yet reads what the ConfigMap says now.
  if (NEVER_STARTED.includes(draft.category)) return [];
  const pods = graph.podsOf(workload).filter(pod => !isOver(pod));
  return containers.flatMap(container => {
    const startedAt = pods
      .flatMap(containersOf)
      .filter(({ name }) => name === container.name)
      .flatMap(({ status }) => (status.state?.running?.startedAt ? [String(status.state.running.startedAt)] : []))
      .sort()[0];
    const read = variablesOf(container, namespace, graph).filter(({ configMap }) => configMap !== undefined);
    return [...new Set(read.map(({ configMap }) => configMap!))].flatMap(name => {
      const configMap = graph.find({ kind: 'ConfigMap', namespace, name });
      const changed = configMap?.metadata.lastUpdateTime;
      if (!configMap || !changed || !startedAt || !isAfter(changed, startedAt)) return [];
      // It matters when what fails is not what the ConfigMap says now.
      const names = read.filter(each => each.configMap === name && text.includes(each.name));
      if (names.length === 0) return [];
      return [
        {
          sentence: `ConfigMap ${name} was changed at ${changed}, after container ${container.name} started (${startedAt}); variables are read at the start only, so ${names[0].name} still has its old value.`,
          evidence: [
            fromObject(
              configMap,
              `changed at ${changed}; container ${container.name} runs since ${startedAt}`,
              changed,
            ),
          ],
          fixes: [
            {
              type: 'restart' as const,
              workload: failure.draft.resource,
              why: `it reads ConfigMap ${name} at its start only`,
            },
          ],
        },
      ];
    });
  });
}

export function isAfter(later: string, earlier: string): boolean {
  return Date.parse(later) - Date.parse(earlier) > MARGIN * 1000;
}
