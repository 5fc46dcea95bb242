import { object } from '../../testing/cluster';
import { starvedProbes } from './starvedProbes';
import { Failure } from './Contradiction';

const sentences = (text: string, cpu?: string) =>
  starvedProbes({
    draft: { category: 'liveness-probe' },
    text,
    containers: [{ name: 'app', resources: { limits: { cpu } } }],
    workload: object('Deployment', 'web'),
  } as Failure).map(({ sentence }) => sentence);

describe('starvedProbes', () => {
  it('names the small CPU limit of a probe that times out', () => {
    expect(sentences('context deadline exceeded', '20m')).toEqual([expect.stringContaining('a CPU limit of 20m')]);
  });

  it.each([
    ['context deadline exceeded', '500m'],
    ['context deadline exceeded', undefined],
    ['statuscode: 503', '20m'],
  ])('says nothing of "%s" with a limit of %s', (text, cpu) => {
    expect(sentences(text, cpu)).toEqual([]);
  });
});
