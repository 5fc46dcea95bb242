import { RecordingProgress } from './RecordingProgress';

function progressOn(isTTY: boolean) {
  let written = '';
  const stream = { isTTY, columns: 60, write: (text: string) => (written += text) };
  return { progress: new RecordingProgress(stream), shown: () => written };
}

describe('RecordingProgress', () => {
  it('draws one bar on a terminal, which goes away', () => {
    const { progress, shown } = progressOn(true);
    progress.step('3 pods', { done: 1, total: 2, unit: 'kinds', quiet: true });
    expect(shown()).toBe(`\r\x1b[K${'█'.repeat(12)}${'░'.repeat(12)} 1 of 2 kinds  3 pods`);
    progress.step('x'.repeat(200), { done: 2, total: 2, unit: 'kinds' });
    expect(shown().split('\r').pop()!.length).toBeLessThanOrEqual(60 + '\x1b[K'.length);
    progress.end();
    expect(shown().endsWith('\r\x1b[K')).toBe(true);
    expect(shown()).not.toContain('\n');
  });

  it('writes plain lines elsewhere, and nothing that moves a cursor', () => {
    const { progress, shown } = progressOn(false);
    progress.step('0 jobs', { done: 1, total: 2, unit: 'kinds', quiet: true });
    progress.step('3 po\x1b[2Jds', { done: 2, total: 2, unit: 'kinds' });
    progress.note('no \x07events');
    progress.end();
    expect(shown()).toBe('2 of 2 kinds: 3 po[2Jds\nno events\n');
  });
});
