import { BlindSpot } from '../Diagnosis';
import { ClusterReader, ListOptions } from './ClusterReader';
import { KubernetesObject } from './KubernetesObject';
import { resourceTypes } from './resourceTypes';

/** Up to so many events are read whatever they say. */
const ALL = 2_000;
/** Beyond that, of those that tell of trouble. */
const TELLING = 5_000;
/** `Killing` says why a container ended, and is no warning. */
const TELLING_EVENTS = ['type=Warning', 'reason=Killing'];

const CUT: BlindSpot = {
  what: 'events',
  why: `There are more than ${TELLING.toLocaleString(
    'en',
  )} warnings, and only so many were read. Probe failures, failed mounts and image pulls of some pods may be missing.`,
};

/**
 * The events of a namespace or cluster. In busy ones most say that an image was there: those are left out.
 *
 * @param onCut - called when even of the others some were not read
 */
export async function readEvents(
  reader: ClusterReader,
  options: Pick<ListOptions, 'namespace' | 'signal'>,
  onCut: (spot: BlindSpot) => void,
): Promise<KubernetesObject[]> {
  const some = await reader.list(resourceTypes.Event, { ...options, max: ALL });
  if (some.length < ALL) return some;
  const telling = await Promise.all(
    TELLING_EVENTS.map(fieldSelector => reader.list(resourceTypes.Event, { ...options, fieldSelector, max: TELLING })),
  );
  const events = new Map(telling.flat().map(event => [`${event.metadata.namespace}/${event.metadata.name}`, event]));
  if (telling.some(({ length }) => length >= TELLING)) onCut(CUT);
  return [...events.values()];
}
