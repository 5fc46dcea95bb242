/**
 * A kubeconfig with one context a cluster; the first is the current one.
 *
 * A token stands twice in it: as the user's, and in the server's address, because kubectl sends no token of a user over
 * plain HTTP. `insecure-skip-tls-verify` is there for `@kubernetes/client-node`, which refuses HTTP without it.
 */
export function kubeconfigFor(clusters: { name: string; url: string; token?: string }[]): string {
  return `${JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': clusters[0]?.name ?? '',
      clusters: clusters.map(({ name, url, token }) => ({
        name,
        cluster: { server: withToken(url, token), 'insecure-skip-tls-verify': true },
      })),
      users: clusters.map(({ name, token }) => ({ name, user: token ? { token } : {} })),
      contexts: clusters.map(({ name }) => ({ name, context: { cluster: name, user: name } })),
    },
    undefined,
    2,
  )}\n`;
}

function withToken(url: string, token: string | undefined): string {
  if (!token) {
    return url;
  }
  return url.replace('://', `://token:${encodeURIComponent(token)}@`);
}
