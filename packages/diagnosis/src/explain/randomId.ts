/** An id for a request that brought none. It only has to be unlike the others in a log. */
export function randomId(): string {
  return globalThis.crypto.randomUUID();
}
