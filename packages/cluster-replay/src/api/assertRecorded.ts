import { RecordingNotes, UnreadablePart } from '../snapshot/RecordingNotes';
import { ApiError, forbidden } from './ApiError';
import { ResourcePath } from './ResourcePath';

/** Reasons of a `Status` by its code. */
const REASONS: Record<number, string> = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'NotFound', 504: 'Timeout' };

/**
 * What could not be recorded is refused, as it was then: an empty list would say that there is nothing.
 *
 * @throws ApiError
 */
export function assertRecorded(path: ResourcePath, notes: RecordingNotes | undefined): void {
  if (!notes) {
    return;
  }
  const isNamespace = path.group === '' && path.resource === 'namespaces';
  const namespace = path.namespace ?? (isNamespace ? path.name : undefined);
  if (notes.namespaces && namespace !== undefined && !notes.namespaces.includes(namespace)) {
    throw forbidden(path, path.name, `the recording has only the namespaces ${notes.namespaces.join(', ')}`);
  }
  const refused = notes.unreadable.find(part => covers(part, path));
  if (refused) {
    const { code, message } = refused;
    throw new ApiError(code, REASONS[code] ?? 'InternalError', message);
  }
}

function covers(part: UnreadablePart, { group, resource, subresource, namespace, name }: ResourcePath): boolean {
  return (
    groupOf(part.apiVersion) === group &&
    part.resource === (subresource ? `${resource}/${subresource}` : resource) &&
    (part.namespace === undefined || namespace === undefined || part.namespace === namespace) &&
    (part.name === undefined || part.name === name)
  );
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}
