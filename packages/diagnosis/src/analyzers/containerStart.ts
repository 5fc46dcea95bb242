import { Category } from '../categories';
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

interface Blame {
  /** Why it is to blame. */
  says: string;
  advice(container: string): string;
}

const PROGRAM: Blame = {
  says: "The process never ran, so the cause is the command or the image, not the program's work.",
  advice: container => `Correct command or args of container ${container}, or use an image that has the program`,
};
const NODE: Blame = {
  says: 'The process never ran, because its node or the container runtime there could not start it: the image and its command are not to blame.',
  advice: () => 'Look at the node: its disk, its process ids, its container runtime and its device drivers',
};
const BLAME: Partial<Record<Category, Blame>> = {
  'node-problem': NODE,
  'disk-full': NODE,
  'volume-mount': {
    says: 'The process never ran, because what is to be mounted and the place for it do not fit together.',
    advice: container => `Correct mountPath, subPath or the volume that container ${container} mounts there`,
  },
  'create-container-config': {
    says: 'The process never ran, because what the pod demands for it cannot be given on this node or with this image.',
    advice: container => `Change what the securityContext or the runtime settings of container ${container} demand`,
  },
  'oom-killed': {
    says: 'The process never ran: the memory limit does not even hold the start of a process.',
    advice: container => `Raise the memory limit of container ${container}`,
  },
};

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
  const category =
    findStartError(message)?.error.category ?? (isStepOfKubelet(container) ? 'node-problem' : 'bad-command');
  const blame = BLAME[category] ?? PROGRAM;
  const atNode = category === 'node-problem' || category === 'disk-full';
  return {
    category,
    severity: severityFor(workload, context.graph),
    confidence: 0.93,
    resource,
    container: container.name,
    title: `${resource.name} cannot start: ${why}`,
    rootCause: `Container ${container.name} cannot be started: ${why}.${
      blame === PROGRAM ? ` ${ofCommand(command)}.` : ''
    }`,
    explanation: `${upperFirst(podsAffected(workload, context.graph))}. ${blame.says}`,
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
        description: blame.advice(container.name),
        risk: 'MEDIUM',
        ...(atNode ? {} : { changes: 'The pod template: one rollout.' }),
      },
      { type: 'inspect', what: 'describe', target: refOf(pod), why: 'See the message of the container runtime' },
    ],
    blames: atNode && pod.spec?.nodeName ? [{ kind: 'Node', name: pod.spec.nodeName }] : [],
  };
}

/** The kubelet failed before it asked the runtime: neither image nor command are to blame. */
function isStepOfKubelet(container: ContainerView): boolean {
  return /^Pre(Create|Start)HookError$/.test(waitingReason(container) ?? '');
}

function ofCommand(command: string): string {
  return command ? `Its command is: ${command}` : 'It has no command of its own, so the one of the image is used';
}

function describeExitOfShell(exitCode: number | undefined): string {
  if (exitCode === 127) return 'the command was not found (exit code 127)';
  if (exitCode === 126) return 'the command is not executable (exit code 126)';
  return 'the container runtime gives no reason';
}
