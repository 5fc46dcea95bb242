import { Diagnosis } from '@triage/plugin-triage-common';

/** An answer of the backend, with texts that try to be more than text. */
export const diagnosis: Diagnosis = {
  requestId: '2f6c1c1e',
  cluster: 'production',
  namespace: 'shop',
  createdAt: '2026-11-20T10:00:00Z',
  severity: 'HIGH',
  errorCategory: 'oom-killed',
  rootCause: 'Container "app" of Deployment checkout exceeds its memory limit of 128Mi.',
  explanation: 'The kernel killed it 7 times. See [this](https://evil.example) <b>now</b>.',
  findings: [
    {
      id: 'f1',
      severity: 'HIGH',
      category: 'oom-killed',
      confidence: 0.98,
      resource: { kind: 'Deployment', namespace: 'shop', name: 'checkout' },
      title: 'checkout runs out of memory',
      rootCause: 'limit',
      explanation: 'limit',
      evidence: [
        { id: 'e1', kind: 'object', source: 'pod/checkout-1 container app', text: 'OOMKilled, exit code 137' },
        { id: 'e2', kind: 'log', source: 'pod/checkout-1', text: '```\n\u001b[31m[click](javascript:alert(1))' },
      ],
      explains: [],
      count: 3,
      fixes: [],
    },
  ],
  fixCommands: [
    {
      command: 'kubectl set resources deployment/checkout -n shop -c app --limits=memory=256Mi',
      description: 'Raise the limit.',
      riskLevel: 'MEDIUM',
      evidence: ['e1'],
    },
  ],
  preventionTips: [],
  verification: 'This is fixed when checkout has run for ten minutes without a restart.',
  relatedRunbooks: [{ title: 'OOMKilled', filename: 'memory/oomkilled.md', relevanceScore: 0.9 }],
  k8sContext: { namespaces: [], objects: {}, workloads: [], checked: [], logs: { containers: 0, lines: 0, bytes: 0 } },
  classifiedErrors: [],
  blindSpots: [{ what: 'nodes', why: 'access is denied' }],
  timings: {},
};
