import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { checkPort, freePort, parsePort } from './ports.mjs';

test('a taken port is named, with the option that chooses another', async () => {
  const port = await freePort();
  await checkPort(port, 'portal', '--port');
  const server = createServer();
  await new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
  try {
    await assert.rejects(checkPort(port, 'portal', '--port'), {
      name: 'UserError',
      message: new RegExp(`Port ${port}, where the portal should listen, is taken.*--port PORT`),
    });
  } finally {
    server.close();
  }
});

test('a port is a number', () => {
  assert.equal(parsePort('3000', '--port'), 3000);
  assert.throws(() => parsePort('http', '--port'), /--port wants a port/);
  assert.throws(() => parsePort('70000', '--port'), /--port wants a port/);
});
