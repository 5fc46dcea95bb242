import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { ClusterHealthReport } from '@triage/plugin-triage-common';
import { plain, prose } from '../format/markdown';
import { askTriage, TriageActionDeps } from './askTriage';
import { examples } from './clusterHealth.examples';

/** Failing workloads that are listed; the cluster health page has all. */
const MAX_WORKLOADS = 20;

/** `triage:cluster-health`: nodes, failing workloads and the worst status of all clusters or one. */
export function createClusterHealthAction(deps: TriageActionDeps) {
  return createTemplateAction({
    id: 'triage:cluster-health',
    description: 'Reads the health of one cluster or of all: nodes, failing workloads, and one status for all of it.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        cluster: z => z.string().optional().describe('A cluster of the Kubernetes plugin; all of them when left out'),
      },
      output: {
        clusterStatus: z =>
          z.enum(['HEALTHY', 'DEGRADED', 'CRITICAL', 'UNKNOWN']).describe('The worst of all clusters'),
        totalNodes: z => z.number().describe('Nodes of all clusters'),
        readyNodes: z => z.number().describe('Nodes that are ready'),
        failingWorkloads: z =>
          z
            .array(
              z.object({
                kind: z.string(),
                namespace: z.string(),
                name: z.string(),
                ready: z.number(),
                desired: z.number(),
                reason: z.string().optional(),
              }),
            )
            .describe('Workloads that fail'),
        markdown: z => z.string().describe('The report'),
      },
    },
    async handler(ctx) {
      const cluster = ctx.input.cluster?.trim() || undefined;
      const report = await askTriage(deps, ctx, (triage, options) => triage.getClusterHealth({ cluster }, options));
      const failing = failingWorkloads(report);
      ctx.logger.info(`${report.clusterStatus}: ${report.readyNodes} of ${report.totalNodes} nodes are ready`);
      for (const workload of failing.slice(0, MAX_WORKLOADS)) {
        ctx.logger.info(
          plain(
            `${workload.namespace}/${workload.kind}/${workload.name}: ${workload.ready} of ${workload.desired} ready`,
          ),
        );
      }
      for (const { what, why } of report.blindSpots) ctx.logger.warn(plain(`Could not be read: ${what}: ${why}`));

      ctx.output('clusterStatus', report.clusterStatus);
      ctx.output('totalNodes', report.totalNodes);
      ctx.output('readyNodes', report.readyNodes);
      ctx.output('failingWorkloads', failing);
      ctx.output('markdown', healthMarkdown(report, failing));
    },
  });
}

type FailingWorkload = Pick<
  ClusterHealthReport['workloads'][number],
  'kind' | 'namespace' | 'name' | 'ready' | 'desired' | 'reason'
>;

function failingWorkloads({ workloads }: ClusterHealthReport): FailingWorkload[] {
  return workloads
    .filter(({ status }) => status === 'failing')
    .map(({ kind, namespace, name, ready, desired, reason }) => ({
      kind,
      namespace,
      name,
      ready,
      desired,
      ...(reason ? { reason } : {}),
    }));
}

function healthMarkdown(report: ClusterHealthReport, failing: FailingWorkload[]): string {
  const lines = [
    `**${report.clusterStatus}** · ${report.readyNodes} of ${report.totalNodes} nodes are ready.`,
    '',
    ...report.nodeIssues.map(
      ({ node, condition, message }) => `- ${prose(node)}: ${prose(condition)}. ${prose(message)}`,
    ),
    ...failing
      .slice(0, MAX_WORKLOADS)
      .map(
        ({ kind, namespace, name, ready, desired, reason }) =>
          `- ${prose(`${namespace}/${name}`)} (${prose(kind)}): ${ready} of ${desired} ready${
            reason ? `, ${prose(reason)}` : ''
          }`,
      ),
    ...report.blindSpots.map(({ what, why }) => `- Could not be read: ${prose(what)}: ${prose(why)}`),
  ];
  if (failing.length > MAX_WORKLOADS) lines.push(`- and ${failing.length - MAX_WORKLOADS} more`);
  return lines.join('\n').trim();
}
