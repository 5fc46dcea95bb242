import { runCli } from './runCli';

runCli(process.argv);
