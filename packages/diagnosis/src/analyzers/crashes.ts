import { Category } from '../categories';
import { asArray } from '../cluster/pods';
import { plural } from '../explain/words';
import { findExitCode } from '../reasons/exitCodes';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { Death, deathOf, SIGNALS } from './deaths';
import { fromObject } from './evidence';
import { containerOf, podsAffected, runningSubjects, severityFor, Subject } from './failingPods';
import { LogCause, logCause, tailEvidence } from './logCause';
import { dependenciesBlamed } from './dependencies';

/** What a program's last words may be about; anything else is an error of the application. */
const CATEGORIES_OF_CRASHES: Category[] = [
  'crash-loop-config',
  'config-invalid',
  'bad-command',
  'port-conflict',
  'dns',
  'tls-certificate',
  'dependency-down',
  'rbac-forbidden',
  'disk-full',
  'permission-denied',
  'clock-or-deadlock',
  'oom-killed',
];

/** Containers that end by themselves, again and again; the line in the log that tells why stands in the finding. */
export const crashes: Analyzer = {
  name: 'crashes',
  sees: 'Containers that exit again and again: the exit code or signal, and the line of the log that tells why.',
  async analyze(context) {
    const dying = runningSubjects(context).flatMap(subject => {
      const death = subject.container.role === 'main' ? deathOf(subject, context.graph, context.now) : undefined;
      return death && ['signal', 'error', 'finished'].includes(death.cause) ? [{ subject, death }] : [];
    });
    return Promise.all(dying.map(({ subject, death }) => describe(subject, death, context)));
  },
};

async function describe(subject: Subject, death: Death, context: AnalysisContext): Promise<FindingDraft> {
  const { pod, container, workload, resource } = subject;
  const log = await context.logs.ofLastEnd(pod, container);
  const cause = logCause(log);
  const { exitCode, finishedAt, message } = death.termination;
  const restarts = container.status.restartCount ?? 0;
  const isFault = death.cause === 'signal' && Boolean(findExitCode(exitCode)?.fault);
  const category = categoryOf(death, cause, isFault);
  const ending = describeExit(exitCode);
  // 0 and 1 are what any program ends with.
  const meaning = exitCode > 1 && findExitCode(exitCode) ? `, which stands for ${findExitCode(exitCode)!.means}` : '';
  const who = `${containerOf(subject)} of ${resource.kind} ${resource.name}`;
  const neighbours = portNeighbours(subject, cause);
  return {
    category,
    severity: severityFor(workload, context.graph, true),
    confidence: confidenceOf(cause, isFault),
    resource,
    container: container.name,
    title: cause ? `${resource.name} crashes: ${cause.sentence}` : `${resource.name} crashes: ${ending}`,
    rootCause: cause
      ? `${cause.sentence}${neighbours}. ${who} exits because of it (${ending}).`
      : `${who} ends with ${ending}${
          isFault ? ', a crash in native code rather than an exception' : ''
        }${meaning}; its log does not say why.`,
    explanation: `${who} has been restarted ${plural(restarts, 'time')}; ${podsAffected(workload, context.graph)}. ${
      cause
        ? `The decisive line is line ${cause.clue.line} of ${log?.lines} of the log of the run that failed.`
        : `${log ? `${log.lines} lines of its log were read and none tells a cause` : 'Its log could not be read'}.`
    }`,
    evidence: [
      ...(cause?.evidence ?? []),
      fromObject(
        pod,
        `container ${container.name}: last exit code ${exitCode}${
          SIGNALS[exitCode - 128] ? ` (${SIGNALS[exitCode - 128]})` : ''
        }` +
          `, reason ${death.termination.reason ?? 'unknown'}, restarts ${restarts}${
            message ? `, message: ${message}` : ''
          }`,
        finishedAt,
      ),
      ...(cause ? [] : tailEvidence(log)),
    ],
    since: pod.status?.startTime ?? pod.metadata.creationTimestamp,
    fixes: [
      ...(cause?.advice ?? []),
      {
        type: 'read-log',
        pod: { kind: 'Pod', namespace: pod.metadata.namespace, name: pod.metadata.name },
        container: container.name,
        previous: Boolean(container.status.state?.running),
        why: cause ? `Read the log around line ${cause.clue.line}` : 'Read the whole log of the run that failed',
      },
    ],
    blames: dependenciesBlamed(subject, cause, context.graph),
  };
}

function confidenceOf(cause: LogCause | undefined, isFault: boolean): number {
  if (cause) return Math.max(0.75, cause.clue.weight);
  return isFault ? 0.85 : 0.55;
}

function categoryOf(death: Death, cause: LogCause | undefined, isFault: boolean): Category {
  if (cause?.clue.own && cause.category) return cause.category;
  if (isFault && !cause?.category) return 'exit-code-signal';
  // A user that is rejected is a matter of what the program was given, not of rights on a file.
  if (cause?.category === 'permission-denied' && (cause.clue.facts.user || isAboutCredentials(cause.clue)))
    return 'crash-loop-config';
  if (cause?.category && CATEGORIES_OF_CRASHES.includes(cause.category)) return cause.category;
  if (death.cause === 'signal') return 'exit-code-signal';
  if (death.cause === 'finished' && !cause) return 'bad-command';
  // 78 is EX_CONFIG of sysexits.h.
  if (death.termination.exitCode === 78) return 'crash-loop-config';
  return 'crash-loop-app-error';
}

function isAboutCredentials({ text, facts }: LogCause['clue']): boolean {
  return facts.path === undefined && /\b(?:credentials?|passwords?|access key|secret key)\b/i.test(text);
}

export function describeExit(exitCode: number): string {
  const signal = SIGNALS[exitCode - 128];
  if (exitCode === 0) return 'exit code 0: its main process finishes, where a service has to stay';
  if (signal === 'SIGSEGV') return 'exit code 139 (SIGSEGV, segmentation fault)';
  return signal ? `exit code ${exitCode} (${signal})` : `exit code ${exitCode}`;
}

/** Containers of one pod share its network: who else has the port that is in use. */
function portNeighbours({ pod, container }: Subject, cause: LogCause | undefined): string {
  if (cause?.category !== 'port-conflict') return '';
  const port = Number(cause.clue.facts.port);
  const others = asArray(pod.spec?.containers).filter(
    other =>
      other.name !== container.name &&
      (Number.isNaN(port) || asArray(other.ports).some(declared => declared.containerPort === port)),
  );
  return others.length > 0
    ? `; container ${others.map(other => other.name).join(' and ')} of the same pod${
        Number.isNaN(port) ? ' shares its network' : ` already listens on ${port}`
      }`
    : '';
}
