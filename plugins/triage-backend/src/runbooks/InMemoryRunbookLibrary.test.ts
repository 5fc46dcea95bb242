import { createMockDirectory, mockServices } from '@backstage/backend-test-utils';
import { RunbookFile } from '@triage/plugin-triage-node';
import { InMemoryRunbookLibrary } from './InMemoryRunbookLibrary';

const DNS = '---\ntitle: DNS\ncategories: [dns]\n---\n# DNS\n\nLook at CoreDNS.';

describe('InMemoryRunbookLibrary', () => {
  const folder = createMockDirectory();
  const logger = mockServices.logger.mock();
  beforeEach(folder.clear);

  it('works without any', async () => {
    const library = new InMemoryRunbookLibrary({ sources: [], logger });
    await expect(library.list()).resolves.toEqual([]);
    await expect(library.suggest({ text: 'OOMKilled' })).resolves.toMatchObject({ results: [], abstained: true });
    await expect(library.state()).resolves.toEqual({ count: 0, configured: false, problems: [] });
  });

  it('sees what changed in the folder', async () => {
    folder.setContent({ 'dns.md': DNS });
    const library = new InMemoryRunbookLibrary({ folder: folder.path, sources: [], logger });
    await expect(library.get('dns.md')).resolves.toMatchObject({ title: 'DNS' });

    folder.setContent({ 'quota.md': '# Quota\n\nAsk for more pods.' });
    await library.reload();
    await expect(library.get('dns.md')).resolves.toBeUndefined();
    await expect(library.suggest({ text: 'quota of pods' })).resolves.toMatchObject({
      results: [{ filename: 'quota.md' }],
    });
  });

  it('tells what cannot be read', async () => {
    folder.setContent({ 'broken.md': '---\ntitle: [\n---\n# Broken\n\nText.' });
    const library = new InMemoryRunbookLibrary({ folder: folder.path, sources: [], logger });
    await expect(library.state()).resolves.toMatchObject({
      count: 1,
      problems: [expect.stringMatching(/^broken\.md:\d+: The front matter is not valid YAML/)],
    });
    const missing = new InMemoryRunbookLibrary({ folder: folder.resolve('none'), sources: [], logger });
    await expect(missing.state()).resolves.toMatchObject({
      count: 0,
      configured: true,
      problems: [expect.any(String)],
    });
  });

  it('prefers the folder when a source has a file of the same name', async () => {
    folder.setContent({ 'dns.md': DNS });
    const wiki = { name: 'wiki', read: async () => [{ filename: 'dns.md', markdown: '# Other' }] };
    const library = new InMemoryRunbookLibrary({ folder: folder.path, sources: [wiki], logger });
    await expect(library.list()).resolves.toMatchObject([{ title: 'DNS' }]);
  });

  it('keeps the runbooks of a source that fails later, and tells so without its secrets', async () => {
    let read: () => Promise<RunbookFile[]> = async () => [{ filename: 'dns.md', markdown: DNS }];
    const wiki = { name: 'wiki', read: () => read() };
    const library = new InMemoryRunbookLibrary({ sources: [wiki], logger });
    await library.list();

    read = async () => {
      throw new Error('GET https://bot:Canary-pw-of-url@wiki.example failed');
    };
    await library.reload();
    await expect(library.get('dns.md')).resolves.toMatchObject({ title: 'DNS' });
    const { problems } = await library.state();
    expect(problems).toEqual([expect.stringMatching(/^wiki cannot be read: GET https:/)]);
    expect(JSON.stringify([problems, logger.warn.mock.calls])).not.toContain('Canary-pw-of-url');
  });

  it('redacts the runbooks of sources', async () => {
    const markdown = '# Login\n\nexport DB_PASSWORD=Canary-Pa55w0rd';
    const wiki = { name: 'wiki', read: async () => [{ filename: 'login.md', markdown }] };
    const library = new InMemoryRunbookLibrary({ sources: [wiki], logger });
    expect(JSON.stringify(await library.list())).not.toContain('Canary-Pa55w0rd');
  });
});
