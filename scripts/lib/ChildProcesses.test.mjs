import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'triage-'));
process.env.TRIAGE_DATA_DIR = folder;
after(() => rmSync(folder, { recursive: true }));
const { ChildProcesses, tail } = await import('./ChildProcesses.mjs');
const { waitForAnswer } = await import('./waitForAnswer.mjs');
const { freePort } = await import('./ports.mjs');

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a child that ends by itself is told with the end of its log', async () => {
  const children = new ChildProcesses();
  children.start('backend', process.execPath, ['-e', 'console.log("no database"); process.exit(3)'], { cwd: folder });
  await assert.rejects(children.failed, {
    name: 'UserError',
    message: /The backend ended unexpectedly \(exit code 3\)[^]*no database/,
  });
  await children.stopAll();
});

test('stopping ends the children of children too, and is no failure', async () => {
  const port = await freePort();
  const grandchild = `require('http').createServer((_, r) => r.end(String(process.pid))).listen(${port}, '127.0.0.1')`;
  const child = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
    grandchild,
  )}]); setInterval(() => {}, 1e6)`;
  const children = new ChildProcesses();
  children.start('frontend', process.execPath, ['-e', child], { cwd: folder });
  let failed = false;
  children.failed.catch(() => {
    failed = true;
  });
  const pid = Number(await waitForAnswer(`http://127.0.0.1:${port}/`, { what: 'grandchild', seconds: 20 }));
  assert.ok(lives(pid));
  await children.stopAll();
  assert.ok(!lives(pid));
  assert.equal(failed, false);
  assert.equal(tail(join(folder, 'logs', 'frontend.log')), '');
});
