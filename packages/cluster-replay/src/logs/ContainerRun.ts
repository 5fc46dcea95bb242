import { ApiError, badRequest } from '../api/ApiError';
import { KubernetesObject } from '../snapshot/KubernetesObject';
import { RecordingClock } from '../time/RecordingClock';
import { parseTime } from '../time/rfc3339';

/** One run of a container: what its log belongs to. */
export interface ContainerRun {
  /** Milliseconds since the epoch. */
  startMs: number;
  endMs: number;
  /** It was running when it was recorded, so its log may be followed. */
  running: boolean;
}

/**
 * The container whose log is meant.
 *
 * @throws ApiError 400, as the API server words it, when there is none of the name or several to choose from
 */
export function chooseContainer(pod: KubernetesObject, container: string | undefined): string {
  const containers: string[] = (pod.spec?.containers ?? []).map((c: any) => c.name);
  const all = [
    ...(pod.spec?.initContainers ?? []).map((c: any) => c.name),
    ...containers,
    ...(pod.spec?.ephemeralContainers ?? []).map((c: any) => c.name),
  ];
  if (container) {
    if (all.includes(container)) return container;
    throw badRequest(`container ${container} is not valid for pod ${pod.metadata.name}`);
  }
  if (containers.length === 1) return containers[0];
  const choice = containers.length > 0 ? `, choose one of: [${all.join(' ')}]` : '';
  throw badRequest(`a container name must be specified for pod ${pod.metadata.name}${choice}`);
}

/** When a container ran: this time, or (`previous`) the time before. Unknown times are the pod's or the recording's. */
export function containerRun(
  pod: KubernetesObject,
  container: string,
  previous: boolean,
  clock: RecordingClock,
): ContainerRun {
  const status = containerStatus(pod, container);
  const { running, terminated } = status?.state ?? {};
  const last = status?.lastState?.terminated;
  const run = previous ? last : running ?? terminated ?? last;
  const isRunning = !previous && running !== undefined;
  return {
    startMs: parseTime(run?.startedAt) ?? parseTime(pod.metadata.creationTimestamp) ?? clock.recordedAt,
    endMs: isRunning ? clock.recordedAt : parseTime(run?.finishedAt) ?? clock.recordedAt,
    running: isRunning,
  };
}

/** Why there is no log, as the kubelet says it; the recording's own gap when the container did run. */
export function missingLog(pod: KubernetesObject, container: string, previous: boolean): ApiError {
  const where = `container "${container}" in pod "${pod.metadata.name}"`;
  const status = containerStatus(pod, container);
  if (!status) {
    return badRequest(`${where} is not available`);
  }
  const { waiting, running, terminated } = status.state ?? {};
  const last = status.lastState?.terminated;
  if (previous && !last?.containerID) {
    return badRequest(`previous terminated ${where} not found`);
  }
  if (!previous && !running && !terminated && !last?.containerID) {
    return badRequest(
      waiting ? `${where} is waiting to start: ${waitingText(waiting)}` : `${where} is waiting to start - no logs yet`,
    );
  }
  return new ApiError(404, 'NotFound', `the ${previous ? 'previous ' : ''}log of ${where} was not recorded`);
}

function waitingText(waiting: any): string {
  const texts: Record<string, string> = {
    ErrImagePull: "image can't be pulled",
    ImagePullBackOff: 'trying and failing to pull image',
  };
  return texts[waiting.reason] ?? String(waiting.reason ?? 'no logs yet');
}

function containerStatus(pod: KubernetesObject, container: string): any {
  const { containerStatuses, initContainerStatuses, ephemeralContainerStatuses } = pod.status ?? {};
  return [containerStatuses, initContainerStatuses, ephemeralContainerStatuses]
    .flatMap(statuses => statuses ?? [])
    .find((status: any) => status.name === container);
}
