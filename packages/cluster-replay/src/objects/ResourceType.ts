import { ApiResourceDiscovery, ApiVersionDiscovery } from '../snapshot/Discovery';
import { Snapshot } from '../snapshot/Snapshot';

/** One resource of one version of an API group, e.g. `deployments` of `apps/v1`. */
export interface ResourceType {
  /** Empty: core. */
  group: string;
  version: string;
  /** `v1`, `apps/v1`. */
  apiVersion: string;
  /** Plural: `deployments`. */
  resource: string;
  kind: string;
  namespaced: boolean;
  discovery: ApiResourceDiscovery;
}

/** An API group as it is served. */
export interface ServedGroup {
  name: string;
  versions: ApiVersionDiscovery[];
}

/**
 * The API groups of a recording, core (with the name '') first. The metrics API is left out when the recording has no
 * metrics: clients then say that it is not available, instead of showing nothing.
 */
export function servedGroups(snapshot: Snapshot): ServedGroup[] {
  return [...snapshot.discovery.api.items, ...snapshot.discovery.apis.items]
    .map(group => ({ name: group.metadata?.name ?? '', versions: group.versions }))
    .filter(group => group.name !== 'metrics.k8s.io' || snapshot.metrics !== undefined);
}

export function apiVersionOf(group: string, version: string): string {
  return group ? `${group}/${version}` : version;
}

export function toResourceType(group: string, version: string, discovery: ApiResourceDiscovery): ResourceType {
  return {
    group,
    version,
    apiVersion: apiVersionOf(group, version),
    resource: discovery.resource,
    kind: discovery.responseKind?.kind ?? '',
    namespaced: discovery.scope === 'Namespaced',
    discovery,
  };
}
