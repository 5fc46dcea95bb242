import { parseInput } from './parseInput';

describe('parseInput', () => {
  it.each([
    'Why is checkout failing?',
    'checkout is down since lunch',
    'why is checkout OOMKilled',
    'is anything wrong in payments?',
  ])('takes "%s" as a question', text => {
    expect(parseInput(text)).toEqual({ question: text });
  });

  it.each([
    'CrashLoopBackOff: back-off restarting failed container',
    'Error: Error acquiring the state lock',
    'panic: runtime error: invalid memory address',
    'java.lang.OutOfMemoryError: Java heap space',
    'process exited with code 137',
  ])('takes "%s" as pasted', text => {
    expect(parseInput(text)).toEqual({ pasted: text });
  });

  it('separates a question from the log below it', () => {
    expect(parseInput('What does this mean?\nTraceback (most recent call last):\n  File "a.py"')).toEqual({
      question: 'What does this mean?',
      pasted: 'Traceback (most recent call last):\n  File "a.py"',
    });
  });

  it('separates a question from the log above it', () => {
    expect(parseInput('level=error msg="no route"\nlevel=error msg="again"\nwhy does gateway say this?')).toEqual({
      question: 'why does gateway say this?',
      pasted: 'level=error msg="no route"\nlevel=error msg="again"',
    });
  });

  it('keeps the end of a text that is too long', () => {
    const { pasted } = parseInput(`first\n${'x'.repeat(300_000)}\nError: the last line`);
    expect(pasted).toHaveLength(200_000);
    expect(pasted).toMatch(/the last line$/);
  });
});
