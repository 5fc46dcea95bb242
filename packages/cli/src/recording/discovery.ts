import { KubernetesFetch, ResourceType, resourceTypes } from '@triage/diagnosis';

/** `/api` and `/apis` of a cluster, in the aggregated form. */
export interface RecordedDiscovery {
  api: { items: unknown[] };
  apis: { items: unknown[] };
}

/** Newest first; a cluster before 1.26 has neither. */
const AGGREGATED = ['v2', 'v2beta1']
  .map(version => `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`)
  .concat('application/json')
  .join(',');

const RECORDED = new Map(Object.values(resourceTypes).map(type => [keyOf(groupOf(type), type.plural), type]));

/**
 * What the recording can be asked for: of what the cluster offers, the kinds that a recording has. A cluster that does not
 * say gets the kinds that Triage knows.
 */
export async function readDiscovery(fetch: KubernetesFetch, signal?: AbortSignal): Promise<RecordedDiscovery> {
  const [api, apis] = await Promise.all([readGroups(fetch, '/api', signal), readGroups(fetch, '/apis', signal)]);
  return api && apis ? { api: recordedOf(api), apis: recordedOf(apis) } : ownDiscovery();
}

async function readGroups(fetch: KubernetesFetch, path: string, signal?: AbortSignal): Promise<any[] | undefined> {
  const response = await fetch(path, { headers: { accept: AGGREGATED }, signal });
  const answer = response.ok ? await response.json().catch(() => undefined) : undefined;
  return answer?.kind === 'APIGroupDiscoveryList' && Array.isArray(answer.items) ? answer.items : undefined;
}

function recordedOf(groups: any[]) {
  const kept = groups.map(group => ({
    ...group,
    versions: (group.versions ?? [])
      .map((version: any) => ({
        ...version,
        resources: (version.resources ?? []).filter((resource: any) =>
          RECORDED.has(keyOf(group.metadata?.name ?? '', resource.resource)),
        ),
      }))
      .filter((version: any) => version.resources.length > 0),
  }));
  return { kind: 'APIGroupDiscoveryList', items: kept.filter(group => group.versions.length > 0) };
}

function ownDiscovery(): RecordedDiscovery {
  const groups = new Map<string, Map<string, ResourceType[]>>();
  for (const type of Object.values(resourceTypes)) {
    const versions = groups.get(groupOf(type)) ?? new Map<string, ResourceType[]>();
    const version = type.apiVersion.split('/').pop()!;
    groups.set(groupOf(type), versions.set(version, [...(versions.get(version) ?? []), type]));
  }
  const items = [...groups].map(([name, versions]) => ({
    metadata: name ? { name } : {},
    versions: [...versions].map(([version, types]) => ({ version, resources: types.map(describe) })),
  }));
  const isCore = ({ metadata }: { metadata: { name?: string } }) => metadata.name === undefined;
  return { api: { items: items.filter(isCore) }, apis: { items: items.filter(item => !isCore(item)) } };
}

function describe(type: ResourceType) {
  return {
    resource: type.plural,
    responseKind: { group: groupOf(type), version: type.apiVersion.split('/').pop(), kind: type.kind },
    scope: type.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: type.kind.toLowerCase(),
    verbs: ['get', 'list', 'watch'],
  };
}

function groupOf({ apiVersion }: ResourceType): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

function keyOf(group: string, plural: string): string {
  return `${group}/${plural}`;
}

const VERSION_FIELDS = ['major', 'minor', 'gitVersion', 'gitCommit', 'buildDate', 'goVersion', 'platform'];

/** What `/version` says. */
export async function readVersion(
  fetch: KubernetesFetch,
  gitVersion = 'unknown',
  signal?: AbortSignal,
): Promise<Record<string, string>> {
  const response = await fetch('/version', { signal });
  const answer = response.ok ? await response.json().catch(() => ({})) : {};
  const fields = VERSION_FIELDS.filter(name => typeof answer?.[name] === 'string').map(name => [name, answer[name]]);
  return { gitVersion, ...Object.fromEntries(fields) };
}
