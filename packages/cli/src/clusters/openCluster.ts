import { openSnapshot, ReplayedCluster } from '@triage/cluster-replay';
import { KubernetesFetch } from '@triage/diagnosis';
import { unreadable } from '../CliError';
import { kubeConfigFetch } from './kubeConfigFetch';
import { loadKubeConfig } from './loadKubeConfig';
import { snapshotName } from './snapshotName';

export interface ClusterOptions {
  snapshot?: string;
  kubeconfig?: string;
  context?: string;
}

/** A cluster to read, live or recorded. */
export interface OpenCluster {
  name: string;
  fetch: KubernetesFetch;
  /** Of the kubeconfig's context. */
  namespace?: string;
  /** What a recording has; unknown for a live cluster. */
  namespaces?: string[];
  /** Of a recording: it went through the redactor when it was made. */
  recordedByTriage?: boolean;
  close(): Promise<void>;
}

/** @throws CliError when there is no such recording, kubeconfig or context */
export async function openCluster(options: ClusterOptions): Promise<OpenCluster> {
  return options.snapshot === undefined ? openLiveCluster(options) : openRecording(options.snapshot);
}

async function openRecording(path: string): Promise<OpenCluster> {
  const name = snapshotName(path);
  try {
    const snapshot = await openSnapshot(path);
    try {
      const cluster = await ReplayedCluster.create(snapshot, { name });
      const namespaces = await cluster.fetch('/api/v1/namespaces').then(response => response.json());
      return {
        name,
        fetch: (requestPath, init) => cluster.fetch(requestPath, init),
        namespaces: (namespaces.items ?? []).map((namespace: any) => namespace.metadata.name),
        recordedByTriage: snapshot.notes !== undefined,
        close: () => snapshot.close(),
      };
    } catch (error) {
      await snapshot.close();
      throw error;
    }
  } catch (error) {
    throw unreadable((error as Error).message);
  }
}

async function openLiveCluster({ kubeconfig, context }: ClusterOptions): Promise<OpenCluster> {
  const config = await loadKubeConfig(kubeconfig, context);
  const { fetch, close } = kubeConfigFetch(config);
  return {
    name: config.getCurrentContext(),
    fetch,
    namespace: config.getContextObject(config.getCurrentContext())?.namespace,
    close: async () => close(),
  };
}
