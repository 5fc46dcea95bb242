import fc from 'fast-check';
import { diagnose } from './diagnose';
import { KubernetesObject } from './cluster/KubernetesObject';
import { clusterOf, crashing, deployment, event, healthy, object, waiting } from './testing/cluster';

/** One of each kind of object that is read, in states that analyzers look at. */
const OBJECTS: KubernetesObject[] = [
  ...healthy('a'),
  ...deployment('b', { status: crashing(137, 'OOMKilled') }),
  ...deployment('c', { status: waiting('CreateContainerConfigError', 'configmap "x" not found') }),
  ...deployment('e', {
    status: crashing(1, 'Error', { message: '/app/x: Read-only file system, DB_HOST is not set, no host db' }),
    container: {
      command: ['/app/x', '$(DB_HOST)'],
      env: [
        { name: 'DB_HOST', value: ' db' },
        { name: 'DB_PORT', value: '1' },
        { name: 'X', valueFrom: { configMapKeyRef: { name: 'a', key: 'a.conf' } } },
      ],
      envFrom: [{ configMapRef: { name: 'a' } }],
      volumeMounts: [{ name: 'v', mountPath: '/app', subPath: 'x' }],
      securityContext: { readOnlyRootFilesystem: true, runAsUser: 1 },
    },
    pod: { spec: { volumes: [{ name: 'v', configMap: { name: 'a', items: [{ key: 'a', path: 'b' }] } }] } },
  }),
  ...deployment('d', {
    pod: {
      status: {
        phase: 'Pending',
        conditions: [{ type: 'PodScheduled', status: 'False', message: '1 Insufficient cpu' }],
      },
    },
  }),
  event('Pod', 'a-7d4b9-x2x4z', 'Unhealthy', 'Readiness probe failed'),
  object('Service', 'a', { spec: { selector: { app: 'z' }, ports: [{ port: 80, targetPort: 'web' }] } }),
  object('Ingress', 'a', {
    spec: { rules: [{ http: { paths: [{ backend: { service: { name: 'z', port: { number: 80 } } } }] } }] },
  }),
  object('NetworkPolicy', 'a', {
    spec: { podSelector: {}, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 1 }] }] },
  }),
  object('HorizontalPodAutoscaler', 'a', {
    spec: { scaleTargetRef: { kind: 'Deployment', name: 'z' } },
    status: { conditions: [{ type: 'ScalingActive', status: 'False' }] },
  }),
  object('PodDisruptionBudget', 'a', { spec: { selector: {} }, status: { disruptionsAllowed: 0, expectedPods: 1 } }),
  object('PersistentVolumeClaim', 'a', { spec: { storageClassName: 'x' }, status: { phase: 'Pending' } }),
  object('Job', 'a', { spec: {}, status: { conditions: [{ type: 'Failed', status: 'True' }] } }),
  object('CronJob', 'a', { spec: { suspend: true } }),
  object('StatefulSet', 'a', { spec: { replicas: 3, template: {} } }),
  object('DaemonSet', 'a', { spec: { template: { spec: { nodeSelector: { a: 'b' } } } } }),
  object('ResourceQuota', 'a', { status: {} }),
  object('LimitRange', 'a', { spec: { limits: [] } }),
  object('ConfigMap', 'a', { data: { 'a.conf': 'http://b:80' } }),
  object('Node', 'node-1', { status: { conditions: [{ type: 'Ready', status: 'Unknown' }] } }),
  object('Namespace', 'shop', { metadata: { deletionTimestamp: 'never' } }),
];

const JUNK = fc.oneof(
  fc.constantFrom(undefined, null, true, 0, -1, 1e309, '', 'x', [], {}, [null], [[]], { a: null }),
  fc.string(),
  fc.jsonValue(),
);

type Mutation = { steps: number[]; value: unknown };

/** Walks down an object by the given steps and replaces what it ends at. Names stay: without one there is no object. */
function mutate(target: any, { steps, value }: Mutation) {
  let parent = target;
  let key: string | undefined;
  for (const step of steps) {
    const current = key === undefined ? parent : parent[key];
    if (current === null || typeof current !== 'object' || Object.keys(current).length === 0) break;
    parent = current;
    key = Object.keys(current)[step % Object.keys(current).length];
  }
  if (key !== undefined && key !== 'name' && key !== 'metadata' && key !== 'kind') parent[key] = structuredClone(value);
}

describe('diagnose, on objects of any shape', () => {
  it('always answers', async () => {
    const mutation = fc.record({ steps: fc.array(fc.nat(50), { minLength: 2, maxLength: 9 }), value: JUNK });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(OBJECTS.length - 1), mutation), { minLength: 1, maxLength: 30 }),
        async changes => {
          const objects = structuredClone(OBJECTS);
          for (const [index, change] of changes) mutate(objects[index], change);
          const diagnosis = await diagnose(
            { namespace: 'shop', question: 'why is b failing?' },
            { reader: clusterOf(objects) },
          );
          // An analyzer may trip over a shape that no API server sends; it then stands in the blind spots.
          expect(JSON.parse(JSON.stringify(diagnosis)).rootCause).toBeTruthy();
        },
      ),
      { numRuns: 500 },
    );
  });
});
