import { eventMessage } from '../cluster/events';
import { asArray, ContainerView, waitingReason } from '../cluster/pods';
import { clip } from '../explain/words';
import { Analyzer } from './Analyzer';
import { deathOf } from './deaths';
import { fromEvent, fromObject } from './evidence';
import { containerOf, podsAffected, runningSubjects, severityFor } from './failingPods';

/** Containers that are killed because their postStart hook fails: the program itself has done nothing wrong. */
export const lifecycleHooks: Analyzer = {
  name: 'lifecycle-hooks',
  sees: 'Containers that are killed because their postStart hook fails, with the hook and what it said.',
  analyze({ graph, now }) {
    return runningSubjects({ graph }).flatMap(subject => {
      const { container, workload, resource, pod } = subject;
      const death = deathOf(subject, graph, now);
      if (death?.cause !== 'failed-hook' || !death.event) return [];
      const hook = container.spec.lifecycle?.postStart;
      const what = hook?.exec
        ? `command ${clip(asArray(hook.exec.command).join(' '), 120)}`
        : `request to ${hook?.httpGet?.path ?? 'its endpoint'}`;
      const words = hookWords(container, eventMessage(death.event));
      return [
        {
          category: 'bad-command' as const,
          severity: severityFor(workload, graph, true),
          confidence: 0.93,
          resource,
          container: container.name,
          title: `${resource.name} is killed because its postStart hook fails`,
          rootCause: `The postStart hook of ${containerOf(subject).replace(/^C/, 'c')} (${what}) fails${
            words ? `: ${clip(words, 240)}` : ''
          }. So the kubelet kills the container (exit code ${
            death.termination.exitCode
          }); the program itself does not crash.`,
          explanation: `It has been restarted ${container.status.restartCount} times; ${podsAffected(
            workload,
            graph,
          )}.`,
          evidence: [
            fromEvent(death.event),
            ...(waitingMessage(container) ? [fromObject(pod, waitingMessage(container)!)] : []),
            fromObject(workload, `container ${container.name}: lifecycle.postStart: ${what}`),
          ],
          since: pod.status?.startTime,
          fixes: [
            {
              type: 'advice' as const,
              risk: 'MEDIUM' as const,
              description: `Correct the postStart hook of container ${container.name}, or move what it does into the program`,
              changes: 'The pod template: one rollout.',
            },
          ],
        },
      ];
    });
  },
};

/** What the hook itself said: in the container's status since Kubernetes 1.26, before that in the event. */
function hookWords(container: ContainerView, message: string): string {
  const waiting = waitingMessage(container);
  const said = waiting && /exited with \d+: .*?(?=, message: "|$)/s.exec(waiting)?.[0];
  return (said ?? message.replace(/^PostStartHook failed:?\s*/i, '')).trim();
}

function waitingMessage(container: ContainerView): string | undefined {
  return waitingReason(container) === 'PostStartHookError' ? container.status.state.waiting.message : undefined;
}
