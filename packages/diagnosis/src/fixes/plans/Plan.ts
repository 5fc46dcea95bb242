import { EvidenceDraft, FindingDraft } from '../../analyzers/Analyzer';
import { ClusterGraph } from '../../cluster/ClusterGraph';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { asArray } from '../../cluster/pods';
import { ContainerRef, FixAction } from '../FixAction';
import { refOf } from '../../cluster/ClusterGraph';

/** A fix whose value is known from objects, with the object that it is known from. */
export interface PlannedFix {
  action: FixAction;
  proof?: EvidenceDraft;
}

/** What a plan may look at. It only proposes what the objects prove; in doubt it proposes nothing. */
export interface PlanContext {
  finding: FindingDraft;
  graph: ClusterGraph;
  /** What the finding blames, when it was read. */
  object?: KubernetesObject;
  /** The container that the finding speaks of, as the pod template has it. */
  container?: TemplateContainer;
  /** All that the finding says, for names that stand in it. */
  text: string;
}

export interface TemplateContainer {
  spec: any;
  index: number;
  ref: ContainerRef;
}

export type Plan = (context: PlanContext) => PlannedFix[];

export function planContext(finding: FindingDraft, graph: ClusterGraph): PlanContext {
  const object = graph.find(finding.resource);
  return {
    finding,
    graph,
    object,
    container: object && containerOf(object, finding.container, graph),
    text: [finding.rootCause, finding.explanation, ...finding.evidence.map(({ text }) => text)].join('\n'),
  };
}

/** All containers of a template, with what a fix needs to name one. */
export function templateContainers(workload: KubernetesObject, graph: ClusterGraph): TemplateContainer[] {
  const spec = graph.templateOf(workload).spec ?? {};
  const of = (list: unknown, init: boolean) =>
    asArray(list).map((each, index) => ({
      spec: each,
      index,
      ref: { workload: refOf(workload), container: String(each.name ?? ''), ...(init ? { init } : {}) },
    }));
  return [...of(spec.containers, false), ...of(spec.initContainers, true)];
}

function containerOf(
  workload: KubernetesObject,
  name: string | undefined,
  graph: ClusterGraph,
): TemplateContainer | undefined {
  const containers = templateContainers(workload, graph);
  const main = containers.filter(({ ref }) => !ref.init);
  if (name === undefined) return main.length === 1 ? main[0] : undefined;
  return containers.find(({ ref }) => ref.container === name);
}
