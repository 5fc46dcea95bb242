import { clusterHealth, createClusterReader, createRedactor } from '@triage/diagnosis';
import { unreadable } from '../CliError';
import { ClusterOptions, openCluster } from '../clusters/openCluster';
import { write, writeJson } from '../output';
import { renderHealth } from '../rendering/renderHealth';
import { terminalOptions } from '../rendering/Terminal';

export interface HealthOptions extends ClusterOptions {
  namespace?: string[];
  output: 'text' | 'json';
}

export async function healthCommand({ namespace, output, ...clusterOptions }: HealthOptions): Promise<void> {
  const cluster = await openCluster(clusterOptions);
  try {
    const reader = createClusterReader({ cluster: cluster.name, fetch: cluster.fetch, redactor: createRedactor() });
    const health = await clusterHealth(reader, { namespaces: namespace });
    if (health.clusterStatus === 'UNKNOWN') {
      throw unreadable(health.blindSpots[0]?.why ?? `Cluster ${cluster.name} shows nothing.`);
    }
    await (output === 'json' ? writeJson(health) : write(renderHealth(health, terminalOptions())));
  } finally {
    await cluster.close();
  }
}
