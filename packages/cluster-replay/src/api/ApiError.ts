/** What the API server says instead of an answer: becomes a `Status` body. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
    readonly details: { name?: string; group?: string; kind?: string } = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** A resource as error messages name it: `pods`, `deployments.apps`. */
export interface GroupResource {
  group: string;
  resource: string;
}

export function qualifiedName({ group, resource }: GroupResource): string {
  return group ? `${resource}.${group}` : resource;
}

function detailsOf(what: GroupResource, name?: string) {
  return { ...(name ? { name } : {}), ...(what.group ? { group: what.group } : {}), kind: what.resource };
}

export function notFound(what: GroupResource, name: string): ApiError {
  return new ApiError(404, 'NotFound', `${qualifiedName(what)} "${name}" not found`, detailsOf(what, name));
}

/** No such path, group, version or resource. */
export function noSuchResource(): ApiError {
  return new ApiError(404, 'NotFound', 'the server could not find the requested resource');
}

export function badRequest(message: string): ApiError {
  return new ApiError(400, 'BadRequest', message);
}

export function unauthorized(): ApiError {
  return new ApiError(401, 'Unauthorized', 'Unauthorized');
}

export function forbidden(what: GroupResource, name: string | undefined, why: string): ApiError {
  const subject = name ? `${qualifiedName(what)} "${name}"` : qualifiedName(what);
  return new ApiError(403, 'Forbidden', `${subject} is forbidden: ${why}`, detailsOf(what, name));
}

export function readOnly(what: GroupResource | undefined, action: string): ApiError {
  const subject = what ? `resources of kind "${qualifiedName(what)}"` : 'this path';
  return new ApiError(
    405,
    'MethodNotAllowed',
    `${action} is not supported on ${subject}: this cluster is a recording and can only be read`,
    what ? detailsOf(what) : {},
  );
}

export function notAcceptable(offered: string[]): ApiError {
  return new ApiError(406, 'NotAcceptable', `only the following media types are accepted: ${offered.join(', ')}`);
}
