import { Command, InvalidArgumentError, Option } from 'commander';

/** The commands and their options. */
export function createProgram(): Command {
  const program = new Command('triage')
    .description('Finds out why a workload on Kubernetes fails.')
    .exitOverride()
    .showHelpAfterError('(--help tells more)')
    .addHelpText(
      'after',
      `
Examples:
  triage diagnose --namespace shop --target Deployment/checkout
  triage diagnose --snapshot incident.tar.gz --namespace shop -o json
  kubectl describe pod checkout-0 | triage diagnose --error -
  kubectl logs checkout-0 | triage redact > for-the-ticket.txt

Exit codes: 0 answered, also when something is wrong; 2 called wrongly; 3 the cluster or a recording cannot be read;
4 an evaluation is below its --min.`,
    );

  clusterOptions(program.command('diagnose'))
    .description('find the root cause of what is wrong, with its proof and a safe next step')
    .option('-n, --namespace <name>', 'where to look; default: the namespace of the context')
    .option('-t, --target <kind/name>', 'what the question is about, e.g. Deployment/checkout')
    .option('-q, --question <text>', 'what you want to know')
    .option('-e, --error <text>', 'error text to judge, with or without a cluster; - reads it from stdin')
    .option('--runbooks <folder>', 'folder of your runbooks (Markdown)')
    .option('--signatures <file>', 'what you know of your own logs (YAML), as in triage.signatures of an app-config')
    .addOption(outputOption())
    .action(lazily(async () => (await import('./commands/diagnose')).diagnoseCommand));

  clusterOptions(program.command('health'))
    .description('how nodes and workloads stand')
    .option('-n, --namespace <name...>', 'only these namespaces; default: all that can be listed')
    .addOption(outputOption())
    .action(lazily(async () => (await import('./commands/health')).healthCommand));

  program
    .command('classify')
    .description('tell what kind of error a text on stdin reports, and by which line')
    .option('--jsonl <file>', 'instead: lines {"id", "text"} of a file (- for stdin) to lines {"id", "category"}')
    .option('--signatures <file>', 'what you know of your own logs (YAML)')
    .addOption(outputOption())
    .action(lazily(async () => (await import('./commands/classify')).classifyCommand));

  program
    .command('redact')
    .description('copy stdin to stdout without its secrets; equal secrets get equal placeholders')
    .option('--jsonl <file>', 'instead: lines {"id", "text"} of a file (- for stdin) to the same lines, redacted')
    .action(lazily(async () => (await import('./commands/redact')).redactCommand));

  program
    .command('replay')
    .description('serve recorded clusters over the Kubernetes API, each on a port of its own, until Ctrl-C')
    .argument('<snapshot...>', 'folders or .tar.gz files of recordings')
    .option('-p, --port <number>', 'of the first cluster, the others follow; default: any free port', portNumber)
    .addOption(
      new Option('--as-of <time>', 'move all times so that the recording was made just now, or leave them')
        .choices(['now', 'recorded'])
        .default('recorded'),
    )
    .option('--tokens <file>', 'who may read what, by bearer token (JSON or YAML)')
    .option('--kubeconfig-out <file>', 'write a kubeconfig for the served clusters')
    .action(lazily(async () => (await import('./commands/replay')).replayCommand));

  clusterOptions(program.command('record'))
    .description(
      'write down what a diagnosis reads of a cluster, without its secrets; run again, it goes on where it was cut',
    )
    .argument('<out>', 'a new folder, or a file .tar.gz')
    .option('-n, --namespace <name...>', 'only these namespaces; default: that of the context')
    .addOption(new Option('-A, --all-namespaces', 'the whole cluster').conflicts('namespace'))
    .option('--max-log-bytes <bytes>', 'of one log, its beginning and its end', positiveNumber, 10_000_000)
    .option('--max-bytes <bytes>', 'of the recording; logs have what the objects leave', positiveNumber, 250_000_000)
    .action(lazily(async () => (await import('./commands/record')).recordCommand));

  program
    .command('scenario')
    .description('keep failures as tests')
    .command('new')
    .description('begin a scenario: copy a recording, and draft what is expected of a diagnosis')
    .argument('<folder>', 'to be made, e.g. scenarios/checkout-expired-token')
    .requiredOption('-s, --snapshot <path>', 'the recording')
    .option('-n, --namespace <name>', 'what is asked about; may be left out when the recording has only one')
    .option('-t, --target <kind/name>', 'what the question is about, e.g. Deployment/checkout')
    .option('-q, --question <text>', 'what the person on call wanted to know')
    .action(lazily(async () => (await import('./commands/newScenario')).newScenarioCommand));

  program
    .command('eval')
    .description('diagnose recorded failures, and judge the answers by what is known of them')
    .argument('<folder>', 'of scenarios: a folder each, with expected.json and snapshot.tar.gz (or a folder snapshot)')
    .option('--only <id...>', 'only these scenarios; the beginning of an id will do, and commas between them')
    .option('--without-target', 'ask about the namespace instead of the target')
    .option('--min <share>', 'exit code 4 when fewer are right (0.95), and for any false alarm or shown secret', share)
    .option('--concurrency <number>', 'scenarios at once; with more than one the times tell less', positiveNumber, 1)
    .option('--live', 'ask the cluster on which the scenarios run now, instead of their recordings')
    .option('--kubeconfig <file>', 'with --live; default: as for diagnose')
    .option('--context <name>', 'with --live; default: the current one')
    .option('--json', 'print one object {scenarios, totals}')
    .action(lazily(async () => (await import('./commands/eval')).evalCommand));

  return program;
}

/** A command is loaded when it runs: each needs other parts, and some are large. */
function lazily(load: () => Promise<(...args: any[]) => Promise<void>>): (...args: any[]) => Promise<void> {
  return async (...args) => (await load())(...args);
}

function clusterOptions(command: Command): Command {
  return command
    .addOption(
      new Option('-s, --snapshot <path>', 'read a recording (folder or .tar.gz) instead of a cluster').conflicts([
        'kubeconfig',
        'context',
      ]),
    )
    .option('--kubeconfig <file>', 'default: KUBECONFIG, ~/.kube/config, or the service account inside of a cluster')
    .option('--context <name>', 'of the kubeconfig; default: its current one');
}

function outputOption(): Option {
  return new Option('-o, --output <format>', 'how to print the answer').choices(['text', 'json']).default('text');
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  }
  return port;
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) {
    throw new InvalidArgumentError('It must be a number from 0 to 1.');
  }
  return value;
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new InvalidArgumentError('It must be a whole number from 1.');
  }
  return value;
}
