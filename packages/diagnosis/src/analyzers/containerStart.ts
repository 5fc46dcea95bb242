import { refOf } from '../cluster/ClusterGraph';
import { eventMessage } from '../cluster/events';
import { asArray, ContainerView, lastTermination, waitingReason } from '../cluster/pods';
import { upperFirst } from '../explain/words';
import { findStartError } from '../reasons/startErrors';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { deathOf, describeStartMessage } from './deaths';
import { fromEvent, fromObject } from './evidence';
import { podsAffected, runningSubjects, severityFor, Subject } from './failingPods';
import { logCause } from './logCause';

const START_REASONS = ['RunContainerError', 'CreateContainerError', 'PreCreateHookError', 'PreStartHookError'];

/** Containers whose process cannot even be started. */
export const containerStart: Analyzer = {
  name: 'container-start',
  sees: 'Processes that the container runtime cannot start: a command that is not in the image, is not executable, or is for another platform.',
  async analyze(context) {
    const stuck = runningSubjects(context).filter(subject => {
      if (START_REASONS.includes(waitingReason(subject.container) ?? '')) return true;
      return deathOf(subject, context.graph, context.now)?.cause === 'could-not-start';
    });
    return Promise.all(stuck.map(subject => describe(subject, context)));
  },
};

async function describe(subject: Subject, context: AnalysisContext): Promise<FindingDraft> {
  const { pod, container, workload, resource } = subject;
  const termination = lastTermination(container);
  const event = context.graph
    .eventsOf(pod)
    .find(
      candidate => /^Error: /.test(eventMessage(candidate)) && /exec|runc|OCI|container/.test(eventMessage(candidate)),
    );
  const message =
    termination?.message ??
    // "back-off 40s restarting failed container" tells nothing.
    (waitingReason(container) === 'CrashLoopBackOff' ? undefined : container.status.state?.waiting?.message) ??
    (event ? eventMessage(event).replace(/^Error: /, '') : '');
  const cause = message ? undefined : logCause(await context.logs.ofLastEnd(pod, container));
  const why = describeStartMessage(message) ?? cause?.sentence ?? describeExitOfShell(termination?.exitCode);
  const command = [...asArray(container.spec.command), ...asArray(container.spec.args)].join(' ').slice(0, 160);
  return {
    category: findStartError(message)?.error.category ?? (isStepOfKubelet(container) ? 'node-problem' : 'bad-command'),
    severity: severityFor(workload, context.graph),
    confidence: 0.93,
    resource,
    container: container.name,
    title: `${resource.name} cannot start: ${why}`,
    rootCause: `Container ${container.name} cannot be started: ${why}.${
      command ? ` Its command is: ${command}` : ' It has no command of its own, so the one of the image is used'
    }.`,
    explanation: `${upperFirst(
      podsAffected(workload, context.graph),
    )}. The process never ran, so the cause is the command or the image, not the program's work.`,
    evidence: [
      ...(message
        ? [
            fromObject(
              pod,
              `container ${container.name}: ${termination?.reason ?? waitingReason(container)}${
                termination ? `, exit code ${termination.exitCode}` : ''
              }: ${message}`,
              termination?.finishedAt,
            ),
          ]
        : [
            fromObject(pod, `container ${container.name}: exit code ${termination?.exitCode}`, termination?.finishedAt),
          ]),
      ...(event ? [fromEvent(event)] : []),
      ...(cause?.evidence ?? []),
      fromObject(
        workload,
        `container ${container.name}: image ${container.spec.image}, command ${command || 'of the image'}`,
      ),
    ],
    since: pod.status?.startTime,
    fixes: [
      {
        type: 'advice',
        description: `Correct command or args of container ${container.name}, or use an image that has the program`,
        risk: 'MEDIUM',
        changes: 'The pod template: one rollout.',
      },
      { type: 'inspect', what: 'describe', target: refOf(pod), why: 'See the message of the container runtime' },
    ],
  };
}

/** The kubelet failed before it asked the runtime: neither image nor command are to blame. */
function isStepOfKubelet(container: ContainerView): boolean {
  return /^Pre(Create|Start)HookError$/.test(waitingReason(container) ?? '');
}

function describeExitOfShell(exitCode: number | undefined): string {
  if (exitCode === 127) return 'the command was not found (exit code 127)';
  if (exitCode === 126) return 'the command is not executable (exit code 126)';
  return 'the container runtime gives no reason';
}
