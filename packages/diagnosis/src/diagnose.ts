import { AnalysisContext, Analyzer, FindingDraft } from './analyzers/Analyzer';
import { ANALYZERS } from './analyzers';
import { followCalls } from './analyzers/followCalls';
import { withContradictions } from './analyzers/contradictions/withContradictions';
import { correlate, dropIdleFacts } from './causes/correlate';
import { dropAnswered } from './causes/dropAnswered';
import { fold } from './causes/fold';
import { rank } from './causes/rank';
import { relevantCauses } from './causes/relevance';
import { ClusterGraph } from './cluster/ClusterGraph';
import { ClusterReader, ClusterReadError } from './cluster/ClusterReader';
import { readWithCallees } from './cluster/readWithCallees';
import { resolveScope } from './cluster/Scope';
import { classifyText } from './classify/classifyText';
import { BlindSpot, Diagnosis, DiagnosisRequest, RelatedRunbook } from './Diagnosis';
import { adviceFacts, AdviceFacts, explain } from './explain/explain';
import { LogBook } from './logs/LogBook';
import { mineLog } from './logs/mineLog';
import { logCatalog } from './logs/signatures/logCatalog';
import { Signature } from './logs/signatures/Signature';
import { Stopwatch } from './Stopwatch';
import { OutOfTime, seconds, TimeBudget, untilAborted } from './TimeBudget';

/** Finds the team's own runbooks for a failure; an empty list when none fits. */
export type Advisor = (facts: AdviceFacts) => Promise<RelatedRunbook[]>;

/** A step that has ended, in words for a person who waits: "read 212 objects". */
export type ProgressListener = (step: { name: string; message: string }) => void;

export interface DiagnoseOptions {
  /** Absent: only the pasted text is judged. */
  reader?: ClusterReader;
  analyzers?: Analyzer[];
  advise?: Advisor;
  /** Of the configuration, see `parseSignatures`; they go before those of the engine. */
  signatures?: readonly Signature[];
  onProgress?: ProgressListener;
  /**
   * Milliseconds until there is an answer, by default 20,000. What could not be read by then stands in `blindSpots`.
   */
  timeout?: number;
  /** Aborting it rejects the diagnosis with the signal's reason, and ends all reading. */
  signal?: AbortSignal;
}

/** Milliseconds; a person who waits longer has gone to look for themselves. */
const DEFAULT_TIMEOUT = 20_000;
/** Parts of the whole time, since its start, by which each step has to be done. */
const READ_BY = 0.6;
const LOGS_BY = 0.8;
const ANALYZED_BY = 0.9;
/** Part of the whole time that one log may take, so that an endless one leaves time for the others. */
const ONE_LOG = 0.4;

/**
 * Finds the root cause. Texts of the request are expected to be redacted already; what the reader hands out is.
 *
 * Never throws because a cluster is unreachable, slow or refuses: what could not be read stands in `blindSpots`.
 */
export async function diagnose(request: DiagnosisRequest, options: DiagnoseOptions): Promise<Diagnosis> {
  options.signal?.throwIfAborted();
  const budget = new TimeBudget(options.timeout ?? DEFAULT_TIMEOUT, options.signal);
  try {
    return await diagnoseWithin(budget, request, options);
  } finally {
    budget.close();
  }
}

const CALLS = { name: 'calls', sees: 'Logs of what a failing call leads to.' };

async function diagnoseWithin(
  budget: TimeBudget,
  request: DiagnosisRequest,
  { reader, analyzers = ANALYZERS, advise, signatures, onProgress, timeout = DEFAULT_TIMEOUT, signal }: DiagnoseOptions,
): Promise<Diagnosis> {
  const watch = new Stopwatch(onProgress);
  const classification = request.errorMessage ? classifyText(request.errorMessage, signatures) : undefined;

  const reading = budget.until(READ_BY);
  const read = reader
    ? await readWithCallees(reader, request, reading)
    : { objects: [], blindSpots: [], namespaces: [], unread: new Set<string>() };
  const now = reader ? await clockOf(reader, reading) : new Date();
  watch.lap('read', `read ${read.objects.length} objects`);

  const graph = new ClusterGraph(read.objects, read.unread);
  const scope = resolveScope(request, graph, read.unread);
  const logs = new LogBook(
    reader,
    (batches, context) => mineLog(batches, context, logCatalog(signatures)),
    () => budget.until(LOGS_BY, timeout * ONE_LOG),
  );
  const context = { graph, scope, now, logs };
  const analyzing = budget.until(ANALYZED_BY);
  const { drafts, failures } = await analyze(analyzers, context, analyzing);
  const called = analyzing.aborted
    ? { drafts: [], failures: [] }
    : await analyze([{ ...CALLS, analyze: () => followCalls(drafts, context) }], context, analyzing);
  drafts.push(...called.drafts);
  failures.push(...called.failures);
  signal?.throwIfAborted();
  watch.lap('analyze', `${drafts.length} observations, ${logs.lines} log lines of ${logs.containers} containers`);

  const causes = relevantCauses(
    dropIdleFacts(correlate(withContradictions(fold(dropAnswered(drafts, graph)), graph), graph), scope, graph),
    scope,
    graph,
  );
  const ranked = rank(causes, scope, graph);
  watch.lap('correlate', `${ranked.length} findings`);

  const blindSpots = [...read.blindSpots, ...logs.blindSpots, ...failures];
  const diagnosis = explain({
    request,
    cluster: reader?.cluster,
    namespaces: read.namespaces,
    scope,
    graph,
    causes,
    ranked,
    now,
    logs,
    blindSpots,
    classification,
  });
  watch.lap('explain', diagnosis.rootCause);

  if (advise) {
    try {
      const runbooks = await untilAborted(advise(adviceFacts(diagnosis, request)), budget.until(1));
      diagnosis.relatedRunbooks = worthShowing(runbooks);
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      diagnosis.blindSpots.push({ what: 'runbooks', why: `${error.message} One may fit this failure.` });
    }
  }
  watch.lap('advise', `${diagnosis.relatedRunbooks.length} runbooks`);
  return { ...diagnosis, timings: watch.laps };
}

/** The cluster's clock, or ours when it does not answer. */
async function clockOf(reader: ClusterReader, signal: AbortSignal): Promise<Date> {
  try {
    const now = await untilAborted(reader.now(), signal);
    return Number.isNaN(now.getTime()) ? new Date() : now;
  } catch (error) {
    if (error instanceof ClusterReadError) return new Date();
    throw error;
  }
}

/** A second runbook is worth its place when it fits nearly as well as the first. */
const NEARLY = 0.7;

function worthShowing(runbooks: RelatedRunbook[]): RelatedRunbook[] {
  const best = Math.max(0, ...runbooks.map(({ relevanceScore }) => relevanceScore));
  return runbooks.filter(({ relevanceScore }) => relevanceScore >= best * NEARLY);
}

/** One analyzer that trips over an object it did not expect, or never ends, must not cost the answers of the others. */
async function analyze(
  analyzers: Analyzer[],
  context: AnalysisContext,
  signal: AbortSignal,
): Promise<{ drafts: FindingDraft[]; failures: BlindSpot[] }> {
  const failures: BlindSpot[] = [];
  const results = await Promise.all(
    analyzers.map(async analyzer => {
      try {
        return await untilAborted(Promise.resolve(analyzer.analyze(context)), signal);
      } catch (error) {
        failures.push({
          what: `analyzer ${analyzer.name}`,
          why: `${failureOf(error)} What it looks for may be there.`,
        });
        return [];
      }
    }),
  );
  return { drafts: results.flat(), failures };
}

function failureOf(error: unknown): string {
  if (error instanceof OutOfTime) return `It did not finish within ${seconds(error.milliseconds)} s.`;
  return `It failed on what it read: ${error instanceof Error ? error.message : error}.`;
}
