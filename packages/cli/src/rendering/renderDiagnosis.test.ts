import { Diagnosis, Evidence, Finding } from '@triage/diagnosis';
import { renderDiagnosis } from './renderDiagnosis';

const proof: Evidence = {
  id: 'e1',
  kind: 'log',
  source: 'pod/checkout-0 container app',
  text: 'KeyError: PAYMENT_URL',
  log: { line: 4711, before: ['loading config'], after: ['exiting'] },
};

const finding: Finding = {
  id: 'f1',
  severity: 'HIGH',
  category: 'crash-loop-config',
  confidence: 0.8,
  resource: { kind: 'Deployment', namespace: 'shop', name: 'checkout' },
  title: 'checkout has no PAYMENT_URL',
  rootCause: 'The key PAYMENT_URL is missing.',
  explanation: 'The container exits.',
  evidence: [proof, { id: 'e2', kind: 'change', source: 'configmap/checkout', text: '- PAYMENT_URL' }],
  explains: ['f2'],
  since: '2026-11-20T17:54:00Z',
  count: 2,
  fixes: [
    {
      command:
        'kubectl -n shop rollout undo deployment/checkout --to-revision=41 # a command that is longer than sixty columns',
      description: 'Roll back',
      riskLevel: 'MEDIUM',
      undo: 'roll forward',
      evidence: ['e1'],
    },
  ],
};

const sick: Diagnosis = {
  requestId: 'r',
  cluster: 'prod',
  namespace: 'shop',
  createdAt: '2026-11-20T18:00:00Z',
  severity: 'HIGH',
  errorCategory: 'crash-loop-config',
  rootCause: finding.rootCause,
  explanation: finding.explanation,
  findings: [
    finding,
    {
      ...finding,
      id: 'f2',
      title: 'frontend answers 502',
      resource: { kind: 'Service', name: 'frontend' },
      explains: [],
    },
    { ...finding, id: 'f3', title: 'cart is slow', resource: { kind: 'Deployment', name: 'cart' }, explains: [] },
  ],
  fixCommands: [],
  preventionTips: [],
  verification: '3 of 3 ready',
  relatedRunbooks: [{ title: 'CrashLoopBackOff', filename: 'crash.md', relevanceScore: 0.9, section: 'Missing key' }],
  k8sContext: {
    objects: {},
    namespaces: ['shop'],
    workloads: [],
    checked: ['Deployment cart: 2 of 2 pods ready.'],
    logs: { containers: 1, lines: 1, bytes: 1 },
  },
  classifiedErrors: [],
  blindSpots: [{ what: 'logs of namespace payments', why: 'forbidden' }],
  timings: {},
};

const options = { width: 60, colour: false };

it('tells everything, in the order in which it is needed', () => {
  const text = renderDiagnosis(sick, options);
  const order = [
    'HIGH  checkout · shop · prod',
    'The key PAYMENT_URL is missing.',
    'since 17:54 UTC',
    '2 times',
    'sure ●●●○',
    'Because',
    'pod/checkout-0 container app line 4711',
    'loading config',
    '> KeyError: PAYMENT_URL',
    'exiting',
    'What changed',
    '- PAYMENT_URL',
    'Do this',
    '1 Roll back  MEDIUM RISK',
    'undo: roll forward',
    'Fixed when',
    '3 of 3 ready',
    'CrashLoopBackOff › Missing key',
    'This also explains',
    'frontend answers 502',
    'Also wrong',
    'cart is slow',
    'Also looked at',
    'Could not see',
    'logs of namespace payments: forbidden',
  ];
  let position = -1;
  for (const part of order) {
    const next = text.indexOf(part, position + 1);
    expect({ part, found: next > position }).toEqual({ part, found: true });
    position = next;
  }
});

it('wraps sentences and leaves commands whole', () => {
  const lines = renderDiagnosis(sick, options).split('\n');
  expect(lines).toContain(`    $ ${finding.fixes[0].command}`);
  for (const line of lines.filter(each => !each.startsWith('    $ '))) {
    expect(line.length).toBeLessThanOrEqual(60);
  }
});

it('says that all is well', () => {
  const well: Diagnosis = {
    ...sick,
    severity: 'INFO',
    errorCategory: 'none',
    rootCause: 'Nothing is wrong with cart.',
    explanation: '',
    findings: [],
    relatedRunbooks: [],
    blindSpots: [],
    target: { kind: 'Deployment', name: 'cart' },
  };
  const text = renderDiagnosis(well, options);
  expect(text).toContain('INFO  cart · shop · prod');
  expect(text).toContain('Looked at\n  - Deployment cart: 2 of 2 pods ready.');
  expect(text).not.toMatch(/Because|Do this|Runbook|Could not see/);
});

it('has colours on demand, and lets no text of a cluster set its own', () => {
  const hostile = { ...sick, rootCause: 'bad \x1b]0;title\x07\x1b[31mred\u202e', explanation: '\x9b2J' };
  // eslint-disable-next-line no-control-regex
  expect(renderDiagnosis(hostile, options)).not.toMatch(/[\x00-\x09\x0b-\x1f\x9b\u202e]/);
  expect(renderDiagnosis(sick, { width: 60, colour: true })).toContain('\x1b[');
});
