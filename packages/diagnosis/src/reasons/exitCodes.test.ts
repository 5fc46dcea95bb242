import { diagnose } from '../diagnose';
import { clusterOf, crashing, deployment } from '../testing/cluster';
import { EXIT_CODES, findExitCode } from './exitCodes';

const POD = 'web-7d4b9-x2x4z';
/** A log that says nothing: only the number tells. */
const LOGS = { [`shop/${POD}/app`]: 'starting', [`shop/${POD}/app/previous`]: 'starting' };

async function diagnoseExit(code: number) {
  const objects = deployment('web', { status: crashing(code, code === 0 ? 'Completed' : 'Error') });
  return (await diagnose({ namespace: 'shop' }, { reader: clusterOf(objects, LOGS) })).findings[0];
}

describe('exit codes', () => {
  it.each(EXIT_CODES.map(each => [each.code, each] as const))('%i has its category', async (code, { category }) => {
    expect((await diagnoseExit(code)).category).toBe(category);
  });

  it('explains every code from 0 to 255 in some way, and names the signal', async () => {
    for (let code = 0; code <= 255; code++) {
      const finding = await diagnoseExit(code);
      expect(`${finding.title} ${finding.rootCause}`).toContain(String(code));
      expect(finding.rootCause).toContain(findExitCode(code)?.signal ?? '');
    }
  });

  it('takes only signals of a fault for a crash in native code', async () => {
    expect((await diagnoseExit(139)).rootCause).toContain('native code');
    expect((await diagnoseExit(130)).rootCause).not.toContain('native code');
    expect((await diagnoseExit(143)).rootCause).not.toContain('native code');
  });

  it('says what a number means', async () => {
    expect((await diagnoseExit(135)).rootCause).toContain('/dev/shm');
    expect((await diagnoseExit(69)).rootCause).toContain('EX_UNAVAILABLE');
    expect((await diagnoseExit(1)).rootCause).not.toContain('no number of its own');
  });
});
