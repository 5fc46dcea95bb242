import fc from 'fast-check';
import { diagnose } from './diagnose';
import { KubernetesObject } from './cluster/KubernetesObject';
import { clusterOf, crashing, deployment } from './testing/cluster';
import { someRecordings } from './testing/recordings';

const RECORDINGS = someRecordings(6);
const CAUSE = 'FATAL: password authentication failed for user "ledger"';

/** A failure beside the objects that are spoilt, and its log. */
function untouched(namespace: string) {
  const objects = deployment('untouched', { status: crashing(1) }).map(each => ({
    ...each,
    metadata: { ...each.metadata, namespace },
  }));
  return { objects, logs: { [`${namespace}/untouched-7d4b9-x2x4z/app`]: `starting\n${CAUSE}` } };
}

/** Diagnoses the namespace; the failure that nobody spoilt must be among the findings, whatever the others look like. */
async function ask(namespace: string, spoilt: KubernetesObject[], target?: string) {
  const { objects, logs } = untouched(namespace);
  const diagnosis = await diagnose(
    { namespace, ...(target && { target: { kind: 'Deployment', name: target } }) },
    { reader: clusterOf([...spoilt, ...objects], logs) },
  );
  const own = diagnosis.findings.find(({ resource }) => resource.name === 'untouched');
  return { diagnosis, text: JSON.stringify(diagnosis), proof: own?.evidence[0]?.text };
}

const JUNK = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -1,
    1e309,
    '',
    'x',
    [],
    {},
    [null],
    [[]],
    { a: null },
    '2999-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    'never',
    '__proto__',
    'constructor',
    'a.*(b+)+[',
    '\u001b[31mred\u001b[0m',
    '\ud800',
  ),
  fc.string(),
  fc.jsonValue(),
);

type Mutation = { object: number; steps: number[]; value: unknown; remove: boolean };
const MUTATION: fc.Arbitrary<Mutation> = fc.record({
  object: fc.nat(10_000),
  steps: fc.array(fc.nat(50), { minLength: 1, maxLength: 10 }),
  value: JUNK,
  remove: fc.boolean(),
});

/** Walks down an object by the steps and takes away or replaces what it ends at. */
function mutate(objects: any[], { object, steps, value, remove }: Mutation) {
  let parent = objects[object % objects.length];
  let key: string | undefined;
  for (const step of steps) {
    const current = key === undefined ? parent : parent[key];
    if (current === null || typeof current !== 'object' || Object.keys(current).length === 0) break;
    parent = current;
    key = Object.keys(current)[step % Object.keys(current).length];
  }
  // The reader names the kind; without a name and a namespace an API server stores nothing.
  if (key === undefined || ['name', 'namespace', 'metadata', 'kind'].includes(key)) return;
  if (remove) delete parent[key];
  else parent[key] = structuredClone(value);
}

describe('diagnose, on recorded objects that are spoilt', () => {
  it('answers, and still finds the failure beside them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(RECORDINGS.length - 1),
        fc.array(MUTATION, { minLength: 1, maxLength: 20 }),
        async (index, mutations) => {
          const { namespace, objects } = structuredClone(RECORDINGS[index]);
          for (const mutation of mutations) mutate(objects, mutation);
          const { proof, diagnosis } = await ask(namespace, objects);
          expect(diagnosis.rootCause).toBeTruthy();
          expect(proof).toBe(CAUSE);
        },
      ),
      { numRuns: 150 },
    );
  });
});

const pod = (namespace: string, name: string, more: object = {}): KubernetesObject => {
  const [, , base] = deployment(name, { status: crashing(1), ...more });
  return { ...base, metadata: { ...base.metadata, namespace } };
};

/** Objects that no sane person makes, though an API server would store most of them. */
const STRANGE: [string, (namespace: string) => KubernetesObject[]][] = [
  [
    '1,000 containers in one pod',
    namespace => {
      const names = Array.from({ length: 1_000 }, (_, i) => `c${i}`);
      const strange = pod(namespace, 'many');
      strange.spec.containers = names.map(name => ({ name, image: 'x' }));
      strange.status.containerStatuses = names.map(name => ({ name, ...crashing(1) }));
      return [strange];
    },
  ],
  [
    '10,000 variables that name each other',
    namespace => {
      const env = Array.from({ length: 10_000 }, (_, i) => ({
        name: `V${i}`,
        value: `http://svc-${i}:80/$(V${i + 1})`,
      }));
      return [pod(namespace, 'wordy', { container: { env } })];
    },
  ],
  [
    'owners in a circle',
    namespace =>
      ['a', 'b', 'c'].map((name, i) => {
        const own = { kind: 'ReplicaSet', uid: `ring-${'bca'[i]}`, name: 'bca'[i], controller: true };
        const metadata = { name, namespace, uid: `ring-${name}`, ownerReferences: [own] };
        return { kind: 'ReplicaSet', metadata, spec: { replicas: 3 }, status: { replicas: 0 } } as KubernetesObject;
      }),
  ],
  [
    'a pod that owns itself',
    namespace => {
      const strange = pod(namespace, 'self');
      strange.metadata.ownerReferences = [{ kind: 'Pod', name: strange.metadata.name, uid: strange.metadata.uid! }];
      return [strange];
    },
  ],
  [
    'labels of regular expressions and of prototypes',
    namespace => {
      const labels = JSON.parse('{"__proto__":"x","constructor":"(a+)+$","toString":"[","app":"*"}');
      const strange = pod(namespace, 'labelled');
      strange.metadata.labels = labels;
      return [
        strange,
        {
          kind: 'Service',
          metadata: { name: 'constructor', namespace },
          spec: { selector: labels, ports: [{ port: 80 }] },
        },
        {
          kind: 'Service',
          metadata: { name: '__proto__', namespace },
          spec: { selector: labels, ports: [{ port: 80 }] },
        },
      ] as KubernetesObject[];
    },
  ],
  [
    'names of prototypes',
    namespace =>
      ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].flatMap(name => {
        const strange = pod(namespace, name);
        strange.metadata.name = name;
        strange.spec.containers[0].name = name;
        strange.status.containerStatuses[0].name = name;
        strange.spec.volumes = [{ name, configMap: { name } }];
        return [
          strange,
          { kind: 'ConfigMap', metadata: { name, namespace }, data: JSON.parse(`{"${name}":"http://${name}:80"}`) },
          { kind: 'Deployment', metadata: { name, namespace }, spec: { replicas: 1 }, status: {} },
        ] as KubernetesObject[];
      }),
  ],
  [
    'clocks that are wrong',
    namespace =>
      ['1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-13-45T99:99:99Z', 'yesterday', '-1'].map((time, i) => {
        const strange = pod(namespace, `late-${i}`, {
          status: crashing(1, 'Error', { startedAt: time, finishedAt: time }),
        });
        strange.metadata.creationTimestamp = time;
        strange.status.startTime = time;
        return strange;
      }),
  ],
  [
    '20,000 events about nothing',
    namespace =>
      Array.from({ length: 20_000 }, (_, i) => ({
        kind: 'Event',
        metadata: { name: `e${i}`, namespace },
        type: 'Warning',
        reason: ['BackOff', 'FailedMount', 'Unhealthy', 'FailedScheduling'][i % 4],
        message: 'exceeded quota: , requested: , used: , limited: '.repeat(5),
        involvedObject: { kind: 'Pod', name: `gone-${i}`, namespace },
      })) as KubernetesObject[],
  ],
  [
    'objects that are hardly any',
    namespace =>
      [null, 7, 'Pod', [], {}, { kind: 'Pod' }, { kind: 'Pod', metadata: { name: 7, namespace } }].map(strange =>
        strange !== null && typeof strange === 'object' && !Array.isArray(strange)
          ? { kind: 'Pod', metadata: { namespace }, ...strange }
          : { kind: 'Pod', metadata: { namespace, name: strange } },
      ) as unknown as KubernetesObject[],
  ],
  [
    'a selector that fits everything and everybody',
    namespace =>
      ['Service', 'NetworkPolicy', 'PodDisruptionBudget'].map(kind => ({
        kind,
        metadata: { name: 'all', namespace },
        spec: { selector: {}, podSelector: {}, ports: [], ingress: [{}], egress: [{}] },
        status: {},
      })) as KubernetesObject[],
  ],
];

describe('diagnose, beside strange objects', () => {
  it.each(STRANGE)('finds the failure beside %s', async (_, strange) => {
    const { proof, diagnosis } = await ask('shop', strange('shop'), 'untouched');
    expect(proof).toBe(CAUSE);
    expect(diagnosis.blindSpots.filter(({ what }) => what.startsWith('analyzer'))).toEqual([]);
    const wide = await ask('shop', strange('shop'));
    expect(wide.diagnosis.blindSpots.filter(({ what }) => what.startsWith('analyzer'))).toEqual([]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
