import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNode } from './checkNode.mjs';

test('the versions that are tested pass', () => {
  for (const version of ['20.20.2', '22.0.0', '24.11.1']) assert.equal(checkNode(version), undefined);
});

test('another version gets one sentence that names it', () => {
  assert.match(checkNode('18.19.0'), /needs Node 20, 22 or 24, and this is Node 18\.19\.0/);
  assert.ok(checkNode('23.1.0'));
});
