/** `apidiscovery.k8s.io/v2`, the part of it that is served on or read. */
export interface ApiGroupDiscoveryList {
  kind?: string;
  apiVersion?: string;
  metadata?: object;
  items: ApiGroupDiscovery[];
}

export interface ApiGroupDiscovery {
  /** Core has no name. */
  metadata?: { name?: string };
  /** The preferred version stands first. */
  versions: ApiVersionDiscovery[];
}

export interface ApiVersionDiscovery {
  version: string;
  freshness?: string;
  resources?: ApiResourceDiscovery[];
}

export interface ApiResourceDiscovery {
  resource: string;
  responseKind?: { group?: string; version?: string; kind?: string };
  scope?: 'Namespaced' | 'Cluster';
  singularResource?: string;
  verbs?: string[];
  shortNames?: string[];
  categories?: string[];
  subresources?: {
    subresource: string;
    responseKind?: { group?: string; version?: string; kind?: string };
    verbs?: string[];
  }[];
}
