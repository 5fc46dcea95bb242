import { ClusterGraph } from '../../cluster/ClusterGraph';
import { parseQuantity } from '../../cluster/quantity';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';

const PROBES = ['liveness-probe', 'readiness-probe', 'startup-probe'];
const TOO_SLOW = /context deadline exceeded|timed? ?out|Client\.Timeout/i;
/** Cores. Below this a request that costs 50 ms of CPU takes half a second. */
const LITTLE = 0.1;

/** A probe that gets no answer in time from a container that may use hardly any CPU: the kernel makes it wait. */
export function throttledProbes({ draft, text, containers, workload }: Failure, _graph: ClusterGraph): Contradiction[] {
  if (!PROBES.includes(draft.category) || !TOO_SLOW.test(text)) return [];
  const [container] = containers;
  const limit = container?.resources?.limits?.cpu;
  const cores = limit === undefined ? undefined : parseQuantity(String(limit));
  if (cores === undefined || Number.isNaN(cores) || cores > LITTLE) return [];
  return [
    {
      sentence: `Its CPU limit is ${limit}: beyond that the kernel makes the container wait (throttling), which delays the answer.`,
      evidence: [fromObject(workload, `container ${container.name}: limits.cpu ${limit}`)],
    },
  ];
}
