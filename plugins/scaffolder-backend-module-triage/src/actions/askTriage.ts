import { AuthService, BackstageCredentials } from '@backstage/backend-plugin-api';
import { ForwardedError, ResponseError } from '@backstage/errors';
import { TriageApi, TriageRequestOptions } from '@triage/plugin-triage-common';

/** What each action needs. */
export interface TriageActionDeps {
  auth: AuthService;
  triage: TriageApi;
}

/** Milliseconds. A diagnosis takes seconds; without an end a lost answer would hold the task for a day. */
const TIMEOUT = 120_000;

/**
 * Calls the Triage backend as the person who started the task: a template must not show anybody a cluster that they
 * may not read themselves.
 */
export async function askTriage<T>(
  deps: TriageActionDeps,
  ctx: { getInitiatorCredentials(): Promise<BackstageCredentials>; signal?: AbortSignal },
  ask: (triage: TriageApi, options: TriageRequestOptions) => Promise<T>,
): Promise<T> {
  const { token } = await deps.auth.getPluginRequestToken({
    onBehalfOf: await ctx.getInitiatorCredentials(),
    targetPluginId: 'triage',
  });
  const timeout = AbortSignal.timeout(TIMEOUT);
  const signal = ctx.signal ? AbortSignal.any([ctx.signal, timeout]) : timeout;
  try {
    return await ask(deps.triage, { token, signal });
  } catch (error) {
    if (ctx.signal?.aborted) throw error;
    throw new ForwardedError(explain(error, timeout.aborted), error);
  }
}

function explain(error: unknown, timedOut: boolean): string {
  if (timedOut) return `Triage did not answer within ${TIMEOUT / 1000} seconds`;
  // The sentence that says what to do is in the body of the answer, not in the status.
  if (error instanceof ResponseError) return `Triage answered ${error.statusCode}: ${error.cause.message}`;
  return 'The Triage backend could not be reached';
}
