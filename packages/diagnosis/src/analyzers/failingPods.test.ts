import { ClusterGraph } from '../cluster/ClusterGraph';
import { diagnose } from '../diagnose';
import { ago, clusterOf, NOW, object } from '../testing/cluster';
import { runningSubjects } from './failingPods';

const pod = (name: string, finishedAt: string, more: object = {}, owner?: [string, string]) =>
  object(
    'Pod',
    name,
    {
      spec: { restartPolicy: 'Never', containers: [{ name: 'app' }] },
      status: {
        phase: 'Failed',
        containerStatuses: [
          { name: 'app', restartCount: 0, state: { terminated: { exitCode: 3, reason: 'Error', finishedAt } } },
        ],
        ...more,
      },
    },
    { owner },
  );

describe('runningSubjects', () => {
  it('has pods without an owner that failed lately, and neither old ones nor those of a Job', () => {
    const graph = new ClusterGraph([
      pod('lately', ago(60)),
      pod('long-ago', ago(90_000)),
      pod('refused', ago(60), { reason: 'OutOfcpu' }),
      object('Job', 'import'),
      pod('of-a-job', ago(60), {}, ['Job', 'import']),
    ]);
    expect(runningSubjects({ graph, now: NOW }).map(each => each.pod.metadata.name)).toEqual(['lately']);
  });

  it('so that the log of such a pod is read', async () => {
    const { findings } = await diagnose(
      { namespace: 'shop' },
      { reader: clusterOf([pod('lately', ago(60))], { 'shop/lately/app': 'FATAL: no such table: orders' }) },
    );
    expect(findings[0]).toMatchObject({ resource: { kind: 'Pod', name: 'lately' } });
    expect(findings[0].rootCause).toContain('table orders does not exist');
  });
});
