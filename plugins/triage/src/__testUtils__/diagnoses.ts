import type { Diagnosis } from '@triage/plugin-triage-common';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** A missing key after a change, with a consequence, an unrelated finding and a blind spot. */
export function brokenDiagnosis(overrides: Partial<Diagnosis> = {}): Diagnosis {
  return {
    requestId: 'd-1',
    cluster: 'demo',
    namespace: 'shop-prod',
    target: { kind: 'Deployment', namespace: 'shop-prod', name: 'checkout' },
    question: 'Why is checkout failing?',
    createdAt: ago(0),
    severity: 'CRITICAL',
    errorCategory: 'create-container-config',
    rootCause:
      'The key PAYMENT_URL is missing from ConfigMap checkout-config, so the container app of checkout cannot start.',
    explanation:
      'The key was removed by the change of 14:01 (revision 41 to 42); revision 41 ran without a restart for 6 days.',
    findings: [
      {
        id: 'f1',
        severity: 'CRITICAL',
        category: 'create-container-config',
        confidence: 0.95,
        resource: { kind: 'Deployment', namespace: 'shop-prod', name: 'checkout' },
        title: 'checkout: key PAYMENT_URL missing in ConfigMap checkout-config',
        rootCause: 'The key PAYMENT_URL is missing from ConfigMap checkout-config.',
        explanation: 'The container needs it as an environment variable.',
        evidence: [
          {
            id: 'e1',
            kind: 'event',
            source: 'event on pod/checkout-5d9c7f6b8-x2b4z',
            text: "Failed (x14): Error: couldn't find key PAYMENT_URL in ConfigMap shop-prod/checkout-config",
            at: ago(1),
          },
          {
            id: 'e2',
            kind: 'object',
            source: 'deployment/checkout',
            text: 'env PAYMENT_URL is read from configMapKeyRef checkout-config, key PAYMENT_URL, optional: false',
          },
          {
            id: 'e3',
            kind: 'log',
            source: 'pod/checkout-5d9c7f6b8-k8rtw container app (previous run)',
            text: 'panic: PAYMENT_URL is not set',
            log: {
              line: 4182,
              before: ['INFO reading configuration', 'INFO feature flags: 12', 'WARN no cache configured'],
              after: ['goroutine 1 [running]:', 'main.mustEnv(0x1400012)', '\t/src/config.go:41 +0x1a4'],
            },
          },
          {
            id: 'e4',
            kind: 'change',
            source: 'configmap/checkout-config, revision 41 to 42',
            text: '- PAYMENT_URL: https://payments.shop-prod.svc\n+ PAYMENTS_URL: https://payments.shop-prod.svc',
            at: ago(6),
          },
        ],
        explains: ['f2'],
        since: ago(6),
        count: 2,
        fixes: [
          {
            command:
              'kubectl -n shop-prod patch configmap checkout-config --type merge -p \'{"data":{"PAYMENT_URL":"https://payments.shop-prod.svc"}}\'',
            description: 'Put the key PAYMENT_URL back into ConfigMap checkout-config',
            riskLevel: 'LOW',
            changes: 'ConfigMap checkout-config: one key is added, none is removed.',
            undo: 'Remove the key PAYMENT_URL again.',
            verify: 'kubectl -n shop-prod get configmap/checkout-config -o yaml',
            expect: 'data has PAYMENT_URL',
            patch: {
              manifest: {
                apiVersion: 'v1',
                kind: 'ConfigMap',
                metadata: { name: 'checkout-config', namespace: 'shop-prod' },
                data: { PAYMENT_URL: 'https://payments.shop-prod.svc' },
              },
            },
            evidence: ['e1', 'e4'],
          },
          {
            command: 'kubectl -n shop-prod rollout undo deployment/checkout --to-revision=41',
            description: 'Roll back to revision 41',
            riskLevel: 'MEDIUM',
            changes: 'All pods of checkout are replaced by those of revision 41.',
            undo: 'kubectl -n shop-prod rollout undo deployment/checkout --to-revision=42',
            evidence: ['e4'],
          },
        ],
      },
      {
        id: 'f2',
        severity: 'HIGH',
        category: 'service-no-endpoints',
        confidence: 0.9,
        resource: { kind: 'Service', namespace: 'shop-prod', name: 'checkout' },
        title: 'Service checkout has no ready endpoints',
        rootCause: 'None of the pods behind Service checkout is ready.',
        explanation: 'Callers get connection refused.',
        evidence: [{ id: 'e5', kind: 'object', source: 'service/checkout', text: 'endpoints: 0 ready, 2 not ready' }],
        explains: ['f3'],
        count: 1,
        fixes: [],
      },
      {
        id: 'f3',
        severity: 'HIGH',
        category: 'dependency-down',
        confidence: 0.8,
        resource: { kind: 'Deployment', namespace: 'shop-prod', name: 'frontend' },
        title: 'frontend answers 502',
        rootCause: 'frontend cannot reach checkout.',
        explanation: 'Its log names the host checkout.shop-prod.svc.',
        evidence: [
          {
            id: 'e6',
            kind: 'log',
            source: 'pod/frontend-7c9-abcde container web',
            text: 'upstream connect error: checkout:8080',
          },
        ],
        explains: [],
        count: 3,
        fixes: [],
      },
      {
        id: 'f4',
        severity: 'LOW',
        category: 'pdb-blocking',
        confidence: 0.6,
        resource: { kind: 'PodDisruptionBudget', namespace: 'shop-prod', name: 'cart' },
        title: 'PodDisruptionBudget cart allows no disruption',
        rootCause: 'minAvailable equals the number of replicas.',
        explanation: 'Draining a node will hang.',
        evidence: [
          { id: 'e7', kind: 'object', source: 'poddisruptionbudget/cart', text: 'minAvailable: 2, replicas: 2' },
        ],
        explains: [],
        count: 1,
        fixes: [],
      },
    ],
    fixCommands: [],
    preventionTips: ['Check in CI that every configMapKeyRef names an existing key.'],
    verification: '2 of 2 ready and no new CreateContainerConfigError for 2 min.',
    relatedRunbooks: [
      {
        title: 'CreateContainerConfigError',
        filename: 'createcontainerconfigerror.md',
        relevanceScore: 0.92,
        section: 'Missing key',
      },
    ],
    k8sContext: {
      namespaces: ['shop-prod'],
      kubernetesVersion: 'v1.31.2',
      objects: { Pod: 12, Deployment: 4, ConfigMap: 6 },
      workloads: [
        {
          kind: 'Deployment',
          namespace: 'shop-prod',
          name: 'checkout',
          desired: 3,
          ready: 1,
          restarts: 14,
          status: 'failing',
        },
      ],
      checked: ['cart: 3 pods ready for 6 days, 0 restarts', 'nodes: 3 of 3 ready, no pressure'],
      logs: { containers: 2, lines: 8311, bytes: 912_000 },
    },
    classifiedErrors: [],
    blindSpots: [
      {
        what: 'logs of namespace payments',
        why: 'forbidden for you in namespace payments. Ask for get on pods/log.',
      },
    ],
    timings: { read: 310, analyze: 12 },
    ...overrides,
  };
}

/** A healthy workload. */
export function healthyDiagnosis(overrides: Partial<Diagnosis> = {}): Diagnosis {
  return brokenDiagnosis({
    requestId: 'd-2',
    target: { kind: 'Deployment', namespace: 'shop-prod', name: 'cart' },
    question: 'Is cart all right?',
    severity: 'INFO',
    errorCategory: 'none',
    rootCause: 'Nothing is wrong with cart.',
    explanation: '',
    findings: [],
    preventionTips: [],
    verification: undefined,
    relatedRunbooks: [],
    blindSpots: [],
    k8sContext: {
      namespaces: ['shop-prod'],
      kubernetesVersion: 'v1.31.2',
      objects: { Pod: 3, Deployment: 1 },
      workloads: [
        {
          kind: 'Deployment',
          namespace: 'shop-prod',
          name: 'cart',
          desired: 3,
          ready: 3,
          restarts: 0,
          status: 'healthy',
        },
      ],
      checked: ['3 pods ready for 6 days', '0 restarts', 'no warnings in 1 h'],
      logs: { containers: 0, lines: 0, bytes: 0 },
    },
    ...overrides,
  });
}

/** The cluster could not be reached. */
export function blindDiagnosis(): Diagnosis {
  return healthyDiagnosis({
    requestId: 'd-3',
    rootCause: 'The cluster demo could not be read.',
    k8sContext: {
      namespaces: [],
      objects: {},
      workloads: [],
      checked: [],
      logs: { containers: 0, lines: 0, bytes: 0 },
    },
    blindSpots: [{ what: 'cluster demo', why: 'no answer within 10 s. Check that its API server is up.' }],
  });
}

/** Text that was pasted without a cluster. */
export function pastedDiagnosis(): Diagnosis {
  return healthyDiagnosis({
    requestId: 'd-4',
    target: undefined,
    namespace: undefined,
    cluster: '',
    question: undefined,
    severity: 'MEDIUM',
    errorCategory: 'terraform-state-lock',
    rootCause: 'Another Terraform run holds the state lock.',
    explanation: 'The lock was taken by ci@runner-7 for OperationTypeApply.',
    classifiedErrors: [
      { category: 'terraform-state-lock', severity: 'MEDIUM', matched: 'Error: Error acquiring the state lock' },
    ],
    fixCommands: [
      {
        command: 'terraform force-unlock 6e3b2a1c-4c5d-11ef-9d5a-0242ac120002',
        description: 'Release the lock, when no other run is under way',
        riskLevel: 'HIGH',
        evidence: [],
      },
    ],
    relatedRunbooks: [
      {
        title: 'Terraform state lock',
        filename: 'terraform-state-lock.md',
        relevanceScore: 0.9,
        section: 'Stale lock',
      },
    ],
    k8sContext: {
      namespaces: [],
      objects: {},
      workloads: [],
      checked: [],
      logs: { containers: 0, lines: 0, bytes: 0 },
    },
  });
}
