import { answerReview, isReview } from '../access/reviews';
import { isAllowed, User } from '../access/AccessList';
import { serveLog } from '../logs/serveLog';
import { convert } from '../objects/convert';
import { parseFieldSelector } from '../objects/fieldSelector';
import { parseLabelSelector } from '../objects/labelSelector';
import { ObjectIndex } from '../objects/ObjectIndex';
import { ObjectView, viewFor } from '../objects/ObjectView';
import { pageOf } from '../objects/page';
import { ResourceType } from '../objects/ResourceType';
import { serveList } from '../objects/serveList';
import { KubernetesObject } from '../snapshot/KubernetesObject';
import { Snapshot } from '../snapshot/Snapshot';
import { IncludeObject } from '../tables/renderTable';
import { printerFor } from '../tables/printers';
import { RecordingClock } from '../time/RecordingClock';
import { parseWatchQuery, serveWatch } from '../watch/serveWatch';
import { ApiError, badRequest, forbidden, noSuchResource, notFound, readOnly } from './ApiError';
import { assertRecorded } from './assertRecorded';
import { negotiate, supportsTransformation } from './negotiate';
import { ResourcePath } from './ResourcePath';
import { scaleOf } from './scaleOf';

/** A request, its user known. */
export interface ApiRequest {
  method: string;
  query: URLSearchParams;
  headers: Headers;
  body: Uint8Array;
  user: User;
  signal?: AbortSignal;
}

/** Subresources that would reach into the cluster: there is none behind a recording. */
const CONNECTIONS = new Set(['exec', 'attach', 'portforward', 'proxy']);

/** Everything under `/api/V` and `/apis/G/V`: permission first, then the answer, as the API server does it. */
export class ResourceApi {
  constructor(
    private readonly snapshot: Snapshot,
    private readonly index: ObjectIndex,
    private readonly clock: RecordingClock,
  ) {}

  async answer(path: ResourcePath, request: ApiRequest): Promise<Response> {
    const { method, query, user } = request;
    if (isReview(path.group, path.resource) && method === 'POST') {
      return Response.json(answerReview(user, path.resource, request.headers.get('content-type'), request.body), {
        status: 201,
      });
    }
    const isWatch = path.watch || ['true', '1'].includes(query.get('watch') ?? '');
    const verb = verbOf(method, path, isWatch);
    checkAccess(path, verb, user);

    const type = this.index.type(path.group ? `${path.group}/${path.version}` : path.version, path.resource);
    if (!type) {
      throw noSuchResource();
    }
    if (!['get', 'list', 'watch'].includes(verb) || CONNECTIONS.has(path.subresource ?? '')) {
      throw readOnly(path, CONNECTIONS.has(path.subresource ?? '') ? path.subresource! : verb);
    }
    if (!type.discovery.verbs?.includes('get') && !type.discovery.verbs?.includes('list')) {
      throw new ApiError(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource');
    }
    if (path.namespace !== undefined && !type.namespaced) {
      throw noSuchResource();
    }
    assertRecorded(path, this.snapshot.notes);
    if (verb === 'get') {
      return this.get(type, path, request);
    }
    return this.list(type, path, request, verb === 'watch');
  }

  private async get(type: ResourceType, path: ResourcePath, request: ApiRequest): Promise<Response> {
    const recorded = this.index.get(type, path.name!, path.namespace);
    if (!recorded) {
      throw notFound(path, path.name!);
    }
    const object = this.clock.apply(convert(recorded, type));
    switch (path.subresource) {
      case undefined:
      case 'status':
        return Response.json(this.view(type, request).single(object, true));
      case 'log':
        if (type.group !== '' || type.resource !== 'pods') throw noSuchResource();
        return serveLog(this.snapshot, object, request.query, this.clock, request.signal);
      case 'scale': {
        const scale = scaleOf(object);
        if (!scale) throw noSuchResource();
        return Response.json(scale);
      }
      default:
        throw noSuchResource();
    }
  }

  private list(type: ResourceType, path: ResourcePath, request: ApiRequest, isWatch: boolean): Response {
    const { query, signal } = request;
    const view = this.view(type, request);
    const objects = this.index.list(type, path.namespace);
    const matches = selectorOf(query, path.name);
    const select = (object: KubernetesObject) => matches!(convert(object, type));
    const ready = (object: KubernetesObject) => this.clock.apply(convert(object, type));
    const { resourceVersion } = this.index;
    if (isWatch) {
      const { initialEvents, ...watch } = parseWatchQuery(query);
      const selected = () => (matches ? objects.filter(select) : objects);
      const initial = initialEvents ? selected() : [];
      return serveWatch({ ...watch, initial, resourceVersion }, readyView(view, ready), signal);
    }
    const page = pageOf(objects, matches && select, limitOf(query), query.get('continue') || undefined);
    const { compare } = printerFor(type, this.index);
    if (view.field === 'rows' && compare) {
      page.items.sort(compare);
    }
    return serveList(page, resourceVersion, readyView(view, ready), signal);
  }

  private view(type: ResourceType, { headers, query }: ApiRequest): ObjectView {
    const mediaType = negotiate(headers.get('accept') ?? undefined, supportsTransformation);
    const includeObject = query.get('includeObject') || 'Metadata';
    if (mediaType.as === 'Table' && !['None', 'Metadata', 'Object'].includes(includeObject)) {
      throw badRequest(`unrecognized includeObject value: "${includeObject}"`);
    }
    return viewFor(mediaType, {
      type,
      printer: printerFor(type, this.index),
      includeObject: includeObject as IncludeObject,
      now: this.clock.now(),
    });
  }
}

/** Objects are put on the clock when they are sent, not before: a page of a big list costs a page. */
function readyView(view: ObjectView, ready: (object: KubernetesObject) => KubernetesObject): ObjectView {
  return {
    ...view,
    item: object => view.item(ready(object)),
    single: (object, isFirst) => view.single(ready(object), isFirst),
  };
}

function verbOf(method: string, path: ResourcePath, isWatch: boolean): string {
  const isOne = path.name !== undefined;
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (CONNECTIONS.has(path.subresource ?? '')) return 'get';
      if (isWatch && !path.subresource) return 'watch';
      return isOne ? 'get' : 'list';
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return isOne ? 'delete' : 'deletecollection';
    default:
      return method.toLowerCase();
  }
}

function checkAccess(path: ResourcePath, verb: string, user: User) {
  const { group, resource, subresource, name } = path;
  // The API server takes a namespace to be inside itself, so that roles in it can allow reading it
  const namespace = path.namespace ?? (group === '' && resource === 'namespaces' ? name : undefined);
  if (isAllowed(user, { verb, group, resource, subresource, namespace, name })) {
    return;
  }
  const what = subresource ? `${resource}/${subresource}` : resource;
  const where = namespace ? `in the namespace "${namespace}"` : 'at the cluster scope';
  throw forbidden(
    { group, resource },
    name,
    `User "${user.name}" cannot ${verb} resource "${what}" in API group "${group}" ${where}`,
  );
}

/** @param name - of a watch on one object, in the old form of its path */
function selectorOf(query: URLSearchParams, name: string | undefined) {
  const labelSelector = query.get('labelSelector') || undefined;
  const fieldSelector = query.get('fieldSelector') || undefined;
  if (!labelSelector && !fieldSelector && name === undefined) {
    return undefined;
  }
  const byLabel = parseLabelSelector(labelSelector);
  const byField = parseFieldSelector(fieldSelector);
  return (object: KubernetesObject) =>
    byLabel(object.metadata.labels) && byField(object) && (name === undefined || object.metadata.name === name);
}

function limitOf(query: URLSearchParams): number {
  const text = query.get('limit') || '0';
  if (!/^\d{1,15}$/.test(text)) {
    throw badRequest(`strconv.ParseInt: parsing "${text}": invalid syntax (limit)`);
  }
  return Number(text);
}
