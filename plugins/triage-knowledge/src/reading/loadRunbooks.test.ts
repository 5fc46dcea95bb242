import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadRunbooks } from './loadRunbooks';

describe('loadRunbooks', () => {
  let root: string;
  let dir: string;
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'runbooks-'));
    dir = path.join(root, 'runbooks');
    await mkdir(dir);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function write(files: Record<string, string | Buffer>) {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(dir, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }

  it('reads front matter and sections, also in folders', async () => {
    await write({
      'team/ledger.md': [
        '---',
        'title: Ledger is stuck',
        'categories: [dependency-down, dns]',
        'severity: HIGH',
        'owner: payments',
        'lastReviewed: 2026-11-02',
        'alert: LedgerStuck',
        '---',
        'Before any heading.',
        '# Ledger',
        '## Fix',
        'Restart **it**.',
        '',
        '```bash',
        '# not a heading',
        'kubectl get pods',
        '```',
      ].join('\n'),
    });
    const { runbooks, problems } = await loadRunbooks(dir);
    expect(problems).toEqual([]);
    expect(runbooks).toMatchObject([
      {
        filename: 'team/ledger.md',
        title: 'Ledger is stuck',
        categories: ['dependency-down', 'dns'],
        severity: 'HIGH',
        owner: 'payments',
        lastReviewed: '2026-11-02',
        alerts: ['LedgerStuck'],
        sections: [
          { headings: [], line: 9, text: 'Before any heading.' },
          { headings: ['Ledger', 'Fix'], line: 11, text: 'Restart it.\n# not a heading\nkubectl get pods' },
        ],
      },
    ]);
    expect(runbooks[0].content).toMatch(/^Before any heading/);
  });

  it('takes the title from the first heading, else from the name', async () => {
    await write({ 'a.md': '# Disk is full\r\nDelete something.', 'node-not_ready.md': 'Wait.' });
    const { runbooks } = await loadRunbooks(dir);
    expect(runbooks.map(({ title }) => title)).toEqual(['Disk is full', 'Node not ready']);
  });

  it('names file and line of a front matter it cannot read, and keeps the text', async () => {
    await write({
      'a-broken.md': '---\ntitle: ok\ncategories: [dns\n---\n# Still here\ntext',
      'b-unclosed.md': '---\ntitle: never closed\n\n# Heading\ntext',
      'c-wrong.md': '---\ntitle: C\nlastReviewed: soon\ncategories: [dns, no-such]\n---\ntext',
      'd-fine.md': 'text',
    });
    const { runbooks, problems } = await loadRunbooks(dir);
    expect(runbooks.map(({ filename }) => filename)).toEqual([
      'a-broken.md',
      'b-unclosed.md',
      'c-wrong.md',
      'd-fine.md',
    ]);
    expect(runbooks[2]).toMatchObject({ title: 'C', categories: ['dns'] });
    expect(problems).toEqual([
      { file: 'a-broken.md', line: expect.any(Number), problem: expect.stringContaining('not valid YAML') },
      { file: 'b-unclosed.md', line: 1, problem: expect.stringContaining('not closed') },
      { file: 'c-wrong.md', line: 3, problem: '"lastReviewed" must be a date like 2026-11-02.' },
      { file: 'c-wrong.md', line: 4, problem: 'Unknown category: no-such.' },
    ]);
  });

  it('refuses what is too large, empty or no text, and reads the rest', async () => {
    await write({
      'binary.md': Buffer.from('line 1\nline 2 \xff\xfe', 'latin1'),
      'empty.md': '---\ntitle: x\n---\n',
      'fine.md': 'text',
      'huge.md': 'x'.repeat(1_048_577),
    });
    const { runbooks, problems } = await loadRunbooks(dir);
    expect(runbooks.map(({ filename }) => filename)).toEqual(['fine.md']);
    expect(problems).toEqual([
      { file: 'binary.md', line: 2, problem: 'The file is not UTF-8 text.' },
      { file: 'empty.md', problem: 'The file has no text.' },
      { file: 'huge.md', problem: 'The file has 1,048,577 bytes; at most 1 MB (1,048,576) is read.' },
    ]);
  });

  it('follows links inside the folder, as a ConfigMap is mounted, and none that lead out', async () => {
    await write({ '..2026_11_20/mounted.md': 'mounted' });
    await symlink('..2026_11_20', path.join(dir, '..data'));
    await symlink('..data/mounted.md', path.join(dir, 'mounted.md'));
    await writeFile(path.join(root, 'secret.txt'), 'secret');
    await symlink('../secret.txt', path.join(dir, 'leak.md'));
    await symlink('loop.md', path.join(dir, 'loop.md'));
    const { runbooks, problems } = await loadRunbooks(dir);
    expect(runbooks.map(({ filename }) => filename)).toEqual(['mounted.md']);
    expect(problems).toEqual([
      { file: 'leak.md', problem: 'The link leads out of the folder, so it is not followed.' },
      { file: 'loop.md', problem: "The file can't be read: its links lead in a circle." },
    ]);
  });

  it('redacts before anything else sees the text', async () => {
    await write({ 'a.md': '---\ntitle: Use hunter2\n---\nlog in with hunter2' });
    const { runbooks } = await loadRunbooks(dir, { redactor: { text: text => text.replaceAll('hunter2', '[x]') } });
    expect(JSON.stringify(runbooks)).not.toContain('hunter2');
    expect(runbooks[0]).toMatchObject({ title: 'Use [x]', content: 'log in with [x]' });
  });

  it('says that the folder is missing', async () => {
    expect(await loadRunbooks(path.join(dir, 'nowhere'))).toEqual({
      runbooks: [],
      problems: [{ file: '.', problem: "The folder can't be read: it does not exist." }],
    });
  });

  it("leaves out the folder's own README", async () => {
    await write({ 'README.md': 'about', 'pods/README.md': 'a runbook' });
    const { runbooks } = await loadRunbooks(dir);
    expect(runbooks.map(({ filename }) => filename)).toEqual(['pods/README.md']);
  });
});
