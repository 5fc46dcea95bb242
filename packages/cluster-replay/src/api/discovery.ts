import { ServedGroup, apiVersionOf } from '../objects/ResourceType';
import { ObjectIndex } from '../objects/ObjectIndex';
import { ApiResourceDiscovery } from '../snapshot/Discovery';
import { MediaType } from './negotiate';

/** Paths that `/` lists besides the API groups. */
const OTHER_PATHS = ['/healthz', '/livez', '/openapi/v2', '/openapi/v3', '/readyz', '/version'];

/** What there is, in both forms that clients ask for: aggregated (1.26 and later), and one request a group version. */
export class DiscoveryApi {
  constructor(private readonly index: ObjectIndex) {}

  /** @returns undefined when the path is no path of discovery */
  answer(pathname: string, mediaType: MediaType): object | undefined {
    const [root, group, version, ...rest] = pathname.split('/').filter(Boolean);
    if (rest.length > 0) return undefined;
    switch (root) {
      case undefined:
        return { paths: this.paths() };
      case 'api':
        if (version !== undefined) return undefined;
        return group === undefined ? this.core(mediaType) : this.resources('', group);
      case 'apis':
        if (group === undefined) return this.groupList(mediaType);
        return version === undefined ? this.group(group) : this.resources(group, version);
      default:
        return undefined;
    }
  }

  private core(mediaType: MediaType): object {
    if (mediaType.as) {
      return this.aggregated(mediaType, group => group.name === '');
    }
    return {
      kind: 'APIVersions',
      versions: this.index.groups
        .filter(group => group.name === '')
        .flatMap(group => group.versions.map(v => v.version)),
      serverAddressByClientCIDRs: [],
    };
  }

  private groupList(mediaType: MediaType): object {
    if (mediaType.as) {
      return this.aggregated(mediaType, group => group.name !== '');
    }
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: this.index.groups.filter(group => group.name !== '').map(describeGroup),
    };
  }

  private aggregated(mediaType: MediaType, wanted: (group: ServedGroup) => boolean): object {
    return {
      kind: 'APIGroupDiscoveryList',
      apiVersion: `apidiscovery.k8s.io/${mediaType.version}`,
      metadata: {},
      items: this.index.groups.filter(wanted).map(({ name, versions }) => ({
        metadata: name ? { name } : {},
        versions: versions.map(version => ({ freshness: 'Current', ...version })),
      })),
    };
  }

  private group(name: string): object | undefined {
    const group = this.index.groups.find(candidate => candidate.name === name && name !== '');
    return group && { kind: 'APIGroup', apiVersion: 'v1', ...describeGroup(group) };
  }

  private resources(groupName: string, versionName: string): object | undefined {
    const group = this.index.groups.find(candidate => candidate.name === groupName);
    const version = group?.versions.find(candidate => candidate.version === versionName);
    return (
      version && {
        kind: 'APIResourceList',
        ...(groupName ? { apiVersion: 'v1' } : {}),
        groupVersion: apiVersionOf(groupName, versionName),
        resources: (version.resources ?? []).flatMap(describeResource),
      }
    );
  }

  private paths(): string[] {
    const groups = this.index.groups.flatMap(({ name, versions }) => {
      const root = name ? `/apis/${name}` : '/api';
      return [root, ...versions.map(({ version }) => `${root}/${version}`)];
    });
    return [...new Set(['/apis', ...groups, ...OTHER_PATHS])].sort();
  }
}

/** Aggregated discovery as the client names it: both spellings have the same content. */
export function supportsDiscovery(type: MediaType): boolean {
  return (
    type.as === 'APIGroupDiscoveryList' &&
    type.group === 'apidiscovery.k8s.io' &&
    (type.version === 'v2' || type.version === 'v2beta1')
  );
}

function describeGroup({ name, versions }: ServedGroup): object {
  const described = versions.map(({ version }) => ({ groupVersion: apiVersionOf(name, version), version }));
  return { name, versions: described, preferredVersion: described[0] };
}

/** The old form: subresources are entries of their own, and nothing has a scope but a flag. */
function describeResource(resource: ApiResourceDiscovery): object[] {
  const namespaced = resource.scope === 'Namespaced';
  const { group, version, kind } = resource.responseKind ?? {};
  const described = {
    name: resource.resource,
    singularName: resource.singularResource ?? '',
    namespaced,
    ...otherKind(group, version),
    kind: kind ?? '',
    verbs: resource.verbs ?? [],
    ...(resource.shortNames ? { shortNames: resource.shortNames } : {}),
    ...(resource.categories ? { categories: resource.categories } : {}),
  };
  const subresources = (resource.subresources ?? []).map(subresource => ({
    name: `${resource.resource}/${subresource.subresource}`,
    singularName: '',
    namespaced,
    ...otherKind(subresource.responseKind?.group, subresource.responseKind?.version),
    kind: subresource.responseKind?.kind ?? '',
    verbs: subresource.verbs ?? [],
  }));
  return [described, ...subresources];
}

/** Only where the kind is of another group than its list, e.g. `autoscaling/v1 Scale`. */
function otherKind(group: string | undefined, version: string | undefined): object {
  return version ? { group: group ?? '', version } : {};
}
