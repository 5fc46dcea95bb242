import { createServer } from 'node:net';
import { UserError } from './UserError.mjs';

/** Throws a sentence when something else listens on the port. */
export async function checkPort(port, what, option) {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await tryPort(port, host);
    if (code === 'EADDRINUSE') {
      throw new UserError(
        `Port ${port}, where the ${what} should listen, is taken: stop what uses it, or choose another with \`npm start -- ${option} PORT\`.`,
      );
    }
    if (code === 'EACCES') {
      throw new UserError(
        `Port ${port} may not be used without privileges: choose another with \`npm start -- ${option} PORT\`.`,
      );
    }
  }
}

/** A free port on loopback. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function tryPort(port, host) {
  return new Promise(resolve => {
    const server = createServer().once('error', error => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** The port that an option names, or a sentence. */
export function parsePort(text, option) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UserError(`${option} wants a port between 1 and 65535, not "${text}".`);
  }
  return port;
}
