import { ApiError, badRequest } from '../api/ApiError';
import { parseTime } from '../time/rfc3339';

/** The query of `pods/NAME/log`. */
export interface LogQuery {
  container?: string;
  previous: boolean;
  follow: boolean;
  timestamps: boolean;
  tailLines?: number;
  /** Of the answer. */
  limitBytes?: number;
  sinceSeconds?: number;
  /** Milliseconds since the epoch. */
  sinceTimeMs?: number;
}

/** @throws ApiError 400 or 422 on values that the API server refuses */
export function parseLogQuery(query: URLSearchParams, pod: string): LogQuery {
  const options: LogQuery = {
    container: query.get('container') || undefined,
    previous: flag(query, 'previous'),
    follow: flag(query, 'follow'),
    timestamps: flag(query, 'timestamps'),
    tailLines: integer(query, 'tailLines'),
    limitBytes: integer(query, 'limitBytes'),
    sinceSeconds: integer(query, 'sinceSeconds'),
    sinceTimeMs: time(query, 'sinceTime'),
  };
  if (options.tailLines !== undefined && options.tailLines < 0) {
    throw invalid(pod, `tailLines: Invalid value: ${options.tailLines}: must be greater than or equal to 0`);
  }
  for (const name of ['limitBytes', 'sinceSeconds'] as const) {
    const value = options[name];
    if (value !== undefined && value < 1) {
      throw invalid(pod, `${name}: Invalid value: ${value}: must be greater than 0`);
    }
  }
  if (options.sinceSeconds !== undefined && options.sinceTimeMs !== undefined) {
    throw invalid(pod, 'Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified');
  }
  return options;
}

function flag(query: URLSearchParams, name: string): boolean {
  return ['true', '1', 't', 'T', 'TRUE', 'True'].includes(query.get(name) ?? '');
}

function integer(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (!text) return undefined;
  if (!/^-?\d{1,15}$/.test(text)) throw badRequest(`strconv.ParseInt: parsing "${text}": invalid syntax (${name})`);
  return Number(text);
}

function time(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (!text) return undefined;
  const ms = parseTime(text);
  if (ms === undefined) throw badRequest(`${name}: "${text}" is no time like 2026-01-02T15:04:05Z`);
  return ms;
}

function invalid(pod: string, message: string): ApiError {
  return new ApiError(422, 'Invalid', `PodLogOptions "${pod}" is invalid: ${message}`);
}
