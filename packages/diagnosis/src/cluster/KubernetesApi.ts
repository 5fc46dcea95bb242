import { ClusterReadError, KubernetesFetch } from './ClusterReader';
import { Deadline } from './Deadline';
import {
  connectionCode,
  failureOfConnection,
  failureOfContent,
  failureOfStatus,
  failureOfTimeout,
  ReadSubject,
} from './readFailure';
import { Semaphore } from './Semaphore';

export interface ApiRequest {
  /** With the query. */
  path: string;
  accept: string;
  subject: ReadSubject;
  /** Milliseconds until the answer must be complete. */
  timeout: number;
  /** Bounds how many of these run at once. */
  gate: Semaphore;
  signal?: AbortSignal;
}

/** Waited at most before the second try (milliseconds), however long the server asks for: a person is waiting. */
const RETRY_LIMIT = 5_000;
/** Waited when the server names no time (milliseconds). */
const RETRY_DEFAULT = 500;

const RETRIED_CODES = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/**
 * Makes single GET requests: bounded in number and time, tried twice when the server is busy, every failure a
 * {@link ClusterReadError} with a sentence. Aborting the caller's signal rejects with the signal's reason.
 */
export class KubernetesApi {
  private serverDate: Date | undefined;

  constructor(
    private readonly cluster: string,
    private readonly fetch: KubernetesFetch,
    private readonly redact: (text: string) => string,
  ) {}

  /** The API server's clock at its latest answer (whole seconds). */
  get date(): Date | undefined {
    return this.serverDate;
  }

  async json(request: ApiRequest): Promise<any> {
    return this.run(request, async response => {
      const body = await response.text();
      try {
        return JSON.parse(body);
      } catch {
        throw failureOfContent(request.subject, 'the answer is not JSON');
      }
    });
  }

  async *bytes(request: ApiRequest): AsyncIterable<Uint8Array> {
    const release = await request.gate.acquire(request.signal);
    const deadline = new Deadline(request.timeout, request.signal);
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    try {
      const response = await this.respond(request, deadline);
      reader = response.body?.getReader();
      while (reader) {
        const { done, value } = await deadline.race(reader.read());
        if (done) {
          return;
        }
        yield value;
      }
    } catch (error) {
      throw this.failure(request, deadline, error);
    } finally {
      deadline.clear();
      // not awaited: a stalled connection would hold the place for ever
      reader?.cancel().catch(() => {});
      deadline.stop();
      release();
    }
  }

  private async run<T>(request: ApiRequest, read: (response: Response) => Promise<T>): Promise<T> {
    const release = await request.gate.acquire(request.signal);
    const deadline = new Deadline(request.timeout, request.signal);
    try {
      return await deadline.race(this.respond(request, deadline).then(read));
    } catch (error) {
      throw this.failure(request, deadline, error);
    } finally {
      deadline.clear();
      release();
    }
  }

  private async respond(request: ApiRequest, deadline: Deadline): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const last = attempt === 2;
      let response: Response;
      try {
        response = await deadline.race(
          this.fetch(request.path, { headers: { Accept: request.accept }, signal: deadline.signal }),
        );
      } catch (error) {
        if (!last && !deadline.signal.aborted && RETRIED_CODES.has(connectionCode(error) ?? '')) {
          continue;
        }
        throw error;
      }
      this.noteDate(response);
      if (response.ok) {
        return response;
      }
      const message = await deadline.race(statusMessage(response));
      if (last || (response.status !== 429 && response.status !== 503)) {
        throw failureOfStatus(request.subject, response.status, message && this.redact(message));
      }
      await deadline.race(delay(retryAfter(response), deadline.signal));
    }
  }

  private noteDate(response: Response): void {
    const date = new Date(response.headers.get('date') ?? '');
    if (!Number.isNaN(date.getTime())) {
      this.serverDate = date;
    }
  }

  private failure(request: ApiRequest, deadline: Deadline, error: unknown): unknown {
    if (request.signal?.aborted) {
      return request.signal.reason;
    }
    if (deadline.expired) {
      return failureOfTimeout(request.subject, request.timeout);
    }
    return error instanceof ClusterReadError ? error : failureOfConnection(request.subject, this.cluster, error);
  }
}

async function statusMessage(response: Response): Promise<string | undefined> {
  const text = await response.text().catch(() => '');
  try {
    const { message } = JSON.parse(text);
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0) * 1_000, RETRY_LIMIT) : RETRY_DEFAULT;
}

function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
