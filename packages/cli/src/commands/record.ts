import { setMaxListeners } from 'node:events';
import { ClusterReadError } from '@triage/diagnosis';
import { badUse, CliError, unreadable } from '../CliError';
import { ClusterOptions, OpenCluster, openCluster } from '../clusters/openCluster';
import { write } from '../output';
import { recordCluster } from '../recording/recordCluster';
import { RecordingProgress } from '../recording/RecordingProgress';
import { renderRecording } from '../rendering/renderRecording';
import { terminalOptions } from '../rendering/Terminal';

export interface RecordCommandOptions extends ClusterOptions {
  namespace?: string[];
  allNamespaces?: boolean;
  maxLogBytes: number;
  maxBytes: number;
}

export async function recordCommand(out: string, options: RecordCommandOptions): Promise<void> {
  const { maxLogBytes, maxBytes } = options;
  const cluster = await openCluster(options);
  const interruption = new AbortController();
  // each request under way listens, and there are many
  setMaxListeners(0, interruption.signal);
  const interrupt = () => interruption.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const progress = new RecordingProgress(process.stderr);
  try {
    const summary = await recordCluster({
      cluster: cluster.name,
      fetch: cluster.fetch,
      out,
      namespaces: namespacesOf(options, cluster),
      maxLogBytes,
      maxBytes,
      progress,
      signal: interruption.signal,
    });
    await write(renderRecording(out, summary, terminalOptions()));
  } catch (error) {
    progress.end();
    if (interruption.signal.aborted) {
      throw new CliError(`Interrupted. What is complete is kept: the same command goes on from here.`, 130);
    }
    if (error instanceof ClusterReadError) {
      throw unreadable(`${error.message} What is complete is kept: the same command goes on from here.`);
    }
    throw error;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await cluster.close();
  }
}

function namespacesOf(
  { namespace = [], allNamespaces, snapshot }: RecordCommandOptions,
  cluster: OpenCluster,
): string[] | undefined {
  const names = [...new Set(namespace.flatMap(list => list.split(',')).filter(name => name !== ''))];
  if (allNamespaces || (snapshot !== undefined && names.length === 0)) {
    return undefined;
  }
  if (namespace.length > 0 && names.length === 0) {
    throw badUse('--namespace needs a name.');
  }
  return names.length > 0 ? names : [cluster.namespace ?? 'default'];
}
