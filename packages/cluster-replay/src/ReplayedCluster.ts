import { AccessList, TokenUser, User } from './access/AccessList';
import { ApiError, noSuchResource, readOnly, unauthorized } from './api/ApiError';
import { DiscoveryApi, supportsDiscovery } from './api/discovery';
import { negotiate } from './api/negotiate';
import { openApiV2, openApiV3 } from './api/openapi';
import { ResourceApi } from './api/ResourceApi';
import { parseResourcePath } from './api/ResourcePath';
import { ObjectIndex } from './objects/ObjectIndex';
import { Snapshot } from './snapshot/Snapshot';
import { RecordingClock } from './time/RecordingClock';

export interface ReplayOptions {
  /** By which people know this cluster; default: `replay`. */
  name?: string;
  /** `now`: all times are moved so that the newest event happened minutes ago. Default: `recorded`. */
  asOf?: 'now' | 'recorded';
  /** A JSON or YAML file of users and their tokens, or the users themselves. Absent: everybody may do everything. */
  tokens?: string | TokenUser[];
}

export interface ReplayRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  signal?: AbortSignal;
}

/** Everybody's, signed in or not, as on a real cluster. */
const HEALTH_PATH = /^\/(healthz|livez|readyz)(\/[\w/-]*)?$/;

/**
 * A recorded cluster that answers as its API server did: the whole Kubernetes HTTP API, read-only, without a socket.
 * The `Date` header of each answer is the cluster's clock.
 */
export class ReplayedCluster {
  private readonly discovery: DiscoveryApi;
  private readonly resources: ResourceApi;

  /** @throws Error with one sentence when the recording or the list of tokens can't be used */
  static async create(snapshot: Snapshot, options: ReplayOptions = {}): Promise<ReplayedCluster> {
    const { name = 'replay', asOf = 'recorded', tokens } = options;
    return new ReplayedCluster(
      name,
      snapshot,
      ObjectIndex.of(snapshot),
      await RecordingClock.of(snapshot, asOf),
      await accessOf(tokens),
    );
  }

  private constructor(
    readonly name: string,
    private readonly snapshot: Snapshot,
    private readonly index: ObjectIndex,
    private readonly clock: RecordingClock,
    private readonly access: AccessList,
  ) {
    this.discovery = new DiscoveryApi(index);
    this.resources = new ResourceApi(snapshot, index, clock);
  }

  /** The cluster's time: real, or when nothing was moved, when the recording was made. */
  now(): Date {
    return new Date(this.clock.now());
  }

  /**
   * Answers a request. Refusals and unknown things are answers, too, with a `Status` body; it rejects only when the
   * signal is aborted already.
   *
   * @param path - with the query, beginning with a slash
   */
  readonly fetch = async (path: string, init: ReplayRequest = {}): Promise<Response> => {
    init.signal?.throwIfAborted();
    let response: Response;
    try {
      response = await this.answer(path, init);
    } catch (error) {
      response = statusResponse(error);
    }
    response.headers.set('date', this.now().toUTCString());
    response.headers.set('cache-control', 'no-cache, private');
    if (init.method === 'HEAD') {
      await response.body?.cancel();
      return new Response(undefined, response);
    }
    return response;
  };

  private async answer(path: string, init: ReplayRequest): Promise<Response> {
    const { pathname, searchParams: query } = new URL(path, 'http://cluster');
    const method = (init.method ?? 'GET').toUpperCase();
    const headers = new Headers(init.headers);
    const user = this.authenticate(pathname, headers.get('authorization'));

    const target = parseResourcePath(pathname);
    if (target) {
      const request = { method, query, headers, body: toBytes(init.body), user, signal: init.signal };
      return this.resources.answer(target, request);
    }
    if (method !== 'GET' && method !== 'HEAD') {
      throw readOnly(undefined, method);
    }
    return this.answerGeneral(pathname, headers.get('accept') ?? undefined);
  }

  private authenticate(pathname: string, authorization: string | null): User {
    const user = this.access.identify(authorization);
    if (user === undefined && (HEALTH_PATH.test(pathname) || pathname === '/version')) {
      return { name: 'system:anonymous', groups: ['system:unauthenticated'], rules: [] };
    }
    if (user === undefined || user === 'unknown') {
      throw unauthorized();
    }
    return user;
  }

  /** What belongs to no resource: version, health, discovery, schemas. */
  private answerGeneral(pathname: string, accept: string | undefined): Response {
    const version = this.snapshot.version.gitVersion ?? '';
    if (HEALTH_PATH.test(pathname)) {
      return new Response('ok', { headers: { 'content-type': 'text/plain; charset=utf-8' } });
    }
    if (pathname === '/version' || pathname === '/version/') {
      return Response.json(this.snapshot.version);
    }
    if (pathname === '/openapi/v2') {
      return openApiV2(accept, version);
    }
    if (pathname === '/openapi/v3' || pathname.startsWith('/openapi/v3/')) {
      return jsonOrNothing(openApiV3(pathname, this.index, version));
    }
    const mediaType = negotiate(accept, supportsDiscovery);
    const response = jsonOrNothing(this.discovery.answer(pathname, mediaType));
    if (mediaType.as) {
      const { group, version: apiVersion, as } = mediaType;
      response.headers.set('content-type', `application/json;g=${group};v=${apiVersion};as=${as}`);
      response.headers.set('vary', 'Accept');
    }
    return response;
  }
}

async function accessOf(tokens: string | TokenUser[] | undefined): Promise<AccessList> {
  if (tokens === undefined) return AccessList.open();
  return typeof tokens === 'string' ? AccessList.fromFile(tokens) : AccessList.of(tokens);
}

function toBytes(body: string | Uint8Array = ''): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : body;
}

function jsonOrNothing(body: object | undefined): Response {
  if (!body) {
    throw noSuchResource();
  }
  return Response.json(body);
}

function statusResponse(error: unknown): Response {
  const { code, reason, message, details } =
    error instanceof ApiError
      ? error
      : new ApiError(500, 'InternalError', `Internal error occurred: ${(error as Error).message}`);
  return Response.json(
    { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, details, code },
    { status: code },
  );
}
