/** @jest-environment node */
import { spawn } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Result, runTriage as triage, SHOP } from './testing/runTriage';

const TRIAGE = resolve(__dirname, '../bin/triage');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triage-cli-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

jest.setTimeout(60_000);

describe('triage diagnose', () => {
  it('names the cause as JSON, and ends well although something is wrong', async () => {
    const { code, stdout, stderr } = await triage([
      ...['diagnose', '--snapshot', SHOP, '--namespace', 'shop', '--target', 'deploy/cart', '-o', 'json'],
      ...['--question', 'why does cart restart?'],
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const diagnosis = JSON.parse(stdout);
    expect(diagnosis).toMatchObject({
      cluster: 'shop',
      namespace: 'shop',
      target: { kind: 'Deployment', name: 'cart' },
    });
    expect(diagnosis.findings[0].resource).toMatchObject({ kind: 'Deployment', name: 'cart' });
    expect(diagnosis.relatedRunbooks.length).toBeGreaterThan(0);
  });

  it('prints something to read, without colours when nobody looks', async () => {
    const { code, stdout } = await triage(['diagnose', '-s', SHOP, '-n', 'shop', '-t', 'Deployment/cart']);
    expect(code).toBe(0);
    for (const heading of ['cart', 'Because', 'Do this', 'Fixed when', 'Runbook']) {
      expect(stdout).toContain(heading);
    }
    expect(stdout).not.toContain('\x1b');
    const prose = stdout.split('\n').filter(line => !line.startsWith('    $ ') && line.trim().includes(' '));
    expect(Math.max(...prose.map(line => line.length))).toBeLessThanOrEqual(100);
  });

  it('believes the signatures of a file, and refuses a wrong one', async () => {
    const file = join(folder, 'signatures.yaml');
    const yaml = [
      '- name: acme-seats',
      '  pattern: no seats left for (?<tenant>[a-z]{1,20})',
      '  category: config-invalid',
      '  cause: Tenant {tenant} has no seats left.',
      '  examples: [notice no seats left for north]',
    ];
    await writeFile(file, yaml.join('\n'));
    const args = ['diagnose', '--signatures', file, '--error', 'notice no seats left for south', '-o', 'json'];
    expect(JSON.parse((await triage(args)).stdout).rootCause).toBe('Tenant south has no seats left.');
    const classified = await triage(
      ['classify', '--signatures', file, '-o', 'json'],
      'notice no seats left for south\n',
    );
    expect(JSON.parse(classified.stdout).category).toBe('config-invalid');

    await writeFile(file, yaml.join('\n').replace('config-invalid', 'seats'));
    const refused = await triage(args);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('signatures[0].category: "seats" is not known');
  });

  it('judges a pasted error without any cluster, and repeats no secret of it', async () => {
    const { code, stdout } = await triage(
      ['diagnose', '--error', '-', '-o', 'json'],
      'Failed to pull image "registry.x/app:9": not found\nregistry password=hunter2-x\n',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ errorCategory: 'image-pull', blindSpots: [] });
    expect(stdout).not.toContain('hunter2');
  });

  it.each(['json', 'text'])('shows no secret of a log, an event or an environment (%s)', async format => {
    const canaries = ['zq9-Canary-Env', 'zq9-Canary-Log', 'zq9-Canary-Event'];
    const recording = join(folder, `canaries-${format}`);
    await cp(SHOP, recording, { recursive: true });
    const objects = JSON.parse(await readFile(join(recording, 'objects.json'), 'utf8'));
    const pod = objects.items.find((item: any) => item.kind === 'Pod' && item.metadata.name.startsWith('cart-'));
    for (const container of pod.spec.containers) {
      container.env = [...(container.env ?? []), { name: 'DB_PASSWORD', value: canaries[0] }];
      container.command = ['serve', '--token', canaries[0]];
    }
    for (const item of objects.items) {
      if (item.kind === 'Event') item.message = `${item.message} (password=${canaries[2]})`;
    }
    await writeFile(join(recording, 'objects.json'), JSON.stringify(objects));
    const logs = join(recording, 'logs', 'shop', pod.metadata.name);
    for (const file of await readdir(logs)) {
      await appendFile(join(logs, file), `\nFATAL: cannot connect to postgres://cart:${canaries[1]}@db:5432/cart\n`);
    }

    const { code, stdout, stderr } = await triage([
      ...['diagnose', '--snapshot', recording, '--namespace', 'shop', '--target', 'deploy/cart', '-o', format],
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('[redacted:');
    for (const canary of canaries) expect(stdout + stderr).not.toContain(canary);
  });

  it.each([
    [3, /^There is no snapshot at \/nope/, ['--snapshot', '/nope', '-n', 'shop']],
    [3, /^There is no kubeconfig at \/nope/, ['--kubeconfig', '/nope', '-n', 'shop']],
    [2, /--namespace NAME\. This recording has batch, data,.* shop/, ['--snapshot', SHOP]],
    [2, /write it as Kind\/name/, ['--snapshot', SHOP, '-n', 'shop', '--target', 'cart']],
    [2, /no folder of runbooks at \/nope/, ['--snapshot', SHOP, '-n', 'shop', '--runbooks', '/nope']],
    [2, /unknown option '--snapshots'/, ['--snapshots', SHOP]],
    [2, /Allowed choices are text, json/, ['--snapshot', SHOP, '-n', 'shop', '-o', 'xml']],
    [2, /cannot be used with/, ['--snapshot', SHOP, '--kubeconfig', 'x', '-n', 'shop']],
  ])('ends with %d and the sentence %p', async (expected, sentence, args) => {
    const { code, stdout, stderr } = await triage(['diagnose', ...args]);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
  });
});

describe('triage health', () => {
  it('shows what is wrong', async () => {
    const { code, stdout } = await triage(['health', '--snapshot', SHOP, '-o', 'json']);
    expect(code).toBe(0);
    const health = JSON.parse(stdout);
    expect(health).toMatchObject({ cluster: 'shop', totalNodes: 1, readyNodes: 1, blindSpots: [] });
    const failing = health.workloads.filter((workload: any) => workload.status === 'failing');
    expect(failing).toContainEqual(expect.objectContaining({ namespace: 'shop', name: 'cart', kind: 'Deployment' }));

    const text = await triage(['health', '--snapshot', SHOP, '--namespace', 'shop']);
    expect(text.stdout).toContain('shop/cart');
    expect(text.stdout).not.toContain('data/');
  });
});

describe('triage classify', () => {
  it('reads a pipe', async () => {
    const input = 'all is well\nError from server: Back-off pulling image "x:9"\n';
    const { code, stdout } = await triage(['classify', '-o', 'json'], input);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ category: 'image-pull', matched: expect.stringContaining('x:9') });
  });

  it('reads lines of JSON', async () => {
    const file = join(folder, 'texts.jsonl');
    await writeFile(file, '{"id":"a","text":"Back-off pulling image \\"x:9\\""}\n\n{"id":2,"text":"hello"}\n');
    const { code, stdout } = await triage(['classify', '--jsonl', file]);
    expect(code).toBe(0);
    expect(stdout).toBe('{"id":"a","category":"image-pull"}\n{"id":2,"category":"none"}\n');
  });

  it.each([
    ['{"id":1}', /line 1: "text" is missing/],
    ['no json', /line 1: this is not JSON/],
  ])('refuses the line %s', async (line, sentence) => {
    const { code, stderr } = await triage(['classify', '--jsonl', '-'], `${line}\n`);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
  });

  it('refuses a file that is not there', async () => {
    const { code, stderr } = await triage(['redact', '--jsonl', '/nope']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^\/nope cannot be read: .*\n$/);
  });
});

describe('triage redact', () => {
  it('copies stdin without secrets, however its last line ends', async () => {
    const input = 'password=hunter2-x\r\n\nplain\n';
    const output = 'password=[redacted:password#1]\r\n\nplain\n';
    await expect(triage(['redact'], input)).resolves.toMatchObject({ code: 0, stdout: output });
    await expect(triage(['redact'], input.trimEnd())).resolves.toMatchObject({ code: 0, stdout: output.trimEnd() });
    await expect(triage(['redact'])).resolves.toMatchObject({ code: 0, stdout: '' });
  });

  it('gives each line of JSON placeholders of its own', async () => {
    const line = (id: number, password: string) => JSON.stringify({ id, text: `password=${password}` });
    const { stdout } = await triage(['redact', '--jsonl', '-'], `${line(1, 'one-1')}\n${line(2, 'two-2')}\n`);
    expect(
      stdout
        .trim()
        .split('\n')
        .map(text => JSON.parse(text).text),
    ).toEqual(Array(2).fill('password=[redacted:password#1]'));
  });

  it('ends quietly when nobody reads on', async () => {
    const { code, stderr } = await new Promise<Result>(done => {
      const child = spawn('sh', [
        '-c',
        `yes plain | head -300000 | "${process.execPath}" "${TRIAGE}" redact | head -1`,
      ]);
      let errors = '';
      child.stderr.on('data', data => {
        errors += data;
      });
      child.on('close', exit => done({ code: exit, stdout: '', stderr: errors }));
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('triage replay', () => {
  it('serves recordings that the other commands can read', async () => {
    const kubeconfig = join(folder, 'kubeconfig');
    let health: Promise<Result> | undefined;
    const { code, stdout } = await triage(['replay', SHOP, '--kubeconfig-out', kubeconfig], '', {
      onOutput: (output, kill) => {
        if (!health && output.includes('kubectl --kubeconfig')) {
          health = triage(['health', '--kubeconfig', kubeconfig, '-o', 'json']).finally(kill);
        }
      },
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^shop {2}http:\/\/127\.0\.0\.1:\d+\n/);
    expect(JSON.parse((await health!).stdout)).toMatchObject({ cluster: 'shop', totalNodes: 1 });
    await expect(readFile(kubeconfig, 'utf8')).resolves.toContain('127.0.0.1');
  });

  it('refuses what is no recording, and a port that is none', async () => {
    await expect(triage(['replay', folder])).resolves.toMatchObject({
      code: 3,
      stderr: expect.stringContaining('is no snapshot'),
    });
    await expect(triage(['replay', SHOP, '--port', 'x'])).resolves.toMatchObject({ code: 2 });
  });
});

it('helps', async () => {
  const { code, stdout } = await triage(['--help']);
  expect(code).toBe(0);
  for (const command of [
    'diagnose',
    'health',
    'classify',
    'redact',
    'replay',
    'record',
    'eval',
    'scenario',
    'Exit codes',
  ]) {
    expect(stdout).toContain(command);
  }
  await expect(triage([])).resolves.toMatchObject({ code: 2 });
  await expect(triage(['diagnoze'])).resolves.toMatchObject({ code: 2, stderr: expect.stringContaining('diagnose') });
});
