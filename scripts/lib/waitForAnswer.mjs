import { logFolder } from './paths.mjs';
import { UserError } from './UserError.mjs';

/**
 * Asks until the answer is a good one (a 2xx, and what `accept` says of it), and returns it.
 * @param url what to GET
 * @param options.seconds how long to try
 */
export async function waitForAnswer(url, { what, seconds, headers = {}, accept = () => true }) {
  const until = Date.now() + seconds * 1000;
  let last = 'nothing answered';
  while (Date.now() < until) {
    try {
      const response = await fetch(url, { headers, signal: AbortSignal.timeout(30_000) });
      const body = await response.text();
      if (response.ok && accept(body)) return body;
      last = `it answered ${response.status}: ${body.slice(0, 300)}`;
    } catch (error) {
      last = error.cause?.message || error.cause?.code || error.message;
    }
    await new Promise(resolve => setTimeout(resolve, 300));
  }
  throw new UserError(
    `The ${what} did not come up within ${seconds} s at ${url} (${last}). The logs are in ${logFolder}.`,
  );
}
