import { ago, object } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const ended = (name: string, exitCode = 0, seconds = 300) => ({
  name,
  ready: false,
  restartCount: 0,
  state: { terminated: { exitCode, reason: 'Completed', startedAt: ago(500), finishedAt: ago(seconds) } },
});
const running = (name: string) => ({
  name,
  ready: true,
  restartCount: 0,
  state: { running: { startedAt: ago(500) } },
});

const job = (statuses: any[], init: any[] = [], annotations = {}) => [
  object('Job', 'export', { spec: {}, status: { active: 1, startTime: ago(500) } }),
  object(
    'Pod',
    'export-x2x4z',
    {
      spec: {
        nodeName: 'node-1',
        restartPolicy: 'Never',
        containers: statuses.map(({ name }) => ({ name, image: 'shop/app:1.0' })),
        initContainers: init.map(({ name }) => ({ name, image: 'shop/app:1.0', restartPolicy: 'Always' })),
      },
      status: { phase: 'Running', containerStatuses: statuses, initContainerStatuses: init, startTime: ago(500) },
    },
    { owner: ['Job', 'export'], annotations },
  ),
];
const asked = { target: { kind: 'Job', name: 'export' }, question: 'export is done but still active' };
const found = { category: 'job-failed', culprit: 'Job/export' };

const CASES: DiagnosisCase[] = [
  {
    state: 'a proxy that outlives the work',
    objects: job([ended('export'), running('sql-proxy')]),
    ...found,
    says: ['container export finished with exit code 0 5 min ago', 'sidecar sql-proxy', 'still running'],
    command: 'delete pod export-x2x4z',
  },
  {
    state: 'a proxy that was put first',
    objects: job([running('istio-proxy'), ended('export')]),
    ...found,
    says: ['sidecar istio-proxy'],
  },
  {
    state: 'another container that goes on, asked about',
    objects: job([ended('export'), running('upload')]),
    ...asked,
    ...found,
    says: ['upload'],
  },
  {
    state: 'another container that goes on, which nobody asks about',
    objects: job([ended('export'), running('upload')]),
  },
  { state: 'a proxy of work that goes on', objects: job([running('export'), running('sql-proxy')]), ...asked },
  { state: 'a proxy that has ended before the work', objects: job([running('export'), ended('sql-proxy')]), ...asked },
  { state: 'work that has just ended', objects: job([ended('export', 0, 5), running('sql-proxy')]), ...asked },
  { state: 'a native sidecar', objects: job([running('export')], [running('sql-proxy')]), ...asked },
];

describe('unendedJobs', () => {
  it.each(CASES)('$state', async each => {
    await expectDiagnosis(each);
  });
});
