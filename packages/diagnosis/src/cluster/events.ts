import { KubernetesObject } from './KubernetesObject';

/** When an event happened last (RFC 3339), in whichever of its fields the reporter wrote it. */
export function eventTime(event: KubernetesObject): string | undefined {
  return (
    event.series?.lastObservedTime ??
    event.lastTimestamp ??
    event.deprecatedLastTimestamp ??
    event.eventTime ??
    event.firstTimestamp ??
    event.metadata.creationTimestamp ??
    undefined
  );
}

/** When it happened first. */
export function eventStart(event: KubernetesObject): string | undefined {
  return (
    event.firstTimestamp ??
    event.deprecatedFirstTimestamp ??
    event.eventTime ??
    event.metadata.creationTimestamp ??
    undefined
  );
}

export function eventCount(event: KubernetesObject): number {
  return event.series?.count ?? event.count ?? event.deprecatedCount ?? 1;
}

/** The API server takes 1 kB; more comes from nobody who reports events. In characters. */
const MAX_MESSAGE = 4_096;

export function eventMessage(event: KubernetesObject): string {
  return String(event.message ?? event.note ?? '').slice(0, MAX_MESSAGE);
}

/** The container that an event speaks of: `spec.containers{app}` -> `app`. */
export function eventContainer(event: KubernetesObject): string | undefined {
  const path = String((event.involvedObject ?? event.regarding)?.fieldPath ?? '');
  return /\{([^}]+)\}/.exec(path)?.[1];
}
