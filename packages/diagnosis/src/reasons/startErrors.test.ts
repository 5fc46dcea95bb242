import { diagnose } from '../diagnose';
import { clusterOf, crashing, deployment, waiting } from '../testing/cluster';
import { findStartError, START_ERRORS } from './startErrors';

describe('start errors of container runtimes', () => {
  it.each(START_ERRORS.map(error => [error.name, error] as const))('knows its own example: %s', (_, error) => {
    expect(findStartError(error.example)?.error.name).toBe(error.name);
    expect(findStartError(error.example)?.sentence).not.toMatch(/undefined|\.$/);
  });

  it.each(START_ERRORS.map(error => [error.name, error] as const))(
    'are told with their category and words: %s',
    async (_, { example, category }) => {
      for (const status of [crashing(128, 'StartError', { message: example }), waiting('RunContainerError', example)]) {
        const { findings } = await diagnose(
          { namespace: 'shop' },
          { reader: clusterOf(deployment('web', { status })) },
        );
        expect(findings[0]).toMatchObject({ category, resource: { kind: 'Deployment', name: 'web' } });
        expect(findings[0].rootCause).toContain(findStartError(example)!.sentence);
        expect(findings[0].evidence[0].text).toContain(example.slice(0, 200));
      }
    },
  );

  it('names the program, in the words of runc and of crun', () => {
    expect(findStartError('exec: "serve": executable file not found in $PATH: unknown')?.sentence).toBe(
      '"serve" is not in the image (executable file not found in $PATH)',
    );
    expect(
      findStartError('crun: executable file `serve` not found in $PATH: No such file or directory')?.error.name,
    ).toBe('not in $PATH');
  });

  it('takes a program below /srv for a program, not for a path of the node', () => {
    const message =
      'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/srv/run": stat /srv/run: no such file or directory: unknown';
    expect(findStartError(message)?.sentence).toBe('"/srv/run" is not in the image (no such file or directory)');
  });

  it('says nothing about what it does not know', () => {
    expect(findStartError('something else went wrong')).toBeUndefined();
  });

  it.each(['exec: "', 'failed to create ', 'error mounting "', 'seccomp', 'mkdirat ', 'plugin type="'])(
    'takes little time for a long text of %s',
    part => {
      const began = performance.now();
      findStartError(part.repeat(Math.ceil(100_000 / part.length)));
      expect(performance.now() - began).toBeLessThan(2_000);
    },
  );
});
