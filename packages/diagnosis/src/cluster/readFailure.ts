import { ClusterReadError, ClusterReadFailure } from './ClusterReader';

/** What was being read, in the words of the person who may have to ask for the right to do so. */
export interface ReadSubject {
  verb: 'list' | 'get';
  /** As in a sentence: `pods`, `pod logs`, `deployment checkout`. */
  what: string;
  /** As in a role: `pods`, `pods/log`, `deployments.apps`. */
  resource: string;
  /** Absent for cluster-scoped kinds and for all namespaces. */
  namespace?: string;
  /** Decides the words for "nowhere in particular": a kind without namespaces, or one read in all of them. */
  namespaced: boolean;
}

/** A Status message is cut here (characters): it only adds detail to our own sentence. */
const MESSAGE_LIMIT = 300;

function place(subject: ReadSubject): string {
  if (subject.namespace) {
    return ` in namespace ${subject.namespace}`;
  }
  return subject.namespaced ? ' in all namespaces' : '';
}

function withDetail(sentence: string, message: string | undefined): string {
  const detail = message?.replace(/\s+/g, ' ').trim().slice(0, MESSAGE_LIMIT);
  return detail ? `${sentence}: ${detail}` : `${sentence}.`;
}

/**
 * The error of a refused or failed answer.
 *
 * @param message - of the server's Status object, already redacted
 */
export function failureOfStatus(subject: ReadSubject, status: number, message?: string): ClusterReadError {
  const fail = (failure: ClusterReadFailure, sentence: string) => new ClusterReadError(failure, sentence, status);
  const could = `Could not read ${subject.what}`;
  switch (status) {
    case 401:
      return fail('unauthorized', `${could}: the cluster does not accept your credentials. Sign in to it again.`);
    case 403:
      return fail(
        'forbidden',
        `${could}: forbidden for you${place(subject)}. Ask for ${subject.verb} on ${subject.resource}.`,
      );
    case 404:
      return subject.verb === 'get'
        ? fail('not-found', withDetail(`${could}${place(subject)}: it does not exist`, message))
        : fail('not-found', `${could}: this cluster does not have ${subject.resource}.`);
    case 408:
    case 504:
      return fail('timeout', `${could}${place(subject)}: the cluster took too long to answer.`);
    case 429:
      return fail('unreachable', `${could}${place(subject)}: the cluster asks for fewer requests (429).`);
    default:
      return status >= 500
        ? fail(
            'unreachable',
            withDetail(`${could}${place(subject)}: the cluster failed to answer (${status})`, message),
          )
        : fail(
            'invalid',
            withDetail(`${could}${place(subject)}: the cluster refused the request (${status})`, message),
          );
  }
}

/** The error of a request that got no answer in time. `milliseconds` is how long we waited. */
export function failureOfTimeout(subject: ReadSubject, milliseconds: number): ClusterReadError {
  const seconds = Math.round(milliseconds / 100) / 10;
  return new ClusterReadError(
    'timeout',
    `Could not read ${subject.what}${place(subject)}: no complete answer within ${seconds} s.`,
  );
}

/** The error of a request that could not be made at all. */
export function failureOfConnection(subject: ReadSubject, cluster: string, error: unknown): ClusterReadError {
  return new ClusterReadError(
    'unreachable',
    `Could not read ${subject.what}: cluster ${cluster} cannot be reached (${connectionProblem(error)}).`,
  );
}

/** The error of an answer that is not what Kubernetes would say. */
export function failureOfContent(subject: ReadSubject, problem: string): ClusterReadError {
  return new ClusterReadError('invalid', `Could not read ${subject.what}${place(subject)}: ${problem}.`);
}

const CONNECTION_PROBLEMS: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name cannot be resolved now',
  ETIMEDOUT: 'connecting takes too long',
  EHOSTUNREACH: 'no route to its host',
  ENETUNREACH: 'no route to its network',
  EPIPE: 'connection closed',
  UND_ERR_SOCKET: 'connection closed',
  UND_ERR_CONNECT_TIMEOUT: 'connecting takes too long',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an unknown authority',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name',
};

/** The code of a network failure, which `fetch` hides in the cause of a TypeError. */
export function connectionCode(error: unknown): string | undefined {
  let current: any = error;
  for (let depth = 0; current && depth < 5; depth += 1) {
    if (typeof current.code === 'string') {
      return current.code;
    }
    current = current.cause ?? current.errors?.[0];
  }
  return undefined;
}

function connectionProblem(error: unknown): string {
  const code = connectionCode(error);
  // an unknown message may quote a URL with credentials or a header, a code cannot
  return (code && (CONNECTION_PROBLEMS[code] ?? code)) || 'connection failed';
}
