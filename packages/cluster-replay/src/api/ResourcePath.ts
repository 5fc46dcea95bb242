/** Where a path of the API points. */
export interface ResourcePath {
  /** Core is ''. */
  group: string;
  version: string;
  resource: string;
  namespace?: string;
  name?: string;
  subresource?: string;
  /** What follows the subresource, e.g. of a proxy. */
  rest?: string;
  /** The old `/watch/` form. */
  watch: boolean;
}

/**
 * Takes `/api/V/…` and `/apis/G/V/…` apart.
 *
 * @returns undefined when the path names no resource
 */
export function parseResourcePath(pathname: string): ResourcePath | undefined {
  const segments = decodeSegments(pathname);
  if (!segments) {
    return undefined;
  }
  const isCore = segments[0] === 'api';
  if (!isCore && segments[0] !== 'apis') {
    return undefined;
  }
  const [group, version] = isCore ? ['', segments[1]] : [segments[1], segments[2]];
  let parts = segments.slice(isCore ? 2 : 3);
  const watch = parts[0] === 'watch';
  if (watch) {
    parts = parts.slice(1);
  }
  if (!version || parts.length === 0) {
    return undefined;
  }
  // `namespaces/x/status` is the namespace's own; with anything else behind it, `namespaces/x` is a prefix
  if (parts[0] === 'namespaces' && parts.length > 2 && !['status', 'finalize'].includes(parts[2])) {
    const [, namespace, resource, name, subresource, ...rest] = parts;
    return { group, version, resource, namespace, name, subresource, rest: rest.join('/') || undefined, watch };
  }
  const [resource, name, subresource, ...rest] = parts;
  return { group, version, resource, name, subresource, rest: rest.join('/') || undefined, watch };
}

function decodeSegments(pathname: string): string[] | undefined {
  try {
    return pathname.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
