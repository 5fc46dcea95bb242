import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { root } from './lib/paths.mjs';
import { Tally } from './lib/Tally.mjs';

/** Seconds until each failure must have shown itself, on a slow machine. */
const patience = 150;

/**
 * node scripts/run.mjs real-cluster NAMESPACE: diagnoses each Deployment of the namespace on the cluster of KUBECONFIG,
 * until the first finding has the category that the Deployment's annotation `expect` tells.
 */
export async function main([namespace]) {
  await ensureInstalled();
  const { items } = JSON.parse(
    execFileSync('kubectl', ['-n', namespace, 'get', 'deployments', '-o', 'json'], { encoding: 'utf8' }),
  );
  const tally = new Tally();
  const until = Date.now() + patience * 1000;
  for (const { metadata } of items) {
    const { expect } = metadata.annotations;
    let answer = diagnose(namespace, metadata.name);
    while (answer.errorCategory !== expect && Date.now() < until) {
      await new Promise(resolve => setTimeout(resolve, 5_000));
      answer = diagnose(namespace, metadata.name);
    }
    const right = answer.errorCategory === expect;
    tally.add(right ? { passed: 1 } : { failed: 1 });
    console.log(
      `${right ? 'ok' : 'WRONG'} ${metadata.name}: ${answer.errorCategory}, wanted ${expect}. ${answer.rootCause}`,
    );
  }
  return tally.close();
}

function diagnose(namespace, name) {
  const result = spawnSync(
    process.execPath,
    [
      join(root, 'scripts/run.mjs'),
      'triage',
      'diagnose',
      '--namespace',
      namespace,
      '--target',
      `Deployment/${name}`,
      '-o',
      'json',
    ],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (result.status !== 0) return { errorCategory: `exit code ${result.status}`, rootCause: result.stderr };
  return JSON.parse(result.stdout);
}
