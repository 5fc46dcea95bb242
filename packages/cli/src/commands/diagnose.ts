import { ClusterReader, createClusterReader, createRedactor, diagnose, Diagnosis, Redactor } from '@triage/diagnosis';
import { badUse, unreadable } from '../CliError';
import { assertReachable } from '../clusters/assertReachable';
import { ClusterOptions, openCluster, OpenCluster } from '../clusters/openCluster';
import { readStdin } from '../input';
import { write, writeJson } from '../output';
import { parseTarget } from '../parseTarget';
import { readSignatures } from '../readSignatures';
import { renderDiagnosis } from '../rendering/renderDiagnosis';
import { terminalOptions } from '../rendering/Terminal';
import { runbookAdvisor } from '../runbooks/runbookAdvisor';

export interface DiagnoseCommandOptions extends ClusterOptions {
  namespace?: string;
  target?: string;
  question?: string;
  error?: string;
  runbooks?: string;
  signatures?: string;
  output: 'text' | 'json';
}

export async function diagnoseCommand(options: DiagnoseCommandOptions): Promise<void> {
  const target = options.target === undefined ? undefined : parseTarget(options.target);
  const signatures = await readSignatures(options.signatures);
  const redactor = createRedactor();
  const advise = runbookAdvisor(options.runbooks, redactor);
  // a folder that is no folder is told when it is asked for, not as an unhandled rejection before
  advise.catch(() => {});
  const errorText = options.error === '-' ? await readStdin() : options.error;
  const cluster = needsCluster(options) ? await openCluster(options) : undefined;
  try {
    const namespace = cluster && namespaceOf(options, cluster);
    const reader = cluster && createClusterReader({ cluster: cluster.name, fetch: cluster.fetch, redactor });
    if (reader) {
      await assertReachable(reader);
    }
    const diagnosis = await diagnose(
      {
        question: redacted(options.question, redactor),
        errorMessage: redacted(errorText, redactor),
        namespace,
        target: target && { ...target, namespace },
      },
      { reader, signatures, advise: await advise },
    );
    await (options.output === 'json' ? writeJson(diagnosis) : write(renderDiagnosis(diagnosis, terminalOptions())));
    if (nothingRead(diagnosis, reader)) {
      throw unreadable(`Nothing of cluster ${diagnosis.cluster} could be read: ${diagnosis.blindSpots[0].why}`);
    }
  } finally {
    await cluster?.close();
  }
}

/** An error text alone is judged without any cluster. */
function needsCluster({ snapshot, kubeconfig, context, namespace, target, error }: DiagnoseCommandOptions): boolean {
  const named = [snapshot, kubeconfig, context, namespace, target].some(option => option !== undefined);
  return named || error === undefined;
}

function namespaceOf({ namespace, snapshot }: DiagnoseCommandOptions, cluster: OpenCluster): string {
  if (namespace !== undefined) {
    if (namespace === '') {
      throw badUse('--namespace needs a name.');
    }
    return namespace;
  }
  if (snapshot !== undefined) {
    const names = cluster.namespaces?.join(', ') || 'none';
    throw badUse(`Say where to look: --namespace NAME. This recording has ${names}.`);
  }
  return cluster.namespace ?? 'default';
}

function nothingRead({ k8sContext, blindSpots }: Diagnosis, reader: ClusterReader | undefined): boolean {
  const objects = Object.values(k8sContext.objects).reduce((sum, count) => sum + count, 0);
  return reader !== undefined && objects === 0 && blindSpots.length > 0;
}

function redacted(text: string | undefined, redactor: Redactor): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : redactor.text(text);
}
