import { diagnose } from '../diagnose';
import { clusterOf, healthy } from '../testing/cluster';
import healthyLogs from './__fixtures__/healthyLogs.json';

/** What healthy programs print, with all the words of trouble: runs of lines as [count, line]. */
const LOGS = Object.entries(healthyLogs as unknown as Record<string, [count: number, line: string][]>);

describe('the log of a healthy program', () => {
  describe.each(LOGS)('%s', (_, runs) => {
    const log = runs.flatMap(([count, line]) => Array<string>(count).fill(line)).join('\n');

    it.each(['why is svc failing?', 'is svc healthy?'])('alarms nobody who asks "%s"', async question => {
      const reader = clusterOf(healthy('svc'), { 'shop/svc-7d4b9-x2x4z/app': `${log}\n` });
      const { findings } = await diagnose({ question, namespace: 'shop' }, { reader });
      expect(findings.filter(({ severity }) => severity !== 'INFO').map(({ title }) => title)).toEqual([]);
    });
  });
});
