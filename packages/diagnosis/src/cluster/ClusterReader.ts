import { KubernetesObject } from './KubernetesObject';
import { LogBatch } from './LogBatch';

/** A kind of object with its place in the API, e.g. `{ apiVersion: 'apps/v1', plural: 'deployments', kind: 'Deployment', namespaced: true }`. */
export interface ResourceType {
  apiVersion: string;
  plural: string;
  kind: string;
  namespaced: boolean;
}

export interface ListOptions {
  /** Absent: all namespaces. */
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
  /** No page is asked for once so many objects are there; absent: all. */
  max?: number;
  signal?: AbortSignal;
}

export interface LogOptions {
  namespace: string;
  pod: string;
  container: string;
  /** The run before the present one. */
  previous?: boolean;
  signal?: AbortSignal;
}

/** A row of the server's own table (`kubectl get`): cheap, for wide scopes. Cells by lower-case column name. */
export interface TableRow {
  namespace?: string;
  cells: Record<string, string>;
}

/**
 * The only door to a cluster. It cannot write, and everything it hands out is already redacted:
 * no code behind it can leak a secret that it never saw.
 *
 * A read that is refused or fails throws a {@link ClusterReadError}; callers turn it into a blind spot.
 */
export interface ClusterReader {
  /** The name by which people know this cluster. */
  readonly cluster: string;
  /** The cluster's clock; a recording's clock stands at its newest event. */
  now(): Promise<Date>;
  version(signal?: AbortSignal): Promise<string>;
  /** All pages of a list. `managedFields` are dropped. */
  list(type: ResourceType, options?: ListOptions): Promise<KubernetesObject[]>;
  get(type: ResourceType, ref: { namespace?: string; name: string }, signal?: AbortSignal): Promise<KubernetesObject>;
  table(type: ResourceType, options?: ListOptions): Promise<TableRow[]>;
  /**
   * The whole log in batches of lines, oldest first: redacted (when it is looked at), without ANSI codes, invalid UTF-8
   * replaced, each line cut at 16 kB. Memory does not grow with the length of the log.
   */
  logs(options: LogOptions): AsyncIterable<LogBatch>;
}

export type ClusterReadFailure = 'forbidden' | 'unauthorized' | 'not-found' | 'timeout' | 'unreachable' | 'invalid';

export class ClusterReadError extends Error {
  constructor(readonly failure: ClusterReadFailure, message: string, readonly status?: number) {
    super(message);
    this.name = 'ClusterReadError';
  }
}

/**
 * One GET against an API server, by whoever holds the credentials: Backstage's kubernetes proxy as the asking user,
 * a kubeconfig, or a recording in this process. `path` starts with a slash and has the query in it.
 */
export type KubernetesFetch = (
  path: string,
  init?: { headers?: Record<string, string>; signal?: AbortSignal },
) => Promise<Response>;
