import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRight } from './isRight.mjs';

const expected = {
  healthy: false,
  rootCause: { category: 'image-pull', resource: { kind: 'Deployment', name: 'kiosk' }, says: ['1\\.72'] },
  notCause: ['registry is down'],
  canaries: ['s3cret'],
};
const finding = {
  severity: 'HIGH',
  category: 'image-pull',
  resource: { kind: 'Pod', name: 'kiosk-5d-x' },
  title: 'kiosk cannot pull its image',
  rootCause: 'tag 1.72 does not exist',
  explanation: '',
  evidence: [],
};
const judge = (change, expectation = expected, text = '') =>
  isRight({ findings: [{ ...finding, ...change }] }, expectation, text);

test('a pod counts as its workload', () => assert.equal(judge({}), undefined));

test('each way of being wrong is told', () => {
  assert.match(judge({ category: 'dns' }), /category dns/);
  assert.match(judge({ resource: { kind: 'Pod', name: 'till-5d-x' } }), /blames/);
  assert.match(judge({ rootCause: 'no such tag' }), /does not say/);
  assert.match(judge({ title: 'the registry is down' }), /claims/);
  assert.match(judge({}, expected, 'password s3cret'), /secret/);
  assert.match(isRight({ findings: [] }, expected, ''), /nothing found/);
});

test('a healthy scope allows remarks and no alarms', () => {
  const healthy = { healthy: true, rootCause: { category: 'none', resource: null, says: [] } };
  assert.equal(judge({ severity: 'INFO' }, healthy), undefined);
  assert.match(judge({}, healthy), /false alarm/);
});
