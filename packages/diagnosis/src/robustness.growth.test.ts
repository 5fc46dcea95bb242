import { KubernetesObject } from './cluster/KubernetesObject';
import { diagnose } from './diagnose';
import { clusterOf, crashing, deployment, event, healthy } from './testing/cluster';

type Size = (count: number) => { objects: KubernetesObject[] };

const renamed = (objects: KubernetesObject[], suffix: number) =>
  objects.map(each => ({ ...each, metadata: { ...each.metadata, uid: `${each.metadata.uid}-${suffix}` } }));

/** What may be many; `count` of it. */
const SIZES: [string, number, Size][] = [
  ['healthy workloads', 100, count => ({ objects: range(count).flatMap(i => renamed(healthy(`w${i}`), i)) })],
  [
    'workloads that fail',
    40,
    count => ({ objects: range(count).flatMap(i => renamed(deployment(`w${i}`, { status: crashing(1) }), i)) }),
  ],
  [
    'events of one pod',
    1_000,
    count => ({
      objects: [
        ...healthy('w'),
        ...range(count).map(i =>
          event('Pod', 'w-7d4b9-x2x4z', 'Unhealthy', `Readiness probe failed: ${i}`, { seconds: i }),
        ),
      ],
    }),
  ],
];

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/**
 * Counts how often the engine reads a field of the objects: unlike time, that is the same on every machine, and it grows
 * with the work of everything that walks over them.
 */
function counting(objects: KubernetesObject[], counter: { reads: number }): KubernetesObject[] {
  const known = new WeakMap<object, object>();
  const wrap = (value: any): any => {
    if (typeof value !== 'object' || value === null) return value;
    const seen = known.get(value);
    if (seen) return seen;
    const proxy: object = new Proxy(value, {
      get(target, key, receiver) {
        counter.reads += 1;
        return wrap(Reflect.get(target, key, receiver));
      },
    });
    known.set(value, proxy);
    return proxy;
  };
  return objects.map(wrap);
}

describe('the work of a diagnosis', () => {
  it.each(SIZES)('grows linearly with %s', async (_, count, size) => {
    const reads = async (times: number) => {
      const { objects } = size(count * times);
      const counter = { reads: 0 };
      await diagnose({ namespace: 'shop' }, { reader: clusterOf(counting(objects, counter)), timeout: 120_000 });
      return counter.reads;
    };
    const [single, double, fourfold] = [await reads(1), await reads(2), await reads(4)];
    // A part that is quadratic makes the second step larger than the first by far more than this.
    expect((fourfold - double) / Math.max(1, double - single)).toBeLessThan(2.6);
  });
});
