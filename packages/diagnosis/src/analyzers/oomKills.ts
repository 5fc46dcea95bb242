import { formatBytes, parseQuantity } from '../cluster/quantity';
import { roomierLimit } from '../fixes/roomierLimit';
import { Analyzer, FindingDraft } from './Analyzer';
import { deathOf } from './deaths';
import { fromObject } from './evidence';
import { containerOf, podsAffected, runningSubjects, severityFor } from './failingPods';
import { tailEvidence } from './logCause';

/** Containers that the kernel ends because they need more memory than their limit. */
export const oomKills: Analyzer = {
  name: 'oom-kills',
  sees: 'Containers that are killed for exceeding their memory limit (OOMKilled), with the limit and what they did last.',
  async analyze(context) {
    const findings: FindingDraft[] = [];
    for (const subject of runningSubjects(context)) {
      const { pod, container, workload, resource } = subject;
      const death = deathOf(subject, context.graph, context.now);
      if (death?.cause !== 'out-of-memory') continue;
      const limit = container.spec.resources?.limits?.memory as string | undefined;
      const bytes = parseQuantity(limit);
      const restarts = container.status.restartCount ?? 0;
      const log = await context.logs.ofLastEnd(pod, container);
      findings.push({
        category: 'oom-killed',
        severity: severityFor(workload, context.graph, true),
        confidence: 0.95,
        resource,
        container: container.name,
        title: `${resource.name} runs out of memory${limit ? ` at its limit of ${limit}` : ''}`,
        rootCause: limit
          ? `${containerOf(
              subject,
            )} needs more memory than its limit of ${limit}, so the kernel kills it (OOMKilled, exit code ${
              death.termination.exitCode
            }).`
          : `${containerOf(
              subject,
            )} has no memory limit and was killed because its node ran out of memory (OOMKilled).`,
        explanation:
          `It has been killed ${restarts} ${restarts === 1 ? 'time' : 'times'}; ${podsAffected(
            workload,
            context.graph,
          )}. ` +
          `Either the limit is too small for what it does, or it uses ever more memory (a leak, or a whole data set loaded at once).`,
        evidence: [
          fromObject(
            pod,
            `container ${container.name}: lastState.terminated reason OOMKilled, exit code ${death.termination.exitCode}, restarts ${restarts}, ` +
              `memory limit ${limit ?? 'none'}, request ${container.spec.resources?.requests?.memory ?? 'none'}`,
            death.termination.finishedAt,
          ),
          ...tailEvidence(log),
        ],
        since: pod.status?.startTime,
        fixes:
          bytes && limit
            ? [
                {
                  type: 'set-resources',
                  workload: resource,
                  container: container.name,
                  init: container.role === 'init',
                  changes: [{ field: 'limits', resource: 'memory', from: limit, to: roomierLimit(bytes) }],
                  why: 'twice the present limit is a first step',
                },
                {
                  type: 'advice',
                  description: `If memory only ever grows, a higher limit buys time: profile the heap, and bound caches and batch sizes well below ${formatBytes(
                    bytes,
                  )}`,
                },
              ]
            : [
                {
                  type: 'advice',
                  description: `Give container ${container.name} a memory request and limit, so that it cannot starve its node`,
                },
              ],
      });
    }
    return findings;
  },
};
