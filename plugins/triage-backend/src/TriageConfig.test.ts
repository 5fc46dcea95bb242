import { createMockDirectory, mockServices } from '@backstage/backend-test-utils';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readTriageConfig } from './TriageConfig';

const SIGNATURE = {
  name: 'acme-license-expired',
  pattern: 'license (?<license>[\\w-]{1,40}) expired',
  category: 'config-invalid',
  cause: 'The license {license} has expired.',
  examples: ['license acme-7 expired'],
};

describe('readTriageConfig', () => {
  const project = createMockDirectory();
  const workingDirectory = jest.spyOn(process, 'cwd');

  function read(triage?: object) {
    return readTriageConfig(mockServices.rootConfig({ data: triage ? { triage: triage as any } : {} }));
  }

  beforeEach(() => {
    project.setContent({ 'backstage.json': '{}', 'packages/backend/package.json': '{}' });
    workingDirectory.mockReturnValue(project.resolve('packages/backend'));
  });
  afterAll(() => workingDirectory.mockRestore());

  it('has defaults', () => {
    expect(read()).toEqual({
      defaultCluster: undefined,
      retention: 30 * 24 * 60 * 60 * 1000,
      timeout: 20_000,
      signatures: [],
      runbooks: { path: undefined, reload: { minutes: 1 } },
    });
  });

  it('finds the runbooks of the project from the folder of the backend', () => {
    project.addContent({ 'runbooks/dns.md': '# DNS' });
    expect(read().runbooks.path).toBe(project.resolve('runbooks'));
  });

  it('reads what is set', () => {
    expect(
      read({
        defaultCluster: 'west',
        diagnoses: { retention: '7d', timeout: '45s' },
        runbooks: { path: '../../knowledge', reload: { seconds: 10 } },
        signatures: [SIGNATURE],
      }),
    ).toEqual({
      defaultCluster: 'west',
      retention: 7 * 24 * 60 * 60 * 1000,
      timeout: 45_000,
      signatures: [expect.objectContaining({ name: 'acme-license-expired', category: 'config-invalid' })],
      runbooks: { path: path.join(project.path, 'knowledge'), reload: { seconds: 10 } },
    });
  });

  it('takes the signatures that the documentation shows, and refuses what it says is refused', async () => {
    const page = readFileSync(path.resolve(__dirname, '../../../docs/how-to/custom-signatures.md'), 'utf8');
    const { triage } = parse(/```yaml\n([^]*?)```/.exec(page)![1]);
    expect(read(triage).signatures).toHaveLength(2);
    const rows = [...page.matchAll(/^\| `([^`]+)` +\|[^`|]*(?:`[^`|]*`[^`|]*)*\| `([^`]+)` +\|$/gm)];
    expect(rows).toHaveLength(3);
    for (const [, refused, instead] of rows) {
      const signature = (pattern: string) => ({
        signatures: [
          { ...SIGNATURE, pattern, cause: 'x', examples: ['license x expired', 'took 17ms', 'it has failed'] },
        ],
      });
      expect(() => read(signature(refused))).toThrow('could be made slow');
      expect(() => read(signature(instead))).not.toThrow(/could be made slow|no fixed text/);
    }
  });

  it('names the option that is wrong', () => {
    expect(() => read({ diagnoses: { retention: 'long' } })).toThrow('triage.diagnoses.retention');
    expect(() => read({ diagnoses: { timeout: '10ms' } })).toThrow(
      'triage.diagnoses.timeout must be at least one second',
    );
    expect(() => read({ signatures: [SIGNATURE, { ...SIGNATURE, name: 'slow', pattern: 'license (a+)+$' }] })).toThrow(
      'triage.signatures[1].pattern: it could be made slow',
    );
  });
});
