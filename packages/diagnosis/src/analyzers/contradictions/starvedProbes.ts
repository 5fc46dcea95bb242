import { Category } from '../../categories';
import { parseQuantity } from '../../cluster/quantity';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';

const PROBES: Category[] = ['liveness-probe', 'readiness-probe', 'startup-probe'];
const TOO_LATE = /deadline exceeded|time[d-]? ?-?out|timeout/i;
/** With less than this, a probe of one second may not be answered in time by a busy program. Cores. */
const LITTLE = 0.1;

/** A probe that gets no answer in time from a container that gets hardly any CPU. */
export function starvedProbes({ draft, text, containers, workload }: Failure): Contradiction[] {
  if (!PROBES.includes(draft.category) || !TOO_LATE.test(text)) return [];
  return containers
    .filter(({ resources }) => (parseQuantity(resources?.limits?.cpu) ?? Infinity) < LITTLE)
    .slice(0, 1)
    .map(({ name, resources: { limits } }) => ({
      sentence: `Container ${name} has a CPU limit of ${limits.cpu}: under load it is throttled and may not answer in time.`,
      evidence: [fromObject(workload, `container ${name}: CPU limit ${limits.cpu}`)],
      fixes: [
        {
          type: 'advice' as const,
          risk: 'MEDIUM' as const,
          description: `Raise the CPU limit of container ${name} (now ${limits.cpu}), then see whether the probe is still late`,
          changes: 'The pod template: one rollout.',
        },
      ],
    }));
}
