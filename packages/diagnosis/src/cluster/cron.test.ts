import { neverFires, parseSchedule, timesDue } from './cron';

describe('parseSchedule', () => {
  it.each(['*/5 * * * *', '0 2 * * mon-fri', '15,45 0-6/2 1 jan *', '@daily', '0 0 * * 7', '5/10 * ? * *'])(
    'reads %s',
    text => {
      expect(parseSchedule(text)).toBeDefined();
    },
  );

  it.each([
    '',
    '* * * *',
    '61 * * * *',
    '* 24 * * *',
    '0 0 0 * *',
    '@every 5m',
    'a b c d e',
    '5-1 * * * *',
    '*/0 * * * *',
    undefined,
  ])('does not take %s for a schedule', text => {
    expect(parseSchedule(text)).toBeUndefined();
  });
});

describe('neverFires', () => {
  it.each(['0 0 31 2 *', '0 0 30 feb *', '0 0 31 4,6,9,11 *'])('knows that %s never comes', text => {
    expect(neverFires(parseSchedule(text)!)).toBe(true);
  });

  it.each(['0 0 29 2 *', '0 0 31 * *', '0 0 31 2 1', '0 0 31 2,3 *'])('knows that %s comes', text => {
    expect(neverFires(parseSchedule(text)!)).toBe(false);
  });
});

describe('timesDue', () => {
  const from = new Date('2026-11-20T12:00:00Z');
  const count = (text: string, to: string) => timesDue(parseSchedule(text)!, from, new Date(to), 100);

  it('counts what was due after the first moment, up to the second', () => {
    expect(count('*/5 * * * *', '2026-11-20T12:30:00Z')).toBe(6);
    expect(count('0 2 * * *', '2026-11-23T01:59:00Z')).toBe(2);
    expect(count('0 0 * * mon', '2026-11-24T12:00:00Z')).toBe(1);
    expect(count('0 0 1 * mon', '2026-12-01T12:00:00Z')).toBe(1);
  });

  it('stops where it was told to', () => {
    expect(timesDue(parseSchedule('* * * * *')!, from, new Date('2027-11-20T12:30:00Z'), 3)).toBe(3);
  });
});
