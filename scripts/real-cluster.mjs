import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { root } from './lib/paths.mjs';
import { runForOutput } from './lib/runForOutput.mjs';
import { Tally } from './lib/Tally.mjs';

const folder = join(root, 'scenarios');
/** Scenarios that run on the cluster in all, and at once. */
const wanted = 24;
const atOnce = 6;
/** A failure may take longer than on the machine of its recording: seconds beyond its settleSeconds, and between looks. */
const patience = 75;
const pause = 15;
/** Seconds after which no further scenario is begun. */
const lastStart = 9 * 60;
/** Larger ones would keep the others waiting. */
const maxObjects = 15;
const maxSettleSeconds = 80;

/**
 * node scripts/run.mjs real-cluster [ID...]: lets scenarios fail on the cluster of KUBECONFIG and judges what the command
 * line says of each, by the rules of `triage eval`: asked live, and asked of a recording that it makes of it.
 */
export async function main(ids) {
  await ensureInstalled();
  const tally = new Tally();
  const began = Date.now();
  const queue =
    ids.length > 0 ? ids.map(read) : sample((await rightOnRecordings()).filter(isScenario).map(read).filter(isFit));
  const work = async () => {
    while (queue.length > 0) {
      const scenario = queue.shift();
      if ((Date.now() - began) / 1000 > lastStart) {
        console.log(`skipped ${scenario.id}: there is no time left for it`);
        tally.add({ skipped: 1 });
      } else {
        tally.add(await check(scenario));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  console.log(`After ${Math.round((Date.now() - began) / 1000)} s.`);
  return tally.close();
}

/** What is wrong there is told and counted there: here it is asked whether a real cluster gives the same answers. */
async function rightOnRecordings() {
  const { scenarios } = JSON.parse((await triage(['eval', folder, '--json'])).stdout);
  const right = scenarios.filter(({ problems }) => problems.length === 0).map(({ id }) => id);
  console.log(
    `${right.length} of ${scenarios.length} scenarios are right on their recordings; ${wanted} of them run now.`,
  );
  return right;
}

function isScenario(id) {
  return ['manifest.yaml', 'expected.json'].every(name => existsSync(join(folder, id, name)));
}

function read(id) {
  const manifest = readFileSync(join(folder, id, 'manifest.yaml'), 'utf8');
  return {
    id,
    expected: JSON.parse(readFileSync(join(folder, id, 'expected.json'), 'utf8')),
    objects: manifest.match(/^kind:/gm)?.length ?? 0,
    namespaces: [...manifest.matchAll(/\bnamespace: *["']?([a-z0-9-]+)/g)].map(([, name]) => name),
    hasSteps: existsSync(join(folder, id, 'steps.sh')),
    hasCleanup: existsSync(join(folder, id, 'cleanup.sh')),
  };
}

/** What needs a cleanup has changed more than its namespaces, and could disturb the others. */
function isFit({ expected, objects, hasCleanup }) {
  const { exclusive, live, settleSeconds } = expected;
  return !exclusive && live !== false && !hasCleanup && objects <= maxObjects && settleSeconds <= maxSettleSeconds;
}

/** Evenly from all: neighbours are often of one kind. */
function sample(scenarios) {
  const step = Math.max(1, scenarios.length / wanted);
  return scenarios.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

async function check(scenario) {
  const { id, expected, hasSteps, hasCleanup } = scenario;
  const { namespace, settleSeconds = 60 } = expected;
  const manifest = join(folder, id, 'manifest.yaml');
  const present = await runForOutput('kubectl', ['get', 'namespace', namespace, '--ignore-not-found', '-o', 'name']);
  if (present.code !== 0 || present.stdout.trim() !== '') {
    console.log(`skipped ${id}: ${present.stderr.trim() || `namespace ${namespace} is there already`}`);
    return { skipped: 1 };
  }
  try {
    const applied = await runForOutput('kubectl', ['apply', '-f', manifest]);
    if (applied.code !== 0) return told(id, [`WRONG ${id}: it cannot be applied: ${applied.stderr.trim()}`]);
    if (hasSteps) await runForOutput('bash', [join(folder, id, 'steps.sh'), process.env.KUBECONFIG]);
    await sleep(settleSeconds * 1000);
    const problems = await judgeLive(id);
    return told(id, problems.length > 0 ? problems : await judgeRecording(scenario));
  } finally {
    if (hasCleanup) await runForOutput('bash', [join(folder, id, 'cleanup.sh'), process.env.KUBECONFIG]);
    await runForOutput('kubectl', ['delete', '-f', manifest, '--ignore-not-found', '--wait=false']);
  }
}

function told(id, problems) {
  console.log(problems.length > 0 ? `WRONG ${id}: ${problems.join(' ')}` : `ok    ${id}`);
  return problems.length > 0 ? { failed: 1 } : { passed: 1 };
}

async function judgeLive(id) {
  const until = Date.now() + patience * 1000;
  let problems = await judge(['eval', folder, '--only', id, '--live', '--json'], id);
  while (problems.length > 0 && Date.now() < until) {
    await sleep(pause * 1000);
    problems = await judge(['eval', folder, '--only', id, '--live', '--json'], id);
  }
  return problems;
}

/** What is right on the cluster has to be right on its recording. */
async function judgeRecording({ id, namespaces }) {
  const present = (await runForOutput('kubectl', ['get', 'namespaces', '-o', 'jsonpath={.items[*].metadata.name}']))
    .stdout;
  const recorded = present.split(' ').filter(name => namespaces.includes(name));
  const temporary = mkdtempSync(join(tmpdir(), 'triage-live-'));
  try {
    mkdirSync(join(temporary, id));
    cpSync(join(folder, id, 'expected.json'), join(temporary, id, 'expected.json'));
    const snapshot = join(temporary, id, 'snapshot.tar.gz');
    const { code, stderr } = await triage(['record', snapshot, '--namespace', ...recorded]);
    if (code !== 0) return [`It cannot be recorded: ${stderr}`];
    return (await judge(['eval', temporary, '--json'], id)).map(problem => `On its recording: ${problem}`);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function judge(args, id) {
  const { code, stdout, stderr } = await triage(args);
  if (code !== 0) return [`exit code ${code}: ${stderr}`];
  return JSON.parse(stdout).scenarios.find(scenario => scenario.id === id).problems;
}

function triage(args) {
  return runForOutput(process.execPath, [join(root, 'scripts/run.mjs'), 'triage', ...args]);
}
