import { FindingDraft } from '../analyzers/Analyzer';
import { Category } from '../categories';
import { decisionFor } from './decisionFor';

const finding = (category: Category, rootCause: string): FindingDraft => ({
  category,
  severity: 'HIGH',
  confidence: 0.9,
  resource: { kind: 'Deployment', namespace: 'shop', name: 'orders' },
  title: '',
  rootCause,
  explanation: '',
  evidence: [],
});

function says(category: Category, rootCause: string): string {
  return decisionFor(finding(category, rootCause))
    .map(action => (action.type === 'advice' ? action.description : action.type))
    .join();
}

describe('decisionFor', () => {
  it.each<[Category, string, string]>([
    [
      'crash-loop-app-error',
      'The code uses the column orders.code, which the database does not have.',
      'column orders.code',
    ],
    ['init-container', 'The data violates the database constraint iban_uq.', 'the rows that violate iban_uq ('],
    ['readiness-probe', 'The object store has no bucket features-v2 as the program expects.', 'bucket features-v2,'],
    ['exit-code-signal', 'ends with exit code 139 (SIGSEGV)', 'core dump of orders'],
    ['crash-loop-app-error', 'TypeError: x is undefined', 'Deployment orders gets a corrected program'],
  ])('names for %s what is to be decided', (category, rootCause, words) => {
    expect(says(category, rootCause)).toContain(words);
  });

  it('has nothing to say where the finding is about the platform', () => {
    expect(decisionFor(finding('node-problem', 'Node a does not answer'))).toEqual([]);
  });
});
