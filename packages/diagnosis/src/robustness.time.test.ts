import { ANALYZERS } from './analyzers';
import { ClusterReader, ClusterReadError } from './cluster/ClusterReader';
import { diagnose, DiagnoseOptions } from './diagnose';
import { clusterOf, crashing, deployment } from './testing/cluster';

/** Never settles, and takes no notice of any signal. */
const never = () => new Promise<never>(() => {});
const CAUSE = 'FATAL: password authentication failed for user "shop"';
const LOG = 'shop/checkout-7d4b9-x2x4z/app';
const broken = () => deployment('checkout', { status: crashing(1) });

async function* lines(...batches: string[][]) {
  for (const batch of batches) yield batch;
  await never();
}

/** Asks, and lets the time pass until there is an answer. */
async function ask(reader: ClusterReader, options: Partial<DiagnoseOptions> = {}) {
  const answer = diagnose({ namespace: 'shop' }, { reader, timeout: 10_000, ...options });
  answer.catch(() => {});
  await jest.advanceTimersByTimeAsync(10_000);
  return answer;
}

describe('diagnose, when something is slow', () => {
  const rejections: unknown[] = [];
  let timersLeft = 0;
  const onRejection = (reason: unknown) => rejections.push(reason);

  beforeAll(() => process.on('unhandledRejection', onRejection));
  afterAll(() => process.off('unhandledRejection', onRejection));
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    timersLeft += jest.getTimerCount();
    jest.useRealTimers();
  });

  it('answers from the kinds that came, and names those that did not', async () => {
    const cluster = clusterOf(broken(), { [LOG]: CAUSE });
    const list: ClusterReader['list'] = (type, options) =>
      type.kind === 'Event' ? never() : cluster.list(type, options);
    const diagnosis = await ask({ ...cluster, list });
    expect(diagnosis.findings[0].evidence[0].text).toBe(CAUSE);
    expect(diagnosis.blindSpots).toEqual([
      {
        what: 'events',
        why: 'Could not read events in namespace shop: no complete answer within 6 s. Probe failures, failed mounts, scheduling and image pulls are told in events.',
      },
    ]);
  });

  it('says that nothing is known when nothing comes', async () => {
    const diagnosis = await ask({ ...clusterOf([]), list: never, get: never, now: never });
    expect(diagnosis.findings).toEqual([]);
    expect(diagnosis.rootCause).toBe('The cluster test could not be read, so nothing can be said about it.');
    expect(diagnosis.blindSpots[0].why).toContain('no complete answer within 6 s');
  });

  it('judges what it read of a log that does not end, and says that more may follow', async () => {
    const logs = () => lines(['starting', CAUSE, 'bye']);
    const diagnosis = await ask({ ...clusterOf(broken()), logs });
    expect(diagnosis.findings[0].evidence[0].text).toBe(CAUSE);
    expect(diagnosis.blindSpots).toEqual([
      {
        what: 'logs of container app in pod checkout-7d4b9-x2x4z',
        why: 'Only its first 3 lines were read. There was no complete answer within 4 s. The line that tells the cause may come later.',
      },
    ]);
  });

  it('does not wait for a log of which nothing comes', async () => {
    const diagnosis = await ask({ ...clusterOf(broken()), logs: () => lines() });
    expect(diagnosis.findings[0].category).toBe('crash-loop-app-error');
    expect(diagnosis.blindSpots[0].why).toBe(
      'There was no complete answer within 4 s. The line that tells the cause may be there.',
    );
  });

  it('judges the part of a log that came before the connection broke', async () => {
    const logs = async function* logs() {
      yield ['starting', CAUSE];
      throw new ClusterReadError('unreachable', 'Could not read pod logs: connection reset.');
    };
    const diagnosis = await ask({ ...clusterOf(broken()), logs });
    expect(diagnosis.findings[0].evidence[0].text).toBe(CAUSE);
    expect(diagnosis.blindSpots[0].why).toContain('Only its first 2 lines were read. Could not read pod logs');
  });

  it('does without an analyzer that never ends', async () => {
    const stuck = { name: 'stuck', sees: '', analyze: never };
    const diagnosis = await ask(clusterOf(broken(), { [LOG]: CAUSE }), { analyzers: [stuck, ...ANALYZERS] });
    expect(diagnosis.findings[0].evidence[0].text).toBe(CAUSE);
    expect(diagnosis.blindSpots).toEqual([
      { what: 'analyzer stuck', why: 'It did not finish within 9 s. What it looks for may be there.' },
    ]);
  });

  it('does without runbooks that do not come', async () => {
    const diagnosis = await ask(clusterOf(broken(), { [LOG]: CAUSE }), { advise: never });
    expect(diagnosis.findings).toHaveLength(1);
    expect(diagnosis.blindSpots[0].what).toBe('runbooks');
  });

  it.each<[string, Partial<ClusterReader>]>([
    ['reading objects', { list: never }],
    ['the clock', { now: never }],
    ['a log', { logs: () => lines(['starting']) }],
  ])('stops at once while waiting for %s when the caller gives up', async (_, stuck) => {
    const caller = new AbortController();
    const answer = diagnose(
      { namespace: 'shop' },
      { reader: { ...clusterOf(broken()), ...stuck }, signal: caller.signal },
    );
    answer.catch(() => {});
    await jest.advanceTimersByTimeAsync(10);
    caller.abort(new Error('the page was closed'));
    await expect(answer).rejects.toThrow('the page was closed');
  });

  it('tells the reader of each step when nobody waits any more', async () => {
    const caller = new AbortController();
    const signals: (AbortSignal | undefined)[] = [];
    const list: ClusterReader['list'] = (_, options) => {
      signals.push(options?.signal);
      return never();
    };
    const answer = diagnose({ namespace: 'shop' }, { reader: { ...clusterOf([]), list }, signal: caller.signal });
    answer.catch(() => {});
    await jest.advanceTimersByTimeAsync(10);
    caller.abort();
    await expect(answer).rejects.toThrow();
    expect(signals.length).toBeGreaterThan(10);
    expect(signals.every(signal => signal?.aborted)).toBe(true);
  });

  it('left no timer and no unhandled rejection behind in any of these', () => {
    expect(timersLeft).toBe(0);
    expect(rejections).toEqual([]);
  });
});

describe('logs that are gone', () => {
  const failing = (message: string): Partial<ClusterReader> => ({
    logs: async function* logs() {
      yield* [];
      throw new ClusterReadError('not-found', message, 404);
    },
  });
  const ask1 = (objects: any[], reader: Partial<ClusterReader>) =>
    diagnose({ namespace: 'shop' }, { reader: { ...clusterOf(objects), ...reader } });

  it('are a blind spot when the container ran', async () => {
    const { blindSpots } = await ask1(broken(), failing('There is no log.'));
    expect(blindSpots).toEqual([
      {
        what: 'logs of container app in pod checkout-7d4b9-x2x4z',
        why: 'The cluster no longer has the log of the run that ended with exit code 1. The line that tells the cause may have been there.',
      },
    ]);
  });

  it('are none when it never started', async () => {
    const objects = deployment('checkout', {
      status: crashing(128, 'StartError', { message: 'exec: "x": not found' }),
    });
    expect((await ask1(objects, failing('There is no log.'))).blindSpots).toEqual([]);
  });

  it.each([
    'unable to retrieve container logs for containerd://e788ff6eb312b2594610893b7264098144fbab0723ad043cd90c1d73100dd848',
    'failed to try resolving symlinks in path "/var/log/pods/shop_checkout_1/app/3.log": lstat /var/log/pods/shop_checkout_1/app/3.log: no such file or directory',
  ])('are a blind spot when the kubelet says so in their place: %s', async excuse => {
    const { blindSpots, findings } = await ask1(broken(), {
      logs: async function* logs() {
        yield [excuse];
      },
    });
    expect(blindSpots[0].why).toContain('no longer has the log');
    expect(JSON.stringify(findings)).not.toContain(excuse.slice(0, 30));
  });

  it('are told once for replicas that fail alike', async () => {
    const pods = Array.from({ length: 6 }, (_, i) => {
      const [, , pod] = broken();
      return { ...pod, metadata: { ...pod.metadata, name: `checkout-7d4b9-${i}`, uid: `u${i}` } };
    });
    const { blindSpots } = await ask1([...broken().slice(0, 2), ...pods], failing('There is no log.'));
    expect(blindSpots).toHaveLength(1);
    expect(blindSpots[0].what).toContain('and 3 more');
  });
});
