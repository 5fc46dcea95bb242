import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from './Random.mjs';

/** The line that tells the cause. It stands once, at 63 % of the log. */
export const NEEDLE = 'FATAL storage: checksum mismatch in segment 000417 of /var/lib/ledger: refusing to start';

const WORDS = 'alpha order invoice basket shelf river copper signal marble ledger parcel garden window lantern'.split(
  ' ',
);
const SERVICES = ['checkout', 'catalog', 'basket', 'pricing', 'shipping'];

const FORMATS = {
  plain: (random, time) =>
    random.pick([
      () =>
        `${time} INFO  [worker-${random.below(16)}] o.a.Orders - processed order ${random.below(
          1e7,
        )} for customer ${random.below(1e6)} in ${random.below(900)} ms`,
      () =>
        `${time} DEBUG [http-${random.below(64)}] o.a.Http - GET /api/v1/items/${random.below(1e6)} 200 ${random.below(
          90,
        )}ms trace=${random.hex(32)}`,
      () => `${time} INFO  [scheduler] o.a.Jobs - next run of job ${random.pick(WORDS)} in ${random.below(600)} s`,
      () =>
        `${time} WARN  [pool-${random.below(8)}] o.a.Pool - slow query took ${random.below(
          4000,
        )} ms: select ${random.pick(WORDS)} from ${random.pick(WORDS)}`,
    ])(),
  json: (random, time) =>
    random.pick([
      () =>
        `{"level":"info","ts":"${time}","logger":"${random.pick(
          SERVICES,
        )}","msg":"request completed","method":"GET","path":"/v1/${random.pick(WORDS)}/${random.below(
          1e6,
        )}","status":200,"duration_ms":${random.below(400)},"request_id":"${random.hex(32)}"}`,
      () =>
        `{"level":"debug","ts":"${time}","logger":"cache","msg":"cache refreshed","entries":${random.below(
          5000,
        )},"age_s":${random.below(60)}}`,
      () =>
        `{"level":"info","ts":"${time}","logger":"consumer","msg":"committed offset","topic":"${random.pick(
          WORDS,
        )}","partition":${random.below(12)},"offset":${random.below(1e9)}}`,
    ])(),
  access: (random, time) =>
    `10.${random.below(256)}.${random.below(256)}.${random.below(256)} - - [${time}] "GET /${random.pick(
      WORDS,
    )}/${random.below(1e6)}?page=${random.below(50)} HTTP/1.1" 200 ${random.below(
      60000,
    )} "-" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/12${random.below(
      9,
    )}.0 Safari/537.36"`,
  logfmt: (random, time) =>
    `time=${time} level=info msg="${random.pick(WORDS)} reconciled" controller=${random.pick(
      SERVICES,
    )} namespace=team-${random.below(40)} name=${random.pick(WORDS)}-${random.suffix()} generation=${random.below(
      90,
    )} duration=${random.next().toFixed(6)}s`,
  klog: (random, time) =>
    `I1120 ${time.slice(11, 23)}000       1 reconciler.go:${random.below(900)}] "Synced ${random.pick(
      WORDS,
    )}" namespace="team-${random.below(40)}" name="${random.pick(WORDS)}-${random.suffix()}" took="${random.below(
      900,
    )}ms"`,
  // what a client did wrong and a retry mended: loud, and no cause
  noisy: (random, time) =>
    random.pick([
      () =>
        `${time} ERROR [http-${random.below(
          64,
        )}] o.a.Http - POST /api/v1/orders 400 validation failed: field ${random.pick(WORDS)} of order ${random.below(
          1e7,
        )}`,
      () =>
        `${time} WARN  [retry] o.a.Retry - attempt ${random.below(3)} of ${random.pick(
          SERVICES,
        )} timed out after ${random.below(3000)} ms, retrying`,
      () =>
        `${time} INFO  [auth] o.a.Auth - token of session ${random.hex(12)} refreshed for user ${random.below(1e5)}`,
    ])(),
};

/** Share of each format by kind of log. */
export const MIXES = {
  mixed: ['plain', 'plain', 'json', 'json', 'access', 'logfmt', 'klog', 'plain', 'json', 'noisy'],
  plain: ['plain'],
  json: ['json'],
  access: ['access'],
  noisy: ['noisy', 'plain'],
};

/**
 * Writes a log of a size (bytes), once: a file of that name is taken as it is.
 *
 * @returns its path
 */
export function writeLog(mix, bytes) {
  const folder = join(tmpdir(), 'triage-bench');
  const path = join(folder, `${mix}-${bytes}.log`);
  if (existsSync(path) && statSync(path).size >= bytes) return path;
  mkdirSync(folder, { recursive: true });
  const random = new Random(20261120);
  const file = openSync(`${path}.part`, 'w');
  let written = 0;
  let needle = false;
  let clock = Date.UTC(2026, 10, 20);
  while (written < bytes) {
    const lines = [];
    for (let i = 0; i < 4_000; i++) {
      clock += random.below(30);
      lines.push(FORMATS[random.pick(MIXES[mix])](random, new Date(clock).toISOString()));
    }
    if (!needle && written > bytes * 0.63) {
      lines.push(`${new Date(clock).toISOString()} ${NEEDLE}`);
      needle = true;
    }
    written += writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}
