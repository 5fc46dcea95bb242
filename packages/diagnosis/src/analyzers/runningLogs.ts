import { refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { isOver, isReady } from '../cluster/pods';
import { Category } from '../categories';
import { alarmingClues } from './alarmingClues';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { dependenciesBlamed } from './dependencies';
import { fromObject } from './evidence';
import { Subject, subjectsOf } from './failingPods';
import { LogClue, MinedLog } from '../logs/LogMiner';
import { logCause } from './logCause';

/** Pods of one workload whose logs are read; replicas say the same things. */
const PODS_PER_WORKLOAD = 3;

/** Workloads of a namespace whose logs are read for a complaint that names none. */
const MAX_WORKLOADS = 20;

const CATEGORIES_OF_RUNNING: Category[] = [
  'rbac-forbidden',
  'dns',
  'oom-killed',
  'tls-certificate',
  'dependency-down',
  'disk-full',
  'clock-or-deadlock',
  'permission-denied',
  'config-invalid',
];

/** What is asked about runs and is ready, and yet it does not do its work: only its log can tell. */
export const runningLogs: Analyzer = {
  name: 'running-logs',
  sees: 'One line in the log of a running, ready container that was asked about and says that its work fails.',
  async analyze(context) {
    const { graph, scope } = context;
    // A complaint about a namespace may be about any of its workloads.
    const askedAbout =
      scope.focus.length > 0 || !scope.complaint || !scope.namespace
        ? scope.focus
        : graph.workloads(scope.namespace).slice(0, MAX_WORKLOADS);
    const workloads = new Set(
      askedAbout
        .flatMap(object => (object.kind === 'Service' ? graph.podsBehind(object) : graph.podsOf(object)))
        .map(pod => graph.workloadOf(pod)),
    );
    return readRunning([...workloads], context, log => alarmingClues(log, scope));
  },
};

/** Findings of the logs of workloads all of whose pods are ready. */
export async function readRunning(
  workloads: KubernetesObject[],
  context: AnalysisContext,
  choose: (log: MinedLog) => LogClue[],
): Promise<FindingDraft[]> {
  const { graph } = context;
  const subjects = workloads.flatMap(workload => {
    const pods = graph.podsOf(workload).filter(pod => !isOver(pod));
    // A workload that is visibly broken is the business of the others, which read its logs themselves.
    if (!pods.every(isReady)) return [];
    return newestFirst(pods)
      .slice(0, PODS_PER_WORKLOAD)
      .flatMap(pod => subjectsOf(pod, graph))
      .filter(({ container }) => container.status.state?.running);
  });
  const findings = await Promise.all(subjects.map(subject => describe(subject, context, choose)));
  return findings.flat();
}

function newestFirst(pods: KubernetesObject[]): KubernetesObject[] {
  return [...pods].sort((a, b) =>
    (b.metadata.creationTimestamp ?? '').localeCompare(a.metadata.creationTimestamp ?? ''),
  );
}

async function describe(
  subject: Subject,
  context: AnalysisContext,
  choose: (log: MinedLog) => LogClue[],
): Promise<FindingDraft[]> {
  const { pod, container, resource } = subject;
  const log = await context.logs.ofPresentRun(pod, container);
  const clues = log ? choose(log) : [];
  const cause = log && logCause({ ...log, clues });
  if (!cause) return [];
  const isKnown = cause.category && (cause.clue.own || CATEGORIES_OF_RUNNING.includes(cause.category));
  const category = isKnown && cause.category ? cause.category : 'log-needle';
  const account = pod.spec?.serviceAccountName ?? 'default';
  const { verb, resource: asked } = cause.clue.facts;
  const memory = container.spec.resources?.limits?.memory;
  const limit = category === 'oom-killed' && memory ? `memory limit ${memory}, ` : '';
  return [
    {
      category,
      severity: cause.clue.own?.severity ?? 'MEDIUM',
      confidence: Math.min(0.9, cause.clue.weight),
      resource,
      container: container.name,
      title: `${resource.name} runs, but its work fails: ${cause.sentence}`,
      rootCause: `${cause.sentence}. Container ${container.name} of ${resource.kind} ${resource.name} runs and is ready, so nothing else shows it.`,
      explanation: `The line is number ${cause.clue.line} of ${log.lines} in its log${
        cause.clue.occurrences > 1 ? ` and occurs ${cause.clue.occurrences} times` : ''
      }.${category === 'rbac-forbidden' ? ` The pod acts as ServiceAccount ${account}.` : ''}`,
      evidence: [
        ...cause.evidence,
        fromObject(
          pod,
          `container ${container.name}: ready, ${limit}restarts ${
            container.status.restartCount ?? 0
          }, ServiceAccount ${account}`,
        ),
      ],
      fixes: [
        ...cause.advice,
        ...(category === 'rbac-forbidden' && verb && asked
          ? [
              {
                type: 'can-i' as const,
                verb,
                resource: asked,
                namespace: pod.metadata.namespace ?? 'default',
                serviceAccount: account,
              },
            ]
          : []),
        {
          type: 'read-log',
          pod: refOf(pod),
          container: container.name,
          previous: false,
          why: `Read the log around line ${cause.clue.line}`,
        },
      ],
      blames: dependenciesBlamed(subject, cause, context.graph),
    },
  ];
}
