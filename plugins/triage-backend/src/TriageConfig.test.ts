import { createMockDirectory, mockServices } from '@backstage/backend-test-utils';
import path from 'node:path';
import { readTriageConfig } from './TriageConfig';

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
        diagnoses: { retention: '7d' },
        runbooks: { path: '../../knowledge', reload: { seconds: 10 } },
      }),
    ).toEqual({
      defaultCluster: 'west',
      retention: 7 * 24 * 60 * 60 * 1000,
      runbooks: { path: path.join(project.path, 'knowledge'), reload: { seconds: 10 } },
    });
  });

  it('names the option that is wrong', () => {
    expect(() => read({ diagnoses: { retention: 'long' } })).toThrow('triage.diagnoses.retention');
  });
});
