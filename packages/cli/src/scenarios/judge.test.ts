import { Diagnosis, Finding } from '@triage/diagnosis';
import { parseExpectation } from './Expectation';
import { judge } from './judge';

const EXPECTED = {
  rootCause: { category: 'image-pull', resource: { kind: 'Deployment', name: 'kiosk' }, says: ['1\\.72', 'tag'] },
  alsoCategories: ['invalid-image'],
  alsoAccept: [{ kind: 'ConfigMap', name: 'versions' }],
  notCause: ['registry is down'],
  canaries: ['s3"cret'],
};
const RIGHT = {
  severity: 'HIGH',
  category: 'image-pull',
  resource: { kind: 'Pod', name: 'kiosk-5d9c8b7f6d-x2bqz' },
  title: 'kiosk cannot pull its image',
  rootCause: 'Tag 1.72 does not exist',
  explanation: '',
  evidence: [],
};
const OTHER = { ...RIGHT, resource: { kind: 'Pod', name: 'till-5d9c8b7f6d-x2bqz' } };

function answer(...findings: object[]): Diagnosis {
  return { findings: findings as Finding[] } as Diagnosis;
}

function judged(change: object, expected: object = EXPECTED) {
  return judge(answer({ ...RIGHT, ...change }), parseExpectation(expected));
}

function evidence(count: number, text: string) {
  return Array.from({ length: count }, () => ({ text }));
}

describe('judge', () => {
  it('finds nothing wrong with what is right', () => {
    expect(judged({})).toEqual({
      ...{ top1: true, top3: true, category: true, falseAlarms: 0, wrongClaims: 0, leaks: 0 },
      problems: [],
    });
    expect(judged({ category: 'invalid-image' }).problems).toEqual([]);
    expect(judged({ resource: { kind: 'ConfigMap', name: 'versions' } }).problems).toEqual([]);
  });

  it('judges the category apart from the cause', () => {
    const { top1, category, problems } = judged({ category: 'dns' });
    expect({ top1, category }).toEqual({ top1: true, category: false });
    expect(problems).toEqual(['The category is dns, and image-pull or invalid-image is right.']);
  });

  it('wants the culprit and all that is to be said, within the first pieces of evidence', () => {
    expect(judged(OTHER)).toMatchObject({ top1: false, top3: false, category: true });
    expect(judged({ rootCause: 'Tag missing' }).problems).toEqual(['It does not say /1\\.72/i.']);
    const vague = { rootCause: 'No such tag' };
    expect(judged({ ...vague, evidence: evidence(1, '1.72') }).top1).toBe(true);
    expect(judged({ ...vague, evidence: [...evidence(12, '-'), ...evidence(1, '1.72')] }).top1).toBe(false);
    expect(judged({ ...vague, evidence: evidence(1, `${'-'.repeat(500)}1.72`) }).top1).toBe(false);
  });

  it('tells what stands in the first three from what does not', () => {
    const expectation = parseExpectation(EXPECTED);
    const third = judge(answer(OTHER, OTHER, RIGHT), expectation);
    expect(third).toMatchObject({ top1: false, top3: true });
    expect(third.problems.join(' ')).toContain('stands below it');
    expect(judge(answer(OTHER, OTHER, OTHER, RIGHT), expectation).top3).toBe(false);
    expect(judge(answer(), expectation)).toMatchObject({ top1: false, problems: ['Nothing was found.'] });
  });

  it('does not take for right what claims something wrong', () => {
    expect(judged({ title: 'The REGISTRY is down' })).toMatchObject({ top1: false, top3: true, wrongClaims: 1 });
    expect(judged({ explanation: 'Not that the registry is down' }).wrongClaims).toBe(0);
  });

  it('counts the secrets that the answer shows anywhere', () => {
    const shown = judge({ ...answer(RIGHT), blindSpots: [{ what: '', why: 'x s3"cret' }] }, parseExpectation(EXPECTED));
    expect(shown).toMatchObject({ top1: true, leaks: 1 });
    expect(shown.problems.join(' ')).not.toContain('s3');
  });

  it('allows remarks and no alarms where nothing is wrong', () => {
    const healthy = { healthy: true, rootCause: { category: 'none', resource: null, says: [] } };
    expect(judge(answer(), parseExpectation(healthy))).toMatchObject({ top1: true, category: true, problems: [] });
    expect(judged({ severity: 'INFO' }, healthy)).toMatchObject({ top1: true, falseAlarms: 0 });
    expect(judged({ severity: 'LOW' }, healthy)).toMatchObject({ top1: false, falseAlarms: 1 });
  });
});

describe('parseExpectation', () => {
  it.each([
    ['a list', [], /no object/],
    ['an unknown category', { rootCause: { ...EXPECTED.rootCause, category: 'bad-luck' } }, /bad-luck is no category/],
    ['no culprit', { rootCause: { category: 'dns', says: [] } }, /rootCause\.resource is missing/],
    ['a broken pattern', { ...EXPECTED, notCause: ['('] }, /notCause: Invalid regular expression/],
    ['an empty pattern', { ...EXPECTED, canaries: [''] }, /canaries may have texts only/],
    [
      'a culprit without name',
      { rootCause: { category: 'dns', resource: { kind: 'Pod' } } },
      /needs a kind and a name/,
    ],
  ])('refuses %s', (_, content, message) => {
    expect(() => parseExpectation(content)).toThrow(message);
  });

  it('leaves a draft for later', () => {
    expect(parseExpectation({ draft: true, rootCause: { category: '', resource: null } }).draft).toBe(true);
  });
});
