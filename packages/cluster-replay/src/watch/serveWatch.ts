import { idle, streamOf } from '../api/streams';
import { ObjectView } from '../objects/ObjectView';
import { KubernetesObject } from '../snapshot/KubernetesObject';

/** Between two bookmarks, as the API server sends them. */
const BOOKMARK_INTERVAL_MS = 60_000;

/** A watch that names no time ends after this long, in seconds; the API server takes half an hour to an hour. */
const DEFAULT_TIMEOUT_SECONDS = 1800;

/** The longest a timer can wait, in seconds. */
const MAX_TIMEOUT_SECONDS = 2_000_000;

export interface WatchRequest {
  /** The state to begin with; empty when the client has listed already. */
  initial: KubernetesObject[];
  /** Mark where the initial events end. */
  markInitialEnd: boolean;
  bookmarks: boolean;
  timeoutSeconds?: number;
  resourceVersion: string;
}

/** The query parameters of a watch. */
export function parseWatchQuery(query: URLSearchParams) {
  const version = query.get('resourceVersion') ?? '';
  const sendInitialEvents = query.get('sendInitialEvents') === 'true';
  const timeout = Number(query.get('timeoutSeconds') ?? '');
  return {
    initialEvents: version === '' || version === '0' || sendInitialEvents,
    markInitialEnd: sendInitialEvents,
    bookmarks: ['true', '1'].includes(query.get('allowWatchBookmarks') ?? ''),
    timeoutSeconds: Number.isFinite(timeout) && timeout > 0 ? Math.min(timeout, MAX_TIMEOUT_SECONDS) : undefined,
  };
}

/** Nothing changes in a recording: what there is as `ADDED`, then bookmarks, then silence until the time is over. */
export function serveWatch(request: WatchRequest, view: ObjectView, signal?: AbortSignal): Response {
  const encoder = new TextEncoder();
  const line = (type: string, object: object) => encoder.encode(`${JSON.stringify({ type, object })}\n`);
  const { resourceVersion } = request;
  const bookmark = (annotations?: Record<string, string>) =>
    line('BOOKMARK', view.bookmark({ resourceVersion, ...(annotations ? { annotations } : {}) }));
  async function* events(stopped: AbortSignal) {
    const end = Date.now() + (request.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1000;
    for (const [index, object] of request.initial.entries()) {
      yield line('ADDED', view.single(object, index === 0));
    }
    if (request.markInitialEnd && request.bookmarks) {
      yield bookmark({ 'k8s.io/initial-events-end': 'true' });
    }
    while (!stopped.aborted && Date.now() < end) {
      const rest = end - Date.now();
      await idle(stopped, request.bookmarks ? Math.min(rest, BOOKMARK_INTERVAL_MS) : rest);
      if (request.bookmarks && !stopped.aborted && Date.now() < end) {
        yield bookmark();
      }
    }
  }
  return new Response(streamOf(events, signal), { headers: { 'content-type': 'application/json' } });
}
