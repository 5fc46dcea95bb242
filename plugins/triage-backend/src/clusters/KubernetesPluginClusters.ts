import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { NotAllowedError, ResponseError, ServiceUnavailableError } from '@backstage/errors';
import { KubernetesFetch } from '@triage/diagnosis';
import { ClusterCaller, Clusters } from './Clusters';

/** Milliseconds. Both answer from the memory of a process beside us, or with one small request to the cluster. */
const TIMEOUT = 10_000;

/** What the evidence of a diagnosis is quoted from. */
const QUOTED = [
  { verb: 'list', resource: 'pods' },
  { verb: 'get', resource: 'pods', subresource: 'log' },
  { verb: 'list', resource: 'events' },
  { verb: 'list', resource: 'configmaps' },
  { verb: 'list', group: 'apps', resource: 'deployments' },
];

/** Goes through the HTTP API of Backstage's Kubernetes plugin, which has the clusters' addresses and ways to sign in. */
export class KubernetesPluginClusters implements Clusters {
  constructor(private readonly options: { auth: AuthService; discovery: DiscoveryService }) {}

  async list(caller: ClusterCaller): Promise<string[]> {
    const send = this.sender(caller);
    const response = await send('/clusters', { signal: AbortSignal.timeout(TIMEOUT) }).catch(error => {
      throw new ServiceUnavailableError('The Kubernetes plugin does not answer', error);
    });
    if (response.status === 403) {
      throw new NotAllowedError('You may not see the clusters: ask for the permission kubernetes.clusters.read');
    }
    if (response.status === 404) {
      throw new ServiceUnavailableError(
        'The Kubernetes plugin is not installed or has no configuration: add @backstage/plugin-kubernetes-backend and a cluster',
      );
    }
    if (!response.ok) {
      throw new ServiceUnavailableError(
        'The Kubernetes plugin cannot list its clusters',
        await ResponseError.fromResponse(response),
      );
    }
    const { items } = (await response.json()) as { items: { name: string }[] };
    return items.map(item => item.name);
  }

  fetchFor(cluster: string, caller: ClusterCaller): KubernetesFetch {
    const send = this.sender(caller);
    return async (path, init) => {
      const response = await send(`/proxy${path}`, {
        signal: init?.signal,
        headers: {
          // lists of 30 MB over loopback: compressing and expanding costs more than it saves, and delays streamed logs
          'Accept-Encoding': 'identity',
          ...init?.headers,
          ...caller.clusterTokens,
          'Backstage-Kubernetes-Cluster': cluster,
        },
      });
      if (response.status === 500) {
        await throwIfUnreachable(response);
      }
      return response;
    };
  }

  async mayRead(cluster: string, namespace: string | undefined, caller: ClusterCaller): Promise<boolean> {
    const send = this.sender(caller);
    const isAllowed = async (attributes: object) => {
      const response = await send('/proxy/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
        method: 'POST',
        signal: AbortSignal.timeout(TIMEOUT),
        headers: {
          'Content-Type': 'application/json',
          ...caller.clusterTokens,
          'Backstage-Kubernetes-Cluster': cluster,
        },
        body: JSON.stringify({
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: { resourceAttributes: { namespace: namespace ?? '', ...attributes } },
        }),
      });
      if (!response.ok) {
        await response.body?.cancel();
        return false;
      }
      const review = (await response.json()) as { status?: { allowed?: boolean } };
      return review.status?.allowed === true;
    };
    const reviews = await Promise.all(QUOTED.map(attributes => isAllowed(attributes).catch(() => false)));
    return reviews.every(allowed => allowed);
  }

  /** The dozens of reads of one question share one token instead of having one signed for each. */
  private sender(caller: ClusterCaller): (path: string, init: RequestInit) => Promise<Response> {
    const { auth, discovery } = this.options;
    let target: Promise<[string, { token: string }]> | undefined;
    return async (path, init) => {
      target ??= Promise.all([
        discovery.getBaseUrl('kubernetes'),
        auth.getPluginRequestToken({ onBehalfOf: caller.credentials, targetPluginId: 'kubernetes' }),
      ]);
      const [baseUrl, { token }] = await target;
      return fetch(`${baseUrl}${path}`, {
        ...init,
        // a redirect could carry the user's tokens to another host
        redirect: 'error',
        headers: { ...init.headers, Authorization: `Bearer ${token}` },
      });
    };
  }
}

/**
 * The proxy tells an unreachable cluster as its own failure, with the system's error code in the text. An API server that
 * fails answers with a Status object instead, and stays an answer.
 */
async function throwIfUnreachable(response: Response): Promise<void> {
  const body = await response
    .clone()
    .json()
    .catch(() => undefined);
  const message: unknown = body?.error?.message;
  if (typeof message === 'string') {
    const [code] = message.match(/\b(?:E[A-Z]{4,}|EAI_AGAIN|[A-Z]+(?:_[A-Z]+)+)\b/) ?? [];
    throw Object.assign(new Error('The proxy of the Kubernetes plugin cannot reach the cluster'), { code });
  }
}
