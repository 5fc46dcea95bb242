import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { loadEngine } from './lib/engine.mjs';
import { inChild, serveSubjects, timed } from './lib/measure.mjs';
import { MIXES, NEEDLE, writeLog } from './lib/writeLog.mjs';

/** Of the mixed log, and of the others (MB). */
const SIZES = { mixed: 1_000, others: 256 };
/** Bytes read at once, by us and by the bare scan. */
const PIECE = 256 * 1024;
const TIMES = 3;

/**
 * Mining a log against grep and against a loop over its bytes; the best of three each, taken in turn.
 *
 * @param options.megabytes - of each log, in place of 1,000 for the mixed one and 256 for the others
 */
export async function run({ megabytes } = {}) {
  const rows = [];
  for (const mix of Object.keys(MIXES)) {
    const bytes = (megabytes ?? SIZES[mix] ?? SIZES.others) * 1_000_000;
    const path = writeLog(mix, bytes);
    const best = { grep: Infinity, scan: Infinity, mine: Infinity };
    let mined;
    for (let i = 0; i < TIMES; i++) {
      best.grep = Math.min(best.grep, await grep(path));
      best.scan = Math.min(best.scan, (await inChild(import.meta.url, 'scan', path)).ms);
      mined = await inChild(import.meta.url, 'mine', path);
      best.mine = Math.min(best.mine, mined.ms);
    }
    rows.push({
      log: mix,
      MB: bytes / 1e6,
      'grep ms': best.grep,
      'bare scan ms': best.scan,
      'mining ms': best.mine,
      'of grep': Number((best.mine / best.grep).toFixed(1)),
      'of bare scan': Number((best.mine / best.scan).toFixed(1)),
      'RSS MB': mined.rssMb,
      'needle found': mined.found,
    });
  }
  const [large] = rows;
  return {
    rows,
    goals: [
      { goal: `at most 4 x grep on ${large.MB} MB`, measured: `${large['of grep']} x`, met: large['of grep'] <= 4 },
      { goal: 'at most 200 MB resident', measured: `${large['RSS MB']} MB`, met: large['RSS MB'] <= 200 },
      {
        goal: 'the one line found',
        measured: rows.map(row => row['needle found']).join(', '),
        met: rows.every(row => row['needle found']),
      },
    ],
  };
}

async function grep(path) {
  const { ms, result } = await timed(() =>
    spawnSync('grep', ['-icE', 'error|fatal|panic|exception', path], { env: { ...process.env, LC_ALL: 'C.UTF-8' } }),
  );
  if (result.error) throw result.error;
  return ms;
}

await serveSubjects(import.meta.url, {
  async scan(path) {
    const { ms } = await timed(() => {
      const file = openSync(path, 'r');
      const piece = new Uint8Array(PIECE);
      let lines = 0;
      for (let size = 1; size > 0; ) {
        size = readSync(file, piece, 0, PIECE, null);
        for (let i = 0; i < size; i++) if (piece[i] === 10) lines++;
      }
      closeSync(file);
      return lines;
    });
    return { ms };
  },
  async mine(path) {
    const { createClusterReader, createRedactor, mineLog } = loadEngine();
    const reader = createClusterReader({
      cluster: 'bench',
      redactor: createRedactor(),
      limits: { logTimeout: 600_000 },
      fetch: async () => new Response(piecesOf(path)),
    });
    const { ms, result } = await timed(() =>
      mineLog(reader.logs({ namespace: 'bench', pod: 'ledger-0', container: 'app' }), { exited: true, exitCode: 1 }),
    );
    return { ms, lines: result.lines, found: result.clues[0]?.text.includes(NEEDLE) ?? false };
  },
});

function piecesOf(path) {
  const file = openSync(path, 'r');
  return new ReadableStream({
    pull(controller) {
      const piece = new Uint8Array(PIECE);
      const size = readSync(file, piece, 0, PIECE, null);
      if (size === 0) {
        closeSync(file);
        controller.close();
      } else controller.enqueue(piece.subarray(0, size));
    },
  });
}
