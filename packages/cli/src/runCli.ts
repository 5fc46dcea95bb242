import { CommanderError } from 'commander';
import { CliError } from './CliError';
import { createProgram } from './program';

/** Runs the command that the arguments name. Sets the exit code of the process; never throws. */
export async function runCli(argv: string[]): Promise<void> {
  // "triage … | head" closes our output: that is the reader's right
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
      throw error;
    }
    process.exit(process.exitCode ?? 0);
  });
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) {
    // commander has printed its sentence, or the help that was asked for
    return error.exitCode === 0 ? 0 : 2;
  }
  if (error instanceof CliError) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  return 1;
}
