import { Category } from '../categories';

/** What the number means with which a process ended. */
export interface ExitCode {
  code: number;
  /** The signal that ended the process, where one did: the code is 128 and its number. */
  signal?: string;
  means: string;
  /** The signal comes from a fault in native code, not from outside. */
  fault?: boolean;
  /** What it is called when the log does not tell more. */
  category: Category;
}

const PLAIN: [code: number, means: string, category: Category][] = [
  [0, 'the process ended well, where it may have had to stay', 'bad-command'],
  [1, 'an error that the program gives no number of its own', 'crash-loop-app-error'],
  [2, 'wrong use of a command, or a panic of a Go program', 'crash-loop-app-error'],
  [64, 'wrong use of a command (EX_USAGE)', 'crash-loop-app-error'],
  [65, 'wrong input (EX_DATAERR)', 'crash-loop-app-error'],
  [66, 'an input file is missing (EX_NOINPUT)', 'crash-loop-app-error'],
  [67, 'an unknown user (EX_NOUSER)', 'crash-loop-app-error'],
  [68, 'an unknown host (EX_NOHOST)', 'crash-loop-app-error'],
  [69, 'a service that it needs is not available (EX_UNAVAILABLE)', 'crash-loop-app-error'],
  [70, 'an error in the program itself (EX_SOFTWARE)', 'crash-loop-app-error'],
  [71, 'an error of the operating system (EX_OSERR)', 'crash-loop-app-error'],
  [72, 'a file of the system is missing (EX_OSFILE)', 'crash-loop-app-error'],
  [73, 'an output file cannot be made (EX_CANTCREAT)', 'crash-loop-app-error'],
  [74, 'an error of reading or writing (EX_IOERR)', 'crash-loop-app-error'],
  [75, 'a failure that may pass (EX_TEMPFAIL)', 'crash-loop-app-error'],
  [76, 'the other side does not keep to the protocol (EX_PROTOCOL)', 'crash-loop-app-error'],
  [77, 'a lack of rights (EX_NOPERM)', 'crash-loop-app-error'],
  [78, 'an error in the configuration (EX_CONFIG)', 'crash-loop-config'],
  [
    125,
    'the container could not be run, or an error that the program gives no number of its own',
    'crash-loop-app-error',
  ],
  [126, 'the command is there and cannot be executed', 'bad-command'],
  [127, 'the command was not found', 'bad-command'],
  [128, 'a wrong argument of exit, or a start that failed', 'crash-loop-app-error'],
  [255, 'exit with a number below 0 or above 255, or ssh that lost its connection', 'crash-loop-app-error'],
];

/** Numbers of Linux on x86 and ARM. */
const SIGNAL_NAMES: [number: number, name: string, means: string, fault?: 'fault'][] = [
  [1, 'SIGHUP', 'its terminal or parent went away'],
  [2, 'SIGINT', 'it was interrupted, as by Ctrl-C'],
  [3, 'SIGQUIT', 'it was told to quit and to dump'],
  [4, 'SIGILL', 'an instruction that the processor does not know', 'fault'],
  [5, 'SIGTRAP', 'a trap of a debugger or a runtime', 'fault'],
  [6, 'SIGABRT', 'it gave up by itself: a failed assertion, an allocator, an uncaught C++ exception', 'fault'],
  [7, 'SIGBUS', 'memory that cannot be reached: a truncated mapped file, a full /dev/shm', 'fault'],
  [8, 'SIGFPE', 'a division by zero', 'fault'],
  [9, 'SIGKILL', 'it was killed from outside: out of memory, a failed probe, the end of the grace period'],
  [10, 'SIGUSR1', 'a signal that the program does not handle'],
  [11, 'SIGSEGV', 'memory that is not its own (segmentation fault)', 'fault'],
  [12, 'SIGUSR2', 'a signal that the program does not handle'],
  [13, 'SIGPIPE', 'it wrote to a pipe that nobody reads'],
  [14, 'SIGALRM', 'its own timer ran out'],
  [15, 'SIGTERM', 'it was asked to end and did so'],
  [24, 'SIGXCPU', 'it used more CPU time than its ulimit'],
  [25, 'SIGXFSZ', 'it wrote a larger file than its ulimit'],
  [31, 'SIGSYS', 'a system call that seccomp forbids', 'fault'],
];

export const EXIT_CODES: ExitCode[] = [
  ...PLAIN.map(([code, means, category]) => ({ code, means, category })),
  ...SIGNAL_NAMES.map(([number, signal, means, fault]) => ({
    code: 128 + number,
    signal,
    means,
    fault: fault === 'fault',
    category: 'exit-code-signal' as const,
  })),
].sort((a, b) => a.code - b.code);

const BY_CODE = new Map(EXIT_CODES.map(each => [each.code, each]));

export function findExitCode(code: number): ExitCode | undefined {
  return BY_CODE.get(code);
}
