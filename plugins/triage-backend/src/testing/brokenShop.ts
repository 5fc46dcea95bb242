import { RecordedObject } from '@triage/cluster-replay';

/** Secrets as they stand in the objects, logs and texts of real clusters. None may ever leave the reader. */
export const CANARIES = {
  envPassword: 'Canary-Pa55w0rd-of-env',
  jwt: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjYW5hcnkiLCJuYW1lIjoiQ2FuYXJ5In0.c2lnbmF0dXJlLW9mLXRoZS1jYW5hcnk',
  connectionString: 'Canary-pw-of-url',
  argToken: 'ghp_CanaryCanaryCanaryCanaryCanaryCana12',
  annotation: 'AKIACANARYCANARYCANA',
  pasted: 'glpat-CanaryOfPastedTxt1',
};

/** Of the container `checkout`. */
export const CHECKOUT_LOG = [
  '2026-11-20T09:58:01Z INFO checkout 4.2.0 starts',
  `2026-11-20T09:58:02Z INFO config: DB_PASSWORD=${CANARIES.envPassword} Authorization: Bearer ${CANARIES.jwt}`,
  `2026-11-20T09:58:03Z FATAL cannot connect to postgres://checkout:${CANARIES.connectionString}@orders-db.shop:5432/orders: password authentication failed for user "checkout"`,
  '',
].join('\n');

const LABELS = { app: 'checkout', 'backstage.io/kubernetes-id': 'checkout' };

function meta(name: string, overrides?: object) {
  return {
    name,
    namespace: 'shop',
    uid: `uid-${name}`,
    resourceVersion: '1',
    creationTimestamp: '2026-11-20T09:00:00Z',
    ...overrides,
  };
}

function owner(apiVersion: string, kind: string, name: string) {
  return { ownerReferences: [{ apiVersion, kind, name, uid: `uid-${name}`, controller: true }] };
}

const podSpec = {
  nodeName: 'node-1',
  containers: [
    {
      name: 'checkout',
      image: 'registry.example/checkout:4.2.0',
      args: [`--github-token=${CANARIES.argToken}`],
      env: [{ name: 'DB_PASSWORD', value: CANARIES.envPassword }],
    },
  ],
};

/** A node, and `checkout` in the namespace `shop`, which ends again and again with an error in its log. */
export function brokenShop(): RecordedObject[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: meta('node-1', { namespace: undefined }),
      status: { conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-11-01T00:00:00Z' }] },
    },
    ...['shop', 'payments'].map(name => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: meta(name, { namespace: undefined }),
      status: { phase: 'Active' },
    })),
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: meta('checkout', { labels: LABELS, annotations: { 'example/aws-access-key-id': CANARIES.annotation } }),
      spec: {
        replicas: 1,
        selector: { matchLabels: { app: 'checkout' } },
        template: { metadata: { labels: LABELS }, spec: podSpec },
      },
      status: { replicas: 1, unavailableReplicas: 1, observedGeneration: 1 },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: meta('checkout-7d9f', { labels: LABELS, ...owner('apps/v1', 'Deployment', 'checkout') }),
      spec: {
        replicas: 1,
        selector: { matchLabels: { app: 'checkout' } },
        template: { metadata: { labels: LABELS }, spec: podSpec },
      },
      status: { replicas: 1, readyReplicas: 0 },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: meta('checkout-7d9f-x2b', { labels: LABELS, ...owner('apps/v1', 'ReplicaSet', 'checkout-7d9f') }),
      spec: podSpec,
      status: {
        phase: 'Running',
        startTime: '2026-11-20T09:00:00Z',
        conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: '2026-11-20T09:58:00Z' }],
        containerStatuses: [
          {
            name: 'checkout',
            image: 'registry.example/checkout:4.2.0',
            ready: false,
            restartCount: 9,
            state: {
              waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting failed container=checkout' },
            },
            lastState: {
              terminated: {
                reason: 'Error',
                exitCode: 1,
                startedAt: '2026-11-20T09:58:00Z',
                finishedAt: '2026-11-20T09:58:03Z',
                message: `login with ${CANARIES.jwt} failed`,
              },
            },
          },
        ],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: meta('checkout-7d9f-x2b.1'),
      involvedObject: { kind: 'Pod', namespace: 'shop', name: 'checkout-7d9f-x2b', uid: 'uid-checkout-7d9f-x2b' },
      type: 'Warning',
      reason: 'BackOff',
      message: `Back-off restarting failed container checkout, token=${CANARIES.argToken}`,
      count: 30,
      firstTimestamp: '2026-11-20T09:10:00Z',
      lastTimestamp: '2026-11-20T10:00:00Z',
    },
  ];
}
