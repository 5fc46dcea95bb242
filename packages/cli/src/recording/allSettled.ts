/**
 * As `Promise.all`, but an error is thrown only when all have ended: what is under way is then complete, and kept.
 *
 * @throws the first error
 */
export async function allSettled<T>(promises: Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(promises);
  const failed = results.find(result => result.status === 'rejected') as PromiseRejectedResult | undefined;
  if (failed) {
    throw failed.reason;
  }
  return results.map(result => (result as PromiseFulfilledResult<T>).value);
}
