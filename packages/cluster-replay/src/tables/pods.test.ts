import { summarizePod } from './pods';

const running = { running: { startedAt: '2026-11-18T12:00:00Z' } };
const terminated = (exitCode: number, reason?: string, signal?: number) => ({
  terminated: { exitCode, reason, signal },
});
const waiting = (reason?: string) => ({ waiting: { reason } });

interface Shape {
  phase?: string;
  reason?: string;
  deleted?: boolean;
  conditions?: any[];
  init?: { state: any; restartPolicy?: string; started?: boolean; ready?: boolean; restartCount?: number }[];
  containers?: { state: any; ready?: boolean; restartCount?: number; lastState?: any }[];
}

function pod({ phase = 'Running', reason, deleted, conditions, init = [], containers = [] }: Shape) {
  const named = (prefix: string) => (status: any, i: number) => ({ name: `${prefix}${i}`, ...status });
  return {
    kind: 'Pod',
    metadata: { name: 'p', ...(deleted ? { deletionTimestamp: '2026-11-18T12:00:00Z' } : {}) },
    spec: {
      initContainers: init.map(named('i')).map(({ name, restartPolicy }) => ({ name, restartPolicy })),
      containers: containers.map(named('c')).map(({ name }) => ({ name })),
    },
    status: {
      phase,
      reason,
      conditions,
      initContainerStatuses: init.map(named('i')),
      containerStatuses: containers.map(named('c')),
    },
  };
}

describe('the status column of a pod', () => {
  it.each<[string, Shape, string]>([
    ['Running', { containers: [{ state: running, ready: true }] }, '1/1'],
    ['Pending', { phase: 'Pending' }, '0/0'],
    ['Evicted', { phase: 'Failed', reason: 'Evicted' }, '0/0'],
    ['ContainerCreating', { phase: 'Pending', containers: [{ state: waiting('ContainerCreating') }] }, '0/1'],
    ['CrashLoopBackOff', { containers: [{ state: waiting('CrashLoopBackOff') }] }, '0/1'],
    ['OOMKilled', { containers: [{ state: terminated(137, 'OOMKilled') }] }, '0/1'],
    ['Completed', { phase: 'Succeeded', containers: [{ state: terminated(0, 'Completed') }] }, '0/1'],
    ['ExitCode:2', { containers: [{ state: terminated(2) }] }, '0/1'],
    ['Signal:9', { containers: [{ state: terminated(137, undefined, 9) }] }, '0/1'],
    [
      'ImagePullBackOff',
      { containers: [{ state: waiting('ImagePullBackOff') }, { state: running, ready: true }] },
      '1/2',
    ],
    ['Error', { containers: [{ state: terminated(1, 'Error') }, { state: waiting('CrashLoopBackOff') }] }, '0/2'],
    ['NotReady', { containers: [{ state: terminated(0, 'Completed') }, { state: running, ready: true }] }, '1/2'],
    [
      'Running',
      {
        conditions: [{ type: 'Ready', status: 'True' }],
        containers: [{ state: terminated(0, 'Completed') }, { state: running, ready: true }],
      },
      '1/2',
    ],
    ['SchedulingGated', { phase: 'Pending', conditions: [{ type: 'PodScheduled', reason: 'SchedulingGated' }] }, '0/0'],
    ['Terminating', { deleted: true, containers: [{ state: running, ready: true }] }, '1/1'],
    ['Unknown', { deleted: true, reason: 'NodeLost' }, '0/0'],
    ['Completed', { deleted: true, phase: 'Succeeded', containers: [{ state: terminated(0, 'Completed') }] }, '0/1'],
    ['Init:0/2', { phase: 'Pending', init: [{ state: running }, { state: waiting('PodInitializing') }] }, '0/0'],
    ['Init:1/2', { phase: 'Pending', init: [{ state: terminated(0) }, { state: waiting('PodInitializing') }] }, '0/0'],
    ['Init:CrashLoopBackOff', { phase: 'Pending', init: [{ state: waiting('CrashLoopBackOff') }] }, '0/0'],
    ['Init:Error', { phase: 'Pending', init: [{ state: terminated(1, 'Error') }] }, '0/0'],
    ['Init:ExitCode:3', { phase: 'Pending', init: [{ state: terminated(3) }] }, '0/0'],
    ['Init:Signal:9', { phase: 'Pending', init: [{ state: terminated(137, undefined, 9) }] }, '0/0'],
    [
      'PodInitializing',
      { phase: 'Pending', init: [{ state: terminated(0) }], containers: [{ state: waiting('PodInitializing') }] },
      '0/1',
    ],
    [
      'Running',
      {
        init: [{ state: running, restartPolicy: 'Always', started: true, ready: true }],
        containers: [{ state: running, ready: true }],
      },
      '2/2',
    ],
  ])('is %s', (status, shape, ready) => {
    const summary = summarizePod(pod(shape));
    expect(summary.status).toBe(status);
    expect(`${summary.ready}/${summary.total}`).toBe(ready);
  });

  it('counts the restarts of init containers only while they stand in the way', () => {
    const init = [{ state: waiting('CrashLoopBackOff'), restartCount: 4 }];
    expect(summarizePod(pod({ init })).restarts).toBe(4);
    const containers = [
      { state: running, restartCount: 2, lastState: { terminated: { finishedAt: '2026-11-18T11:00:00Z' } } },
      { state: running, restartCount: 1, lastState: { terminated: { finishedAt: '2026-11-18T11:30:00Z' } } },
    ];
    const done = [{ state: terminated(0, 'Completed'), restartCount: 4 }];
    expect(summarizePod(pod({ init: done, containers }))).toMatchObject({
      restarts: 3,
      lastRestart: '2026-11-18T11:30:00Z',
    });
  });
});
