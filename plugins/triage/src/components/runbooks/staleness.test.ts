import { isStale } from './staleness';

describe('isStale', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  it.each([
    ['2026-11-01', false],
    ['2026-05-21', false],
    ['2026-05-19', true],
    [undefined, true],
    ['soon', true],
  ])('judges %s', (date, stale) => {
    expect(isStale(date, now)).toBe(stale);
  });
});
