import { BackstageCredentials, BackstageServicePrincipal, BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import { KubernetesFetch } from '@triage/diagnosis';

/** On whose behalf a cluster is read. */
export interface ClusterCaller {
  credentials: BackstageCredentials<BackstageUserPrincipal | BackstageServicePrincipal>;
  /**
   * The headers `Backstage-Kubernetes-Authorization-<provider>…` of the caller's request. The Kubernetes plugin uses one only
   * for the clusters to which users sign in by that provider.
   */
  clusterTokens: Record<string, string>;
}

/**
 * The clusters of the portal, always read with the rights of the caller: Triage's own credentials never serve a user's
 * request, otherwise it would be a way around the cluster's RBAC.
 */
export interface Clusters {
  /**
   * The names of the clusters that the caller may see, in the order of the configuration.
   *
   * @throws NotAllowedError when the caller may not see any cluster, ServiceUnavailableError when they cannot be told
   */
  list(caller: ClusterCaller): Promise<string[]>;
  /** Rejects when the cluster cannot be reached. */
  fetchFor(cluster: string, caller: ClusterCaller): KubernetesFetch;
  /** True when the caller may read in that namespace everything that a diagnosis quotes; absent: in all namespaces. */
  mayRead(cluster: string, namespace: string | undefined, caller: ClusterCaller): Promise<boolean>;
}
