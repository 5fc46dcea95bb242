import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { eventMessage, eventStart, eventTime } from '../cluster/events';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { condition } from '../cluster/pods';
import { plural } from '../explain/words';
import { FindingDraft } from './Analyzer';
import { fromEvent } from './evidence';

/** One run that was cut off may have hung; the next one too, and it is the schedule. */
const ENOUGH = 2;

/**
 * With Replace, a run that is not done when the next one is due is deleted. Where that happens each time, nothing is ever
 * done, and no Job is left to show it: only the events of the CronJob tell.
 */
export function replacedRuns(
  cronJob: KubernetesObject,
  graph: ClusterGraph,
): (Pick<FindingDraft, 'confidence' | 'title' | 'rootCause'> & Partial<FindingDraft>) | undefined {
  const { metadata, spec, status } = cronJob;
  if (spec?.concurrencyPolicy !== 'Replace') return undefined;
  const events = graph.eventsOf(cronJob);
  const namesIn = (reason: string, pattern: RegExp) =>
    events
      .filter(event => event.reason === reason)
      .map(event => ({ event, job: pattern.exec(eventMessage(event))?.[1] }));
  // What is over and beyond the history limit is deleted too; that it was seen completed is said before.
  const completed = new Set(namesIn('SawCompletedJob', /^Saw completed job: ([^,\s]+)/).map(({ job }) => job));
  const replaced = namesIn('SuccessfulDelete', /^Deleted job (\S+)/).filter(({ job }) => job && !completed.has(job));
  const first = replaced.map(({ event }) => eventStart(event) ?? '').sort()[0] ?? '';
  const isDone =
    (status?.lastSuccessfulTime ?? '') >= first ||
    graph.childrenOf(cronJob).some(job => (condition(job, 'Complete')?.lastTransitionTime ?? '') >= first);
  if (replaced.length < ENOUGH || isDone) return undefined;
  const { name } = metadata;
  const newest = [...replaced].sort((a, b) => (eventTime(b.event) ?? '').localeCompare(eventTime(a.event) ?? ''));
  return {
    confidence: 0.93,
    title: `No run of CronJob ${name} gets done: each is replaced by the next`,
    rootCause: `CronJob ${name} is due at "${
      spec.schedule
    }" with concurrencyPolicy Replace, and its runs take longer than the time between two of them: ${plural(
      replaced.length,
      'run',
    )} in a row ${replaced.length === 1 ? 'was' : 'were'} deleted before completion when the next one started.`,
    explanation: `${
      status?.lastSuccessfulTime
        ? `The last run that completed did so at ${status.lastSuccessfulTime}.`
        : 'None is known to have completed.'
    } A deleted Job takes its pods and logs with it, so no failure is left to see.`,
    evidence: newest.slice(0, 3).map(({ event }) => fromEvent(event)),
    since: first,
    affects: graph.childrenOf(cronJob).map(refOf),
    fixes: [
      {
        type: 'advice',
        risk: 'MEDIUM',
        description: `Schedule CronJob ${name} less often than a run takes, or set concurrencyPolicy to Forbid so that a run is left to end`,
      },
      { type: 'inspect', what: 'events', target: refOf(cronJob), why: 'See which runs were deleted, and when' },
    ],
  };
}
