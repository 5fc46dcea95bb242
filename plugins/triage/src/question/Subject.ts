import type { DiagnoseRequest } from '@triage/plugin-triage-common';
import type { KnownEntity, KnownWorkload } from './known';

/** Something that can be diagnosed, with the words for it. */
export interface Subject {
  /** "checkout in shop-prod". */
  label: string;
  /** "0 of 2 ready", or the reason while enough are ready; only when something is wrong. */
  state?: string;
  request: Pick<DiagnoseRequest, 'entityRef' | 'cluster' | 'namespace' | 'deploymentName' | 'podName'>;
  /** The bare name, to be put into a question. */
  name: string;
}

export function entitySubject(entity: KnownEntity): Subject {
  return { label: entity.title ?? entity.name, name: entity.name, request: { entityRef: entity.ref } };
}

/** The API can name pods and deployments; of other kinds the question's own words tell the name. */
export function workloadSubject(workload: KnownWorkload): Subject {
  const { cluster, namespace, kind, name, status, ready, desired, reason } = workload;
  const state = ready < desired ? `${ready} of ${desired} ready` : reason;
  return {
    label: `${name} in ${namespace}`,
    name,
    state: status === 'failing' ? state : undefined,
    request: { cluster, namespace, ...(kind === 'Deployment' ? { deploymentName: name } : {}) },
  };
}

export function podSubject(podName: string, { cluster, namespace }: KnownWorkload): Subject {
  return { label: `pod ${podName} in ${namespace}`, name: podName, request: { cluster, namespace, podName } };
}

export function namespaceSubject(namespace: string, cluster?: string): Subject {
  return { label: `namespace ${namespace}`, name: namespace, request: { namespace, ...(cluster ? { cluster } : {}) } };
}
