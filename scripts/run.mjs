// node scripts/run.mjs COMMAND [ARGUMENTS...]: the front door of every npm script.
//
// Nothing here or in the commands may depend on a package: they run before the installation. The commands are loaded
// only after the check of the Node version, so an old Node gets a sentence and no syntax error.
import { checkNode } from './lib/checkNode.mjs';

const [command, ...args] = process.argv.slice(2);
const problem = checkNode(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}

const { main } = await import(`./${command}.mjs`);
try {
  process.exitCode = (await main(args)) ?? process.exitCode ?? 0;
} catch (error) {
  // what was foreseen is a sentence for the user; anything else is a defect and shows its stack
  console.error(error.name === 'UserError' ? error.message : error);
  process.exitCode = 1;
}
