import { KubernetesObject } from '../snapshot/KubernetesObject';
import { Snapshot } from '../snapshot/Snapshot';
import { forbidden } from '../api/ApiError';
import { idle, streamOf } from '../api/streams';
import { RecordingClock } from '../time/RecordingClock';
import { chooseContainer, containerRun, missingLog } from './ContainerRun';
import { parseLogQuery } from './logOptions';
import { RecordedLog } from './RecordedLog';

/**
 * `pods/NAME/log`. A followed log of a container that was running goes on, without news, until the client leaves.
 *
 * @param pod - with its times on the clock
 */
export async function serveLog(
  snapshot: Snapshot,
  pod: KubernetesObject,
  params: URLSearchParams,
  clock: RecordingClock,
  signal?: AbortSignal,
): Promise<Response> {
  const query = parseLogQuery(params, pod.metadata.name);
  const container = chooseContainer(pod, query.container);
  const { name, namespace = '' } = pod.metadata;
  const headers = { 'content-type': 'text/plain' };
  if (!pod.spec?.nodeName) {
    // As the API server answers for a pod that no kubelet has
    return new Response('', { headers });
  }
  const path = await snapshot.logFile({ namespace, pod: name, container, previous: query.previous });
  if (!path) {
    const file = `logs/${namespace}/${name}/${container}${query.previous ? '.previous' : ''}.log`;
    if (snapshot.notes?.cut.some(cut => cut.file === file)) {
      throw forbidden({ group: '', resource: 'pods/log' }, name, 'this log was left out of the recording for its size');
    }
    throw missingLog(pod, container, query.previous);
  }
  const run = containerRun(pod, container, query.previous, clock);
  const log = new RecordedLog(path, { recorded: await snapshot.hasLogTimestamps(), deltaMs: clock.deltaMs, run });
  async function* content(stopped: AbortSignal) {
    yield* log.read(query, clock.now());
    if (query.follow && run.running) {
      await idle(stopped);
    }
  }
  return new Response(streamOf(content, signal), { headers });
}
