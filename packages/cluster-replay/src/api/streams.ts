/**
 * A response body that is made as it is read. As with a real connection, aborting the request makes reading fail, and a
 * reader that goes away stops the work.
 *
 * @param produce - yields the body; its signal is aborted when nobody reads any more. What it opens, it opens when it
 * is first asked: a body that is never read costs nothing.
 */
export function streamOf(
  produce: (signal: AbortSignal) => AsyncGenerator<Uint8Array>,
  request?: AbortSignal,
): ReadableStream<Uint8Array> {
  const stop = new AbortController();
  const chunks = produce(stop.signal);
  let leave = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const onAbort = () => {
          stop.abort();
          controller.error(request?.reason);
          chunks.return(undefined).catch(() => {});
        };
        request?.addEventListener('abort', onAbort, { once: true });
        leave = () => request?.removeEventListener('abort', onAbort);
      },
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          if (stop.signal.aborted) return;
          if (done) {
            leave();
            controller.close();
          } else {
            controller.enqueue(value);
          }
        } catch (error) {
          leave();
          controller.error(error);
        }
      },
      async cancel() {
        leave();
        stop.abort();
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Waits, at most so long; ends early when the signal is aborted. */
export function idle(signal: AbortSignal, ms?: number): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = ms === undefined ? undefined : setTimeout(finish, ms);
    function finish() {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    }
    signal.addEventListener('abort', finish, { once: true });
  });
}
