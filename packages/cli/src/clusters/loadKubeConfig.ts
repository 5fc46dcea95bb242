import { existsSync } from 'node:fs';
import type { KubeConfig } from '@kubernetes/client-node';
import { badUse, unreadable } from '../CliError';

/**
 * The kubeconfig that kubectl would take: the file given, or KUBECONFIG, the one at home, the service account of the pod.
 *
 * @throws CliError when there is none, or no such context in it
 */
export async function loadKubeConfig(file: string | undefined, context: string | undefined): Promise<KubeConfig> {
  // loaded here: most commands need no Kubernetes client, and it is by far the largest part
  const { KubeConfig: Config } = await import('@kubernetes/client-node');
  const config = new Config();
  if (file !== undefined && !existsSync(file)) {
    throw unreadable(`There is no kubeconfig at ${file}.`);
  }
  try {
    if (file === undefined) {
      config.loadFromDefault();
    } else {
      config.loadFromFile(file);
    }
  } catch (error) {
    // a parser may quote what it read, which is full of secrets
    throw unreadable(`${file ?? 'The kubeconfig'} is no kubeconfig: ${firstWords(error)}.`);
  }
  if (context !== undefined) {
    const names = config.getContexts().map(({ name }) => name);
    if (!names.includes(context)) {
      throw badUse(`The kubeconfig has no context "${context}". It has ${names.join(', ') || 'none'}.`);
    }
    config.setCurrentContext(context);
  }
  // without any configuration the client falls back to a cluster on this machine that is not there
  if (!config.getCurrentCluster() || config.getCurrentContext() === 'loaded-context') {
    throw unreadable('There is no cluster to read: give --snapshot or --kubeconfig, or set KUBECONFIG.');
  }
  return config;
}

function firstWords(error: unknown): string {
  return String((error as any)?.reason ?? 'it cannot be parsed').slice(0, 80);
}
