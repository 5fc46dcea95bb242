import { KeptLog } from './KeptLog';

const LINES = Array.from({ length: 10_000 }, (_, index) => `line ${String(index).padStart(5, '0')}`);

function kept(maxBytes: number, batch: number): KeptLog {
  const log = new KeptLog(maxBytes);
  for (let start = 0; start < LINES.length; start += batch) {
    log.push(LINES.slice(start, start + batch));
  }
  return log;
}

describe('KeptLog', () => {
  it('keeps a log that has room as it is', () => {
    const log = kept(LINES.length * 11, 7);
    expect(log.toString()).toBe(`${LINES.join('\n')}\n`);
    expect({ isCut: log.isCut, bytes: log.bytes }).toEqual({ isCut: false, bytes: LINES.length * 11 });
    expect(new KeptLog(10).toString()).toBe('');
  });

  it.each([1, 100, 10_000])('keeps the beginning and the end of a longer one (batches of %d)', batch => {
    const log = kept(4_400, batch);
    const lines = log.toString().trimEnd().split('\n');
    expect(log.isCut).toBe(true);
    expect(lines.slice(0, 100)).toEqual(LINES.slice(0, 100));
    expect(lines[100]).toBe('[... 9600 lines (105600 bytes) of this log are not in the recording ...]');
    expect(lines.slice(101)).toEqual(LINES.slice(-300));
    expect(log.bytes).toBe(LINES.length * 11);
  });

  it('drops a line that is longer than all the room', () => {
    const log = new KeptLog(100);
    log.push(['a', 'x'.repeat(1_000), 'z']);
    expect(log.toString()).toBe('a\n[... 1 lines (1001 bytes) of this log are not in the recording ...]\nz\n');
  });
});
