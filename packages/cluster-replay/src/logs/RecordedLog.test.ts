import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogQuery } from './logOptions';
import { LogTimes, RecordedLog } from './RecordedLog';

const START = Date.parse('2026-11-18T12:00:00Z');
const MINUTE = 60_000;
const run = { startMs: START, endMs: START + 10 * MINUTE, running: false };
const plain: LogTimes = { recorded: false, deltaMs: 0, run };
const stamped: LogTimes = { recorded: true, deltaMs: 0, run };
const all: LogQuery = { previous: false, follow: false, timestamps: false };

/** A minute between two lines, the kubelet's time before each. */
const stampedLines = Array.from({ length: 10 }, (_, i) => `2026-11-18T12:0${i}:00.000000001Z line ${i}\n`).join('');

describe('RecordedLog', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recorded-log-'));
    file = join(folder, 'c.log');
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function read(content: string | Buffer, times: LogTimes, query: Partial<LogQuery> = {}, now = run.endMs) {
    await writeFile(file, content);
    const chunks: Uint8Array[] = [];
    for await (const chunk of new RecordedLog(file, times).read({ ...all, ...query }, now)) {
      chunks.push(Uint8Array.from(chunk));
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  it('sends the bytes as they are', async () => {
    expect(await read('é\r\n\n\x1b[31mred\n', plain)).toBe('é\r\n\n\x1b[31mred\n');
    expect(await read('', plain)).toBe('');
  });

  it.each([
    ['a\nb\nc\n', 0, ''],
    ['a\nb\nc\n', 1, 'c\n'],
    ['a\nb\nc\n', 2, 'b\nc\n'],
    ['a\nb\nc\n', 3, 'a\nb\nc\n'],
    ['a\nb\nc\n', 9, 'a\nb\nc\n'],
    ['a\nb\nc', 1, 'c'],
    ['a\nb\nc', 2, 'b\nc'],
    ['\n\n\n', 2, '\n\n'],
    ['\na', 1, 'a'],
    ['\na', 2, '\na'],
    ['', 3, ''],
  ])('sends of %j the last %d lines', async (content, tailLines, expected) => {
    expect(await read(content, plain, { tailLines })).toBe(expected);
  });

  it('finds the last lines across blocks', async () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => `${i} ${'x'.repeat(i % 50)}\n`);
    expect(await read(lines.join(''), plain, { tailLines: 12_345 })).toBe(lines.slice(-12_345).join(''));
    const long = `first\n${'y'.repeat(200_000)}\nlast\n`;
    expect(await read(long, plain, { tailLines: 1 })).toBe('last\n');
    expect(await read(long, plain, { tailLines: 3 })).toBe(long);
  });

  it('cuts the answer at limitBytes', async () => {
    expect(await read('abc\ndef\n', plain, { limitBytes: 5 })).toBe('abc\nd');
    expect(await read(stampedLines, stamped, { limitBytes: 9 })).toBe('line 0\nli');
  });

  it('takes recorded times away, or shows them, moved', async () => {
    expect(await read(stampedLines, stamped, { tailLines: 2 })).toBe('line 8\nline 9\n');
    expect(await read(stampedLines, stamped, { tailLines: 1, timestamps: true })).toBe(
      '2026-11-18T12:09:00.000000001Z line 9\n',
    );
    expect(
      await read(stampedLines, { ...stamped, deltaMs: 24 * 60 * MINUTE }, { tailLines: 1, timestamps: true }),
    ).toBe('2026-11-19T12:09:00.000000001Z line 9\n');
    const offset = '2026-11-18T12:09:00.000000001+02:00 there\n';
    expect(await read(offset, stamped)).toBe('there\n');
  });

  it('keeps times apart from lines that fall on the edge of a block', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `2026-11-18T12:00:00.000000001Z ${'z'.repeat(i % 97)}\n`);
    expect(await read(lines.join(''), stamped)).toBe(lines.map(line => line.slice(31)).join(''));
  });

  it('sends what is not older than sinceTime or sinceSeconds', async () => {
    expect(await read(stampedLines, stamped, { sinceTimeMs: START + 8 * MINUTE })).toBe('line 8\nline 9\n');
    expect(await read(stampedLines, stamped, { sinceTimeMs: START })).toContain('line 0');
    expect(await read(stampedLines, stamped, { sinceTimeMs: START + 20 * MINUTE })).toBe('');
    expect(await read(stampedLines, stamped, { sinceSeconds: 150 })).toBe('line 8\nline 9\n');
    expect(await read(stampedLines, stamped, { sinceSeconds: 600, tailLines: 1 })).toBe('line 9\n');
    expect(await read(stampedLines, { ...stamped, deltaMs: MINUTE }, { sinceTimeMs: START + 9 * MINUTE })).toBe(
      'line 8\nline 9\n',
    );
  });

  it('spreads lines without times evenly over the run', async () => {
    const content = '0123456\n'.repeat(10);
    const shown = await read(content, plain, { timestamps: true });
    expect(shown.split('\n').slice(0, 2)).toEqual([
      '2026-11-18T12:00:00.000000000Z 0123456',
      '2026-11-18T12:01:00.000000000Z 0123456',
    ]);
    expect(await read(content, plain, { tailLines: 1, timestamps: true })).toBe(
      '2026-11-18T12:09:00.000000000Z 0123456\n',
    );
    expect(await read(content, plain, { sinceSeconds: 120 })).toBe('0123456\n0123456\n');
    expect(await read(content, plain, { sinceSeconds: 60 }, run.endMs + 60 * MINUTE)).toBe('');
    expect(await read(content, plain, { sinceSeconds: 3600 })).toBe(content);
  });

  it('sends 200 MB without having them in memory, and a tail without reading them', async () => {
    const line = `2026-11-18T12:00:00.000000001Z ${'x'.repeat(969)}\n`;
    const block = Buffer.from(line.repeat(1000));
    const handle = await open(file, 'w');
    for (let i = 0; i < 210; i++) await handle.write(block);
    await handle.close();
    const before = process.memoryUsage();
    let peak = 0;
    let bytes = 0;
    for await (const chunk of new RecordedLog(file, stamped).read(all, run.endMs)) {
      bytes += chunk.length;
      const { heapUsed, external, arrayBuffers } = process.memoryUsage();
      peak = Math.max(
        peak,
        heapUsed - before.heapUsed + external - before.external + arrayBuffers - before.arrayBuffers,
      );
    }
    expect(bytes).toBe(210_000 * 970);
    expect(peak).toBeLessThan(100 * 1024 * 1024);

    const started = process.hrtime.bigint();
    let tail = '';
    for await (const chunk of new RecordedLog(file, stamped).read({ ...all, tailLines: 3 }, run.endMs)) {
      tail += Buffer.from(chunk).toString('latin1');
    }
    expect(tail).toBe(`${'x'.repeat(969)}\n`.repeat(3));
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2000);
  }, 60_000);
});
