import { ClusterReader, ClusterReadError, LogOptions } from '../cluster/ClusterReader';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { LogBatch } from '../cluster/LogBatch';
import { ContainerView, lastTermination, Termination } from '../cluster/pods';
import { BlindSpot } from '../Diagnosis';
import { limitedLog, LogReading } from './limitedLog';
import { ListenAddress, notingAddresses } from './listenAddresses';
import { list } from '../explain/words';
import { LogClue, MinedLog, MiningContext } from './LogMiner';

/** The log of one run of one container, mined. */
export interface ContainerLog extends MinedLog {
  pod: KubernetesObject;
  container: string;
  previous: boolean;
  /** Where its program says that it listens. */
  listens: ListenAddress[];
}

export type MineLog = (batches: AsyncIterable<LogBatch>, context: MiningContext) => Promise<MinedLog>;

/** Names in one blind spot. */
const MAX_NAMED = 3;

/**
 * Reads the logs that analyzers ask for, each once, and mines them on the way; no log is kept.
 * What could not be read becomes a blind spot.
 */
export class LogBook {
  containers = 0;
  lines = 0;
  bytes = 0;
  private readonly mined = new Map<string, Promise<ContainerLog | undefined>>();
  private readonly unread: BlindSpot[] = [];

  constructor(
    private readonly reader: Pick<ClusterReader, 'logs'> | undefined,
    private readonly mine: MineLog,
    /** When the time for one log, which begins now, is over. */
    private readonly time: () => AbortSignal | undefined = () => undefined,
  ) {}

  /** What could not be read; replicas that fail alike are one entry. */
  get blindSpots(): BlindSpot[] {
    const byReason = new Map<string, string[]>();
    for (const { what, why } of this.unread) byReason.set(why, [...(byReason.get(why) ?? []), what]);
    return [...byReason].map(([why, names]) => {
      const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
      return { what: `logs of ${list(names.slice(0, MAX_NAMED))}${more}`, why };
    });
  }

  /** The log of the run that ended last, or of the present run when none has ended. */
  async ofLastEnd(pod: KubernetesObject, container: ContainerView): Promise<ContainerLog | undefined> {
    const ended = lastTermination(container);
    // Once a container has been started again, the log of the run that failed is the previous one.
    const previous = Boolean(ended) && Boolean(container.status.state?.running);
    const log = await this.read(
      pod,
      container.name,
      previous,
      { exited: Boolean(ended), exitCode: ended?.exitCode },
      ended,
    );
    // What the run before said is gone; what the present one says on its way to the same end is the next best.
    return log ?? (previous ? this.ofPresentRun(pod, container) : undefined);
  }

  ofPresentRun(pod: KubernetesObject, container: ContainerView): Promise<ContainerLog | undefined> {
    return this.read(pod, container.name, false, { exited: false });
  }

  private read(
    pod: KubernetesObject,
    container: string,
    previous: boolean,
    context: MiningContext,
    ended?: Termination,
  ) {
    const { namespace = 'default', name } = pod.metadata;
    const key = [namespace, name, container, previous, context.exited].join('/');
    let log = this.mined.get(key);
    if (!log) {
      log = this.load(pod, { namespace, pod: name, container, previous }, { ...context }, ended);
      this.mined.set(key, log);
    }
    return log;
  }

  private async load(
    pod: KubernetesObject,
    options: LogOptions,
    context: MiningContext,
    ended: Termination | undefined,
  ): Promise<ContainerLog | undefined> {
    const which = `container ${options.container} in pod ${options.pod}${options.previous ? ' (previous run)' : ''}`;
    const reading: LogReading = { lines: 0 };
    try {
      if (!this.reader) return undefined;
      const signal = this.time();
      const listens: ListenAddress[] = [];
      const log = limitedLog(this.reader.logs({ ...options, signal }), reading, context, signal);
      const mined = await this.mine(notingAddresses(log, listens), context);
      this.containers += 1;
      this.lines += mined.lines;
      this.bytes += mined.bytes;
      if (reading.cut) {
        this.unread.push({
          what: which,
          why: `Only its first ${reading.lines} lines were read. ${reading.cut.message} The line that tells the cause may come later.`,
        });
      }
      if (reading.gone && reading.lines === 0) {
        this.noteMissing(which, ended);
        return undefined;
      }
      return { ...mined, pod, container: options.container, previous: Boolean(options.previous), listens };
    } catch (error) {
      if (!(error instanceof ClusterReadError)) throw error;
      if (error.failure === 'not-found' || error.failure === 'invalid') this.noteMissing(which, ended);
      else this.unread.push({ what: which, why: `${error.message} The line that tells the cause may be there.` });
      return undefined;
    }
  }

  /** A container that never ran has no log, and that is no blind spot; one that ended had a log, and it is wanted. */
  private noteMissing(which: string, ended: Termination | undefined): void {
    if (!ended || !hasRun(ended)) return;
    this.unread.push({
      what: which,
      why: `The cluster no longer has the log of the run that ended with exit code ${ended.exitCode}. The line that tells the cause may have been there.`,
    });
  }
}

/** The runtime reports an end too where a process could not be started; nothing was there to write a log. */
function hasRun({ reason, exitCode }: Termination): boolean {
  return reason !== 'StartError' && reason !== 'ContainerCannotRun' && !(exitCode === 128 && reason !== 'Error');
}

/** Below this weight a line is only loud: it may accompany a finding but never make one. */
export const DECISIVE = 0.5;

/** The line that tells the cause, if one does. */
export function decisiveClue(log: ContainerLog | undefined): LogClue | undefined {
  return log?.clues.find(clue => !clue.recovered && clue.weight >= DECISIVE);
}
