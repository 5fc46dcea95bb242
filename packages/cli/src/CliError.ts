/** Ends a command with one sentence on stderr. */
export class CliError extends Error {
  constructor(message: string, readonly exitCode: number) {
    super(message);
    this.name = 'CliError';
  }
}

/** The command was called wrongly: exit code 2. */
export function badUse(message: string): CliError {
  return new CliError(message, 2);
}

/** The cluster or its recording cannot be read: exit code 3. */
export function unreadable(message: string): CliError {
  return new CliError(message, 3);
}

/** What was measured is not as good as was asked for: exit code 4. */
export function belowWanted(message: string): CliError {
  return new CliError(message, 4);
}
