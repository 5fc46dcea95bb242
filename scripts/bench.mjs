import { cpus } from 'node:os';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { UserError } from './lib/UserError.mjs';

const BENCHES = ['diagnose', 'logs', 'namespace', 'cluster', 'health'];

/**
 * node scripts/run.mjs bench [NAME...] [--json] [--megabytes=N]: measures speed and scale; N is the size of the logs that
 * `logs` mines. Each goal is a ratio taken in this run against a baseline, or a limit; a goal that is missed does not fail
 * the run, since machines differ.
 */
export async function main(args) {
  const isJson = args.includes('--json');
  const size = args.find(arg => arg.startsWith('--megabytes='));
  const megabytes = size && Number(size.slice('--megabytes='.length));
  if (size && !(megabytes > 0)) throw new UserError(`"${size}" names no size.`);
  const names = args.filter(arg => arg !== '--json' && arg !== size);
  const unknown = names.find(name => !BENCHES.includes(name));
  if (unknown) throw new UserError(`There is no bench "${unknown}". There are ${BENCHES.join(', ')}.`);
  await ensureInstalled();
  const results = {};
  for (const name of names.length > 0 ? names : BENCHES) {
    const { run } = await import(`../bench/${name}.mjs`);
    results[name] = await run({ megabytes });
    if (!isJson) print(name, results[name]);
  }
  const machine = {
    node: process.version,
    cpus: cpus().length,
    cpu: cpus()[0]?.model.trim(),
    date: new Date().toISOString(),
  };
  console.log(
    isJson
      ? JSON.stringify({ machine, results }, undefined, 2)
      : `${machine.cpus} x ${machine.cpu}, Node ${machine.node}`,
  );
}

function print(name, { rows, goals }) {
  console.log(`\n${name}`);
  console.table(rows);
  for (const { goal, measured, met } of goals) console.log(`${met ? 'met   ' : 'MISSED'} ${goal}: ${measured}`);
}
