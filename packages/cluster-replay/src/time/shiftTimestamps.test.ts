import { shiftTimestamps } from './shiftTimestamps';

const HOUR = 3_600_000;

describe('shiftTimestamps', () => {
  it('moves times and micro-times, wherever they stand, with as many digits as before', () => {
    const pod = {
      metadata: {
        creationTimestamp: '2026-11-18T23:30:00Z',
        annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-11-18T23:30:00+02:00' },
        managedFields: [{ time: '2026-11-18T23:30:01Z' }],
      },
      status: { conditions: [{ lastTransitionTime: '2026-11-18T23:30:00.123456Z' }] },
    };
    expect(shiftTimestamps(pod, HOUR)).toEqual({
      metadata: {
        creationTimestamp: '2026-11-19T00:30:00Z',
        annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-11-18T22:30:00Z' },
        managedFields: [{ time: '2026-11-19T00:30:01Z' }],
      },
      status: { conditions: [{ lastTransitionTime: '2026-11-19T00:30:00.123456Z' }] },
    });
  });

  it('leaves prose and what belongs to the application alone', () => {
    const objects = [
      { message: '2026-11-18T23:30:00Z', status: 'kubelet stopped at 2026-11-18T23:30:00Z' },
      { data: { built: '2026-11-18T23:30:00Z' } },
      {
        spec: {
          containers: [{ env: [{ name: 'SINCE', value: '2026-11-18T23:30:00Z' }], args: ['2026-11-18T23:30:00Z'] }],
        },
      },
    ];
    for (const object of objects) {
      expect(shiftTimestamps(object, HOUR)).toBe(object);
    }
  });

  it('does not change the original', () => {
    const object = Object.freeze({ metadata: Object.freeze({ creationTimestamp: '2026-11-18T23:30:00Z' }) });
    expect(shiftTimestamps(object, HOUR).metadata.creationTimestamp).toBe('2026-11-19T00:30:00Z');
    expect(object.metadata.creationTimestamp).toBe('2026-11-18T23:30:00Z');
  });
});
