import { ClusterReader, ClusterReadError } from '../cluster/ClusterReader';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { ContainerView, lastTermination } from '../cluster/pods';
import { BlindSpot } from '../Diagnosis';
import { ListenAddress, notingAddresses } from './listenAddresses';
import { LogClue, MinedLog, MiningContext } from './LogMiner';

/** The log of one run of one container, mined. */
export interface ContainerLog extends MinedLog {
  pod: KubernetesObject;
  container: string;
  previous: boolean;
  /** Where its program says that it listens. */
  listens: ListenAddress[];
}

export type MineLog = (batches: AsyncIterable<string[]>, context: MiningContext) => Promise<MinedLog>;

/**
 * Reads the logs that analyzers ask for, each once, and mines them on the way; no log is kept.
 * What could not be read becomes a blind spot.
 */
export class LogBook {
  readonly blindSpots: BlindSpot[] = [];
  containers = 0;
  lines = 0;
  bytes = 0;
  private readonly mined = new Map<string, Promise<ContainerLog | undefined>>();

  constructor(
    private readonly reader: Pick<ClusterReader, 'logs'> | undefined,
    private readonly mine: MineLog,
    private readonly signal?: AbortSignal,
  ) {}

  /** The log of the run that ended last, or of the present run when none has ended. */
  ofLastEnd(pod: KubernetesObject, container: ContainerView): Promise<ContainerLog | undefined> {
    const ended = lastTermination(container);
    // Once a container has been started again, the log of the run that failed is the previous one.
    const previous = Boolean(ended) && Boolean(container.status.state?.running);
    return this.read(pod, container.name, previous, { exited: Boolean(ended), exitCode: ended?.exitCode });
  }

  ofPresentRun(pod: KubernetesObject, container: ContainerView): Promise<ContainerLog | undefined> {
    return this.read(pod, container.name, false, { exited: false });
  }

  private read(pod: KubernetesObject, container: string, previous: boolean, context: MiningContext) {
    const { namespace = 'default', name } = pod.metadata;
    const key = [namespace, name, container, previous, context.exited].join('/');
    let log = this.mined.get(key);
    if (!log) {
      log = this.load(pod, { namespace, pod: name, container, previous, signal: this.signal }, context);
      this.mined.set(key, log);
    }
    return log;
  }

  private async load(
    pod: KubernetesObject,
    options: Parameters<ClusterReader['logs']>[0],
    context: MiningContext,
  ): Promise<ContainerLog | undefined> {
    try {
      if (!this.reader) return undefined;
      const listens: ListenAddress[] = [];
      const mined = await this.mine(notingAddresses(this.reader.logs(options), listens), context);
      this.containers += 1;
      this.lines += mined.lines;
      this.bytes += mined.bytes;
      return { ...mined, pod, container: options.container, previous: Boolean(options.previous), listens };
    } catch (error) {
      if (!(error instanceof ClusterReadError)) throw error;
      // A container that never ran has no log: that is no blind spot.
      if (error.failure !== 'not-found' && error.failure !== 'invalid') {
        this.blindSpots.push({
          what: `logs of container ${options.container} in pod ${options.pod}`,
          why: `${error.message} The line that tells the cause may be there.`,
        });
      }
      return undefined;
    }
  }
}

/** Below this weight a line is only loud: it may accompany a finding but never make one. */
export const DECISIVE = 0.5;

/** The line that tells the cause, if one does. */
export function decisiveClue(log: ContainerLog | undefined): LogClue | undefined {
  return log?.clues.find(clue => !clue.recovered && clue.weight >= DECISIVE);
}
