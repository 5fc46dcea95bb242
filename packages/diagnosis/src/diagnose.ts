import { AnalysisContext, Analyzer, FindingDraft } from './analyzers/Analyzer';
import { ANALYZERS } from './analyzers';
import { withContradictions } from './analyzers/contradictions/withContradictions';
import { correlate, dropIdleFacts } from './causes/correlate';
import { fold } from './causes/fold';
import { rank } from './causes/rank';
import { relevantCauses } from './causes/relevance';
import { ClusterGraph } from './cluster/ClusterGraph';
import { ClusterReader } from './cluster/ClusterReader';
import { readWithCallees } from './cluster/readWithCallees';
import { resolveScope } from './cluster/Scope';
import { classifyText } from './classify/classifyText';
import { BlindSpot, Diagnosis, DiagnosisRequest, RelatedRunbook } from './Diagnosis';
import { adviceFacts, AdviceFacts, explain } from './explain/explain';
import { LogBook } from './logs/LogBook';
import { mineLog } from './logs/mineLog';
import { Stopwatch } from './Stopwatch';

/** Finds the team's own runbooks for a failure; an empty list when none fits. */
export type Advisor = (facts: AdviceFacts) => Promise<RelatedRunbook[]>;

/** A step that has ended, in words for a person who waits: "read 212 objects". */
export type ProgressListener = (step: { name: string; message: string }) => void;

export interface DiagnoseOptions {
  /** Absent: only the pasted text is judged. */
  reader?: ClusterReader;
  analyzers?: Analyzer[];
  advise?: Advisor;
  onProgress?: ProgressListener;
  signal?: AbortSignal;
}

/**
 * Finds the root cause. Texts of the request are expected to be redacted already; what the reader hands out is.
 *
 * Never throws because a cluster is unreachable or refuses: what could not be read stands in `blindSpots`.
 */
export async function diagnose(request: DiagnosisRequest, options: DiagnoseOptions): Promise<Diagnosis> {
  const { reader, analyzers = ANALYZERS, advise, onProgress, signal } = options;
  const watch = new Stopwatch(onProgress);
  const classification = request.errorMessage ? classifyText(request.errorMessage) : undefined;

  const read = reader
    ? await readWithCallees(reader, request, signal)
    : { objects: [], blindSpots: [], namespaces: [], unread: new Set<string>() };
  const now = reader ? await reader.now() : new Date();
  watch.lap('read', `read ${read.objects.length} objects`);

  const graph = new ClusterGraph(read.objects, read.unread);
  const scope = resolveScope(request, graph, read.unread);
  const logs = new LogBook(reader, mineLog, signal);
  const { drafts, failures } = await analyze(analyzers, { graph, scope, now, logs });
  watch.lap('analyze', `${drafts.length} observations, ${logs.lines} log lines of ${logs.containers} containers`);

  const causes = relevantCauses(
    dropIdleFacts(correlate(withContradictions(fold(drafts), graph), graph), scope, graph),
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

  diagnosis.relatedRunbooks = advise ? worthShowing(await advise(adviceFacts(diagnosis, request))) : [];
  watch.lap('advise', `${diagnosis.relatedRunbooks.length} runbooks`);
  return { ...diagnosis, timings: watch.laps };
}

/** A second runbook is worth its place when it fits nearly as well as the first. */
const NEARLY = 0.7;

function worthShowing(runbooks: RelatedRunbook[]): RelatedRunbook[] {
  const best = Math.max(0, ...runbooks.map(({ relevanceScore }) => relevanceScore));
  return runbooks.filter(({ relevanceScore }) => relevanceScore >= best * NEARLY);
}

/** One analyzer that trips over an object it did not expect must not cost the answers of the others. */
async function analyze(
  analyzers: Analyzer[],
  context: AnalysisContext,
): Promise<{ drafts: FindingDraft[]; failures: BlindSpot[] }> {
  const failures: BlindSpot[] = [];
  const results = await Promise.all(
    analyzers.map(async analyzer => {
      try {
        return await analyzer.analyze(context);
      } catch (error) {
        failures.push({
          what: `analyzer ${analyzer.name}`,
          why: `It failed on what it read: ${
            error instanceof Error ? error.message : error
          }. What it looks for may be there.`,
        });
        return [];
      }
    }),
  );
  return { drafts: results.flat(), failures };
}
