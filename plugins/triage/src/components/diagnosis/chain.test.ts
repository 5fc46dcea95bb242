import type { Finding } from '@triage/plugin-triage-common';
import { brokenDiagnosis } from '../../__testUtils__/diagnoses';
import { causalChain, sortFindings } from './chain';

function findings(explains: Record<string, string[]>): Finding[] {
  const [first] = brokenDiagnosis().findings;
  return Object.entries(explains).map(([id, ids]) => ({
    ...first,
    id,
    resource: { ...first.resource, name: id },
    explains: ids,
  }));
}

const ids = (list: Finding[]) => list.map(({ id }) => id);

describe('chain', () => {
  it('separates what the first cause explains, however far, from the rest', () => {
    const sorted = sortFindings({ ...brokenDiagnosis(), findings: findings({ a: ['b'], b: ['c'], c: [], d: [] }) })!;
    expect(ids(sorted.explained)).toEqual(['b', 'c']);
    expect(ids(sorted.others)).toEqual(['d']);
  });

  it('survives findings that explain each other or something unknown', () => {
    const all = findings({ a: ['b', 'gone'], b: ['a', 'c'], c: ['b'] });
    const sorted = sortFindings({ ...brokenDiagnosis(), findings: all })!;
    expect(ids(sorted.explained)).toEqual(['b', 'c']);
    expect(ids(causalChain(sorted.primary, sorted.explained))).toEqual(['a', 'b', 'c']);
  });

  it('takes the longest way and shows at most six, the symptom included', () => {
    const [first, ...rest] = findings({
      a: ['z', 'b'],
      z: [],
      b: ['c'],
      c: ['d'],
      d: ['e'],
      e: ['f'],
      f: ['g'],
      g: [],
    });
    expect(ids(causalChain(first, rest))).toEqual(['a', 'b', 'c', 'd', 'e', 'g']);
  });
});
