import { Redactor } from '../redaction/Redactor';
import {
  ClusterReader,
  ClusterReadError,
  KubernetesFetch,
  ListOptions,
  LogOptions,
  ResourceType,
  TableRow,
} from './ClusterReader';
import { ApiRequest, KubernetesApi } from './KubernetesApi';
import { KubernetesObject } from './KubernetesObject';
import { asArray } from './pods';
import { LogBatch } from './LogBatch';
import { failureOfContent, ReadSubject } from './readFailure';
import { RedactedLog } from './RedactedLog';
import { Semaphore } from './Semaphore';

export interface ClusterReaderLimits {
  /** Milliseconds for one page of a list, or one object. */
  listTimeout: number;
  /** Milliseconds for one whole log. */
  logTimeout: number;
  /** Requests in flight, logs not counted. */
  requests: number;
  /** Logs being read at once. */
  logStreams: number;
}

export interface ClusterReaderOptions {
  /** The name by which people know the cluster. */
  cluster: string;
  fetch: KubernetesFetch;
  redactor: Redactor;
  limits?: Partial<ClusterReaderLimits>;
}

const DEFAULT_LIMITS: ClusterReaderLimits = { listTimeout: 10_000, logTimeout: 30_000, requests: 16, logStreams: 8 };

/** Objects in one page of a list. */
const PAGE = 500;
/** Rows in one page of a table, which are some fifty times smaller than objects. */
const TABLE_PAGE = 5_000;

const JSON_TYPE = 'application/json';
const TABLE_TYPE = 'application/json;as=Table;g=meta.k8s.io;v=v1';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

const API_VERSION = /^(?:[a-z0-9.-]+\/)?v[a-z0-9]+$/;
const PLURAL = /^[a-z][a-z0-9]*$/;

class KubernetesClusterReader implements ClusterReader {
  readonly cluster: string;
  private readonly redactor: Redactor;
  private readonly limits: ClusterReaderLimits;
  private readonly api: KubernetesApi;
  private readonly requests: Semaphore;
  private readonly logStreams: Semaphore;
  private gitVersion: Promise<string> | undefined;

  constructor({ cluster, fetch, redactor, limits }: ClusterReaderOptions) {
    this.cluster = cluster;
    this.redactor = redactor;
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.api = new KubernetesApi(cluster, fetch, text => redactor.text(text));
    this.requests = new Semaphore(this.limits.requests);
    this.logStreams = new Semaphore(this.limits.logStreams);
  }

  /** Our own clock when the cluster does not tell its. */
  async now(): Promise<Date> {
    if (!this.api.date) {
      await this.version().catch(() => {});
    }
    return this.api.date ?? new Date();
  }

  async version(signal?: AbortSignal): Promise<string> {
    this.gitVersion ??= this.readVersion(signal).catch(error => {
      this.gitVersion = undefined;
      throw error;
    });
    return this.gitVersion;
  }

  async list(type: ResourceType, options: ListOptions = {}): Promise<KubernetesObject[]> {
    const subject = listSubject(type, options);
    const pages = await this.pages(type, options, subject, JSON_TYPE, PAGE);
    return pages.flatMap(page => {
      if (!Array.isArray(page.items)) {
        throw failureOfContent(subject, 'the answer is not a list');
      }
      return page.items.map((item: any) => this.clean(type, item));
    });
  }

  async get(
    type: ResourceType,
    ref: { namespace?: string; name: string },
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    const namespace = type.namespaced ? ref.namespace : undefined;
    const subject: ReadSubject = {
      verb: 'get',
      what: `${type.kind} ${ref.name}`,
      resource: roleResource(type),
      namespace,
      namespaced: type.namespaced,
    };
    const path = `${collectionPath(type, namespace)}/${pathSegment(ref.name)}`;
    const object = await this.api.json(this.request(path, JSON_TYPE, subject, signal));
    if (typeof object !== 'object' || !object?.metadata) {
      throw failureOfContent(subject, 'the answer is not an object');
    }
    return this.clean(type, object);
  }

  async table(type: ResourceType, options: ListOptions = {}): Promise<TableRow[]> {
    const subject = listSubject(type, options);
    const query = { includeObject: 'None' };
    const pages = await this.pages(type, options, subject, TABLE_TYPE, TABLE_PAGE, query);
    // later pages may come without column definitions
    const columns: string[] | undefined = pages[0]?.columnDefinitions?.map((column: any) =>
      String(column?.name).toLowerCase(),
    );
    if (!columns) {
      throw failureOfContent(subject, 'the cluster does not offer it as a table');
    }
    // "Running", "1/1", "3d": nearly all cells are like others
    const redacted = new Map<string, string>();
    const redact = (cell: string) => {
      const known = redacted.get(cell);
      if (known !== undefined) return known;
      const text = this.redactor.text(cell);
      redacted.set(cell, text);
      return text;
    };
    return pages.flatMap(page =>
      (page.rows ?? []).map((row: any) => {
        const cells: Record<string, string> = {};
        columns.forEach((column, index) => {
          cells[column] = redact(String(row?.cells?.[index] ?? ''));
        });
        return { namespace: options.namespace, cells };
      }),
    );
  }

  async *logs({ namespace, pod, container, previous, signal }: LogOptions): AsyncIterable<LogBatch> {
    const query = new URLSearchParams({ container, ...(previous && { previous: 'true' }) });
    const path = `/api/v1/namespaces/${pathSegment(namespace)}/pods/${pathSegment(pod)}/log?${query}`;
    const subject: ReadSubject = { verb: 'get', what: 'pod logs', resource: 'pods/log', namespace, namespaced: true };
    const log = new RedactedLog(this.redactor);
    try {
      for await (const chunk of this.api.bytes({
        path,
        accept: '*/*',
        subject,
        timeout: this.limits.logTimeout,
        gate: this.logStreams,
        signal,
      })) {
        yield* log.push(chunk);
      }
    } catch (error) {
      throw this.logFailure(error, container, Boolean(previous));
    }
    yield* log.end();
  }

  private async readVersion(signal?: AbortSignal): Promise<string> {
    const subject: ReadSubject = {
      verb: 'get',
      what: 'the version of the cluster',
      resource: '/version',
      namespaced: false,
    };
    const answer = await this.api.json(this.request('/version', JSON_TYPE, subject, signal));
    return String(answer?.gitVersion ?? 'unknown');
  }

  private async pages(
    type: ResourceType,
    options: ListOptions,
    subject: ReadSubject,
    accept: string,
    limit: number,
    extra: Record<string, string> = {},
  ): Promise<any[]> {
    const collection = collectionPath(type, options.namespace);
    for (let restarted = false; ; restarted = true) {
      const pages: any[] = [];
      let next: string | undefined;
      let count = 0;
      try {
        do {
          const query = new URLSearchParams({
            limit: String(Math.min(limit, options.max ?? limit)),
            ...extra,
            ...(options.labelSelector && { labelSelector: options.labelSelector }),
            ...(options.fieldSelector && { fieldSelector: options.fieldSelector }),
            ...(next && { continue: next }),
          });
          const page = await this.api.json(this.request(`${collection}?${query}`, accept, subject, options.signal));
          pages.push(page ?? {});
          count += (page?.items ?? page?.rows)?.length ?? 0;
          next = page?.metadata?.continue || undefined;
        } while (next && count < (options.max ?? Infinity));
        return pages;
      } catch (error) {
        // the snapshot behind a continue token lives some minutes only
        const expired = error instanceof ClusterReadError && error.status === 410;
        if (!expired || restarted) {
          throw error;
        }
      }
    }
  }

  private request(path: string, accept: string, subject: ReadSubject, signal?: AbortSignal): ApiRequest {
    return { path, accept, subject, timeout: this.limits.listTimeout, gate: this.requests, signal };
  }

  /** Names the kind (items of a list come without), drops what is big and tells nothing, redacts the rest. */
  private clean(type: ResourceType, object: any): KubernetesObject {
    const { managedFields, annotations, ...metadata } = object?.metadata ?? {};
    // Nothing else tells when somebody changed a configuration.
    if (type.kind === 'ConfigMap') metadata.lastUpdateTime = lastUpdate(managedFields);
    if (annotations) {
      const { [LAST_APPLIED]: __, ...kept } = annotations;
      metadata.annotations = kept;
    }
    return this.redactor.object({ ...object, apiVersion: type.apiVersion, kind: type.kind, metadata });
  }

  private logFailure(error: unknown, container: string, previous: boolean): unknown {
    // the kubelet's way to say that there is no such run, or that the container has not started yet
    if (error instanceof ClusterReadError && (error.status === 400 || error.status === 404)) {
      const run = previous ? 'of the previous run ' : '';
      return new ClusterReadError('not-found', `There is no log ${run}of container ${container}.`, error.status);
    }
    return error;
  }
}

/** Reads a cluster over its HTTP API through a redactor. */
export function createClusterReader(options: ClusterReaderOptions): ClusterReader {
  return new KubernetesClusterReader(options);
}

function lastUpdate(managedFields: unknown): string | undefined {
  return asArray(managedFields)
    .flatMap(({ time }) => (typeof time === 'string' ? [time] : []))
    .sort()
    .pop();
}

function listSubject(type: ResourceType, options: ListOptions): ReadSubject {
  return {
    verb: 'list',
    what: type.plural,
    resource: roleResource(type),
    namespace: type.namespaced ? options.namespace : undefined,
    namespaced: type.namespaced,
  };
}

/** As `kubectl auth can-i` names it: `deployments.apps`. */
function roleResource({ apiVersion, plural }: ResourceType): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? plural : `${plural}.${apiVersion.slice(0, slash)}`;
}

/**
 * The path of a collection.
 *
 * @throws ClusterReadError for Secrets, whatever the version says, and for what would leave the collection
 */
function collectionPath({ apiVersion, plural, namespaced }: ResourceType, namespace?: string): string {
  if (!API_VERSION.test(apiVersion) || !PLURAL.test(plural)) {
    throw new ClusterReadError('invalid', `There is no resource ${plural} in ${apiVersion}.`);
  }
  if (plural === 'secrets') {
    throw new ClusterReadError('forbidden', 'Triage never reads Secrets.');
  }
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return namespaced && namespace ? `${root}/namespaces/${pathSegment(namespace)}/${plural}` : `${root}/${plural}`;
}

/** One segment of a path, of a name that a person or an object gave: `../secrets/x` must not lead elsewhere. */
function pathSegment(name: string): string {
  if (name === '' || name === '.' || name === '..' || name.includes('/') || name.includes('%')) {
    throw new ClusterReadError('invalid', `"${name}" is not a name of a Kubernetes object.`);
  }
  return encodeURIComponent(name);
}
