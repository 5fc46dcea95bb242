import { describeDuration, describeTime } from './describeTime';

describe('describeTime', () => {
  it.each([
    [40, '40 s'],
    [360, '6 min'],
    [5400, '90 min'],
    [3 * 3600, '3 h'],
    [6 * 86_400, '6 days'],
  ])('says %d seconds as %s', (seconds, words) => {
    expect(describeDuration(seconds)).toBe(words);
  });

  it('looks back and ahead', () => {
    const now = new Date('2026-11-20T14:08:00Z');
    expect(describeTime('2026-11-20T14:02:00Z', now).relative).toBe('6 min ago');
    expect(describeTime('2026-11-20T14:08:01Z', now).relative).toBe('just now');
    expect(describeTime('2026-11-20T15:08:00Z', now).relative).toBe('in 60 min');
  });

  it('leaves alone what is no time', () => {
    expect(describeTime('yesterday', new Date())).toEqual({ relative: 'yesterday', exact: 'yesterday' });
  });
});
