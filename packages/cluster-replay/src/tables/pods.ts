import { KubernetesObject } from '../snapshot/KubernetesObject';
import { parseTime } from '../time/rfc3339';
import { age, Cell, columns, containerNames, formatLabels, since, TablePrinter } from './TablePrinter';

export const podPrinters: Record<string, TablePrinter> = {
  Pod: {
    columns: columns(
      'Name',
      'Ready',
      'Status',
      'Restarts',
      'Age',
      '+IP',
      '+Node',
      '+Nominated Node',
      '+Readiness Gates',
    ),
    cells: podCells,
    conditions: pod => {
      if (pod.status?.phase === 'Succeeded') {
        return [completed('Succeeded', 'The pod has completed successfully.')];
      }
      return pod.status?.phase === 'Failed' ? [completed('Failed', 'The pod failed.')] : undefined;
    },
  },
  PodTemplate: {
    columns: columns('Name', 'Containers', 'Images', 'Pod Labels'),
    cells: template => [
      template.metadata.name,
      ...containerNames(template.template),
      formatLabels(template.template?.metadata?.labels),
    ],
  },
};

function completed(reason: string, message: string) {
  return { type: 'Completed', status: 'True', reason, message };
}

function podCells(pod: KubernetesObject, now: number): Cell[] {
  const { ready, total, status, restarts, lastRestart } = summarizePod(pod);
  const restartText = restarts > 0 && lastRestart ? `${restarts} (${since(lastRestart, now)} ago)` : `${restarts}`;
  return [
    pod.metadata.name,
    `${ready}/${total}`,
    status,
    restartText,
    age(pod, now),
    pod.status?.podIPs?.[0]?.ip || '<none>',
    pod.spec?.nodeName || '<none>',
    pod.status?.nominatedNodeName || '<none>',
    readinessGates(pod),
  ];
}

interface PodSummary {
  ready: number;
  total: number;
  /** The word in kubectl's STATUS column. */
  status: string;
  restarts: number;
  lastRestart?: string;
}

/** What kubectl makes of phase, conditions and container states: init containers first, then the rest overrules. */
export function summarizePod(pod: KubernetesObject): PodSummary {
  const init = summarizeInit(pod);
  const summary: PodSummary = {
    ready: init.ready,
    total: (pod.spec?.containers ?? []).length + sidecarNames(pod).size,
    status: init.failed ?? phaseOf(pod),
    restarts: init.restarts,
    lastRestart: init.lastRestart,
  };
  if (init.failed === undefined || conditionIs(pod, 'Initialized')) {
    summarizeContainers(pod, summary, init);
  }
  if (pod.metadata.deletionTimestamp) {
    if (pod.status?.reason === 'NodeLost') summary.status = 'Unknown';
    else if (!['Succeeded', 'Failed'].includes(pod.status?.phase)) summary.status = 'Terminating';
  }
  return summary;
}

function phaseOf(pod: KubernetesObject): string {
  const gated = (pod.status?.conditions ?? []).some(
    (c: any) => c.type === 'PodScheduled' && c.reason === 'SchedulingGated',
  );
  return gated ? 'SchedulingGated' : pod.status?.reason || pod.status?.phase || '';
}

/** Init containers that go on running beside the others. */
function sidecarNames(pod: KubernetesObject): Set<string> {
  const inits: any[] = pod.spec?.initContainers ?? [];
  return new Set(inits.filter(container => container.restartPolicy === 'Always').map(container => container.name));
}

function summarizeInit(pod: KubernetesObject) {
  const sidecars = sidecarNames(pod);
  const result = {
    ready: 0,
    restarts: 0,
    lastRestart: undefined as string | undefined,
    sidecarRestarts: 0,
    lastSidecarRestart: undefined as string | undefined,
    /** What stands in the way of the other containers. */
    failed: undefined as string | undefined,
  };
  const statuses: any[] = pod.status?.initContainerStatuses ?? [];
  for (const [index, status] of statuses.entries()) {
    const isSidecar = sidecars.has(status.name);
    const finished = status.lastState?.terminated?.finishedAt;
    result.restarts += status.restartCount ?? 0;
    result.lastRestart = later(result.lastRestart, finished);
    if (isSidecar) {
      result.sidecarRestarts += status.restartCount ?? 0;
      result.lastSidecarRestart = later(result.lastSidecarRestart, finished);
    }
    const { terminated, waiting } = status.state ?? {};
    if (terminated && (terminated.exitCode ?? 0) === 0) continue;
    if (isSidecar && status.started) {
      if (status.ready) result.ready++;
      continue;
    }
    if (terminated) {
      result.failed = `Init:${terminated.reason || exitText(terminated)}`;
    } else if (waiting?.reason && waiting.reason !== 'PodInitializing') {
      result.failed = `Init:${waiting.reason}`;
    } else {
      result.failed = `Init:${index}/${pod.spec?.initContainers?.length ?? 0}`;
    }
    break;
  }
  return result;
}

function summarizeContainers(pod: KubernetesObject, summary: PodSummary, init: ReturnType<typeof summarizeInit>) {
  summary.restarts = init.sidecarRestarts;
  summary.lastRestart = init.lastSidecarRestart;
  let hasRunning = false;
  const statuses: any[] = pod.status?.containerStatuses ?? [];
  // From the last to the first, so that the first container's reason is the one that stays.
  for (const status of [...statuses].reverse()) {
    summary.restarts += status.restartCount ?? 0;
    summary.lastRestart = later(summary.lastRestart, status.lastState?.terminated?.finishedAt);
    const { waiting, terminated, running } = status.state ?? {};
    if (waiting?.reason) {
      summary.status = waiting.reason;
    } else if (terminated) {
      summary.status = terminated.reason || exitText(terminated);
    } else if (status.ready && running) {
      hasRunning = true;
      summary.ready++;
    }
  }
  if (summary.status === 'Completed' && hasRunning) {
    summary.status = conditionIs(pod, 'Ready') ? 'Running' : 'NotReady';
  }
}

function exitText(terminated: any): string {
  return terminated.signal ? `Signal:${terminated.signal}` : `ExitCode:${terminated.exitCode ?? 0}`;
}

function conditionIs(pod: KubernetesObject, type: string): boolean {
  return (pod.status?.conditions ?? []).some((c: any) => c.type === type && c.status === 'True');
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  return (parseTime(b) ?? -Infinity) > (parseTime(a) ?? -Infinity) ? b : a;
}

function readinessGates(pod: KubernetesObject): string {
  const gates: any[] = pod.spec?.readinessGates ?? [];
  if (gates.length === 0) return '<none>';
  return `${gates.filter(gate => conditionIs(pod, gate.conditionType)).length}/${gates.length}`;
}
