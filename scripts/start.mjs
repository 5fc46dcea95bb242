import { parseArgs } from 'node:util';
import { ChildProcesses } from './lib/ChildProcesses.mjs';
import { demoClusters, kubeconfigCluster } from './lib/clusters.mjs';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { startPhase } from './lib/startPhase.mjs';
import { startPortal } from './lib/startPortal.mjs';
import { checkPort, parsePort } from './lib/ports.mjs';
import { UserError } from './lib/UserError.mjs';

const help = `npm start [-- OPTIONS]

Starts the portal: installs what is missing, then runs the demo clusters, the backend and the frontend until Ctrl-C.

  --port PORT            of the portal (3000)
  --backend-port PORT    of the HTTP API (7007)
  --kubeconfig FILE      look at a real cluster instead of the demo; it is only read
  --context NAME         of the kubeconfig (its current context)
  --help

What it stores is in .data; \`npm run clean\` removes it.`;

/** npm start */
export async function main(args) {
  const options = parse(args);
  if (options.help) {
    console.log(help);
    return 0;
  }
  const ports = {
    portal: parsePort(options.port, '--port'),
    api: parsePort(options['backend-port'], '--backend-port'),
  };
  if (ports.portal === ports.api) throw new UserError('The portal and the HTTP API need two different ports.');
  await checkPort(ports.portal, 'portal', '--port');
  await checkPort(ports.api, 'HTTP API', '--backend-port');
  await ensureInstalled();

  const children = new ChildProcesses();
  const interrupted = interruption();
  const phase = startPhase('Starting Triage');
  try {
    const clusters = options.kubeconfig || options.context ? await kubeconfigCluster(options) : await demoClusters();
    const started = startPortal({ children, clusters, ports, onStep: step => phase.step(step) });
    const health = await Promise.race([started, children.failed, interrupted.then(() => undefined)]);
    if (health) {
      phase.end('ready');
      console.log(summary({ ports, clusters, health }));
      await Promise.race([children.failed, interrupted]);
      process.stderr.write('\nStopping …\n');
    } else {
      phase.end('interrupted');
    }
    return 0;
  } catch (error) {
    phase.end('failed');
    throw error;
  } finally {
    await children.stopAll();
  }
}

/** Ctrl-C, a signal, or the end of npm, which passes signals on to a shell that does not. */
function interruption() {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(), 500).unref();
  });
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h' },
        port: { type: 'string', default: '3000' },
        'backend-port': { type: 'string', default: '7007' },
        kubeconfig: { type: 'string' },
        context: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UserError(`${error.message.split('\n')[0]}\n\n${help}`);
  }
}

/** The one block that says where everything is, what is on, and how to turn on what is off. */
function summary({ ports, clusters, health }) {
  const part = (state, fallback) =>
    `${state?.status === 'ok' ? 'on' : state?.status ?? 'off'}. ${state?.message ?? fallback}`;
  const rows = [
    ['Portal', `http://localhost:${ports.portal}  (sign in as guest)`],
    ['API', `http://localhost:${ports.api}/api/triage`],
    ['Clusters', clusters.description],
    ['Runbooks', `${health.runbooks.count}`],
    ['Chroma', part(health.chroma, 'Runbooks are searched by words; this version has nothing to turn on here.')],
    ['Language model', part(health.ollama, 'Diagnoses need none; this version has nothing to turn on here.')],
    ['Logs, data', '.data  (npm run clean removes it)'],
  ];
  const rule = '─'.repeat(78);
  const lines = rows.map(([name, value]) => `  ${name.padEnd(15)} ${value}`);
  return `\n${rule}\n  Triage is running. Ctrl-C stops it.\n\n${lines.join('\n')}\n${rule}`;
}
