import { ClusterHealth, ClusterStatus, WorkloadHealth } from '@triage/diagnosis';
import { relativeTime } from './relativeTime';
import { RenderOptions, Style, Terminal } from './Terminal';

const STYLES: Record<ClusterStatus, Style> = {
  HEALTHY: 'green',
  DEGRADED: 'yellow',
  CRITICAL: ['bold', 'red'],
  UNKNOWN: 'yellow',
};

const MAX_LINES = 30;

/** The state of a cluster for a person at a terminal: what is wrong in detail, the rest as numbers. A pure function. */
export function renderHealth(health: ClusterHealth, options: RenderOptions): string {
  const { cluster, clusterStatus, totalNodes, readyNodes, nodeIssues, workloads, warnings, checkedAt } = health;
  const terminal = new Terminal(options);
  const count = (status: WorkloadHealth['status']) => workloads.filter(workload => workload.status === status).length;
  const others = (['progressing', 'scaled-to-zero', 'completed'] as const)
    .filter(status => count(status) > 0)
    .map(status => ` · ${count(status)} ${status}`);
  terminal.parts(
    [STYLES[clusterStatus], clusterStatus],
    '  ',
    ['bold', cluster],
    ` · ${readyNodes} of ${totalNodes} nodes ready · ${count('healthy')} workloads healthy · ${count(
      'failing',
    )} failing`,
    others.join(''),
  );
  terminal.rule();

  section(
    terminal,
    'Nodes',
    nodeIssues.map(
      ({ node, condition, message, since }) => `${node}  ${condition}  ${message}${time(since, checkedAt)}`,
    ),
  );
  const wrong = workloads.filter(({ status }) => status === 'failing' || status === 'progressing');
  section(
    terminal,
    'Workloads',
    wrong.map(
      ({ namespace, kind, name, ready, desired, restarts, status, reason, since }) =>
        `${namespace}/${name}  ${kind}  ${ready} of ${desired} ready  ${reason ?? status}` +
        `${restarts > 0 ? `  ${restarts} restarts` : ''}${time(since, checkedAt)}`,
    ),
  );
  section(
    terminal,
    'Warnings of the last hour',
    warnings.map(
      ({ reason, namespace, object, message, count: times, lastSeen }) =>
        `${times} x ${reason}  ${namespace}  ${object}  ${relativeTime(lastSeen, checkedAt)}\n${message}`,
    ),
  );
  section(
    terminal,
    'Could not see',
    health.blindSpots.map(({ what, why }) => `${what}: ${why}`),
  );
  return terminal.toString();
}

function time(since: string | undefined, now: string): string {
  return since ? `  since ${relativeTime(since, now)}` : '';
}

function section(terminal: Terminal, title: string, texts: string[]): void {
  if (texts.length === 0) {
    return;
  }
  terminal.heading(title);
  texts.slice(0, MAX_LINES).forEach(text => terminal.text(text, { first: '  - ' }));
  if (texts.length > MAX_LINES) {
    terminal.line(`  … and ${texts.length - MAX_LINES} more (-o json has all)`, 'dim');
  }
}
