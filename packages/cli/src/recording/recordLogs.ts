import { UnreadablePart } from '@triage/cluster-replay';
import { ClusterReader, KubernetesObject } from '@triage/diagnosis';
import { allSettled } from './allSettled';
import { ByteBudget } from './ByteBudget';
import { KeptLog } from './KeptLog';
import { RecordingFolder } from './RecordingFolder';
import { RecordingProgress } from './RecordingProgress';
import { refusalOf } from './recordObjects';

export interface RecordLogsOptions {
  reader: ClusterReader;
  folder: RecordingFolder;
  pods: KubernetesObject[];
  maxLogBytes: number;
  maxBytes: number;
  progress: RecordingProgress;
  signal?: AbortSignal;
}

/** Logs in flight. */
const STREAMS = 8;
/** A rest smaller than this (bytes) is no log. */
const WORTHWHILE = 4_096;

interface LogRef {
  namespace: string;
  pod: string;
  container: string;
  previous: boolean;
}

/** Writes the logs of all containers that ran, present and previous run, those of pods that are not well first. */
export async function recordLogs(options: RecordLogsOptions): Promise<{ count: number; unreadable: UnreadablePart[] }> {
  const { folder, pods, maxBytes, progress } = options;
  const wanted = pods
    .map(pod => ({ pod, unwell: isUnwell(pod) }))
    .sort((a, b) => Number(b.unwell) - Number(a.unwell))
    .flatMap(({ pod }) => logsOf(pod));
  const budget = new ByteBudget(maxBytes - (await folder.size()));
  const unreadable: UnreadablePart[] = [];
  let next = 0;
  let done = 0;
  let count = 0;
  const work = async () => {
    while (next < wanted.length) {
      const ref = wanted[next];
      next += 1;
      const refused = unreadable.some(part => part.namespace === ref.namespace && part.code === 403);
      const outcome = refused ? undefined : await recordLog(ref, budget, options);
      if (outcome === 'written') count += 1;
      else if (outcome) {
        unreadable.push(outcome);
        progress.note(outcome.message);
      }
      done += 1;
      progress.step(`${ref.namespace}/${ref.pod}`, {
        done,
        total: wanted.length,
        unit: 'logs',
        quiet: done % 25 !== 0,
      });
    }
  };
  await allSettled(Array.from({ length: STREAMS }, work));
  return { count, unreadable };
}

async function recordLog(
  ref: LogRef,
  budget: ByteBudget,
  { reader, folder, maxLogBytes, signal }: RecordLogsOptions,
): Promise<'written' | UnreadablePart | undefined> {
  const file = `logs/${ref.namespace}/${ref.pod}/${ref.container}${ref.previous ? '.previous' : ''}.log`;
  if (await folder.has(file)) {
    return 'written';
  }
  const room = await budget.take(maxLogBytes);
  let used = 0;
  try {
    if (room < Math.min(WORTHWHILE, maxLogBytes)) {
      await folder.noteCut({ file, kept: 0 });
      return undefined;
    }
    const log = new KeptLog(room);
    for await (const lines of reader.logs({ ...ref, signal })) {
      log.push(lines);
    }
    const text = log.toString();
    used = Buffer.byteLength(text);
    if (log.isCut) {
      await folder.noteCut({ file, bytes: log.bytes, kept: used });
    }
    await folder.writeText(file, text);
    return 'written';
  } catch (error) {
    const refusal = refusalOf(error, 'v1', 'pods/log', ref.namespace, ref.pod);
    // who may not read one log of a namespace may read none of them
    return refusal?.code === 403 ? { ...refusal, name: undefined } : refusal;
  } finally {
    budget.settle(room, used);
  }
}

/** A name that could lead out of the folder is none that Kubernetes gives. */
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

function logsOf(pod: KubernetesObject): LogRef[] {
  const { namespace = '', name } = pod.metadata;
  return statusesOf(pod)
    .filter(status => [namespace, name, status.name].every(part => SAFE_NAME.test(part)))
    .filter(({ containerID, lastState }) => containerID || lastState?.terminated)
    .flatMap(({ name: container, restartCount }) => [
      { namespace, pod: name, container, previous: false },
      ...(restartCount > 0 ? [{ namespace, pod: name, container, previous: true }] : []),
    ]);
}

function isUnwell(pod: KubernetesObject): boolean {
  return (
    !['Running', 'Succeeded'].includes(pod.status?.phase) ||
    statusesOf(pod).some(({ ready, restartCount, state }) => restartCount > 0 || (!ready && !state?.terminated))
  );
}

function statusesOf({ status }: KubernetesObject): any[] {
  return [status?.initContainerStatuses, status?.containerStatuses, status?.ephemeralContainerStatuses].flatMap(list =>
    Array.isArray(list) ? list : [],
  );
}
