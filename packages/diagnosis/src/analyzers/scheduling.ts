import { refOf } from '../cluster/ClusterGraph';
import { eventMessage } from '../cluster/events';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, condition } from '../cluster/pods';
import { formatBytes, formatCores, parseQuantity } from '../cluster/quantity';
import { describeLabels } from '../cluster/selectors';
import { list, plural } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromEvent, fromObject } from './evidence';
import { livePods, severityFor } from './failingPods';

/** Pods that the scheduler finds no node for: what they ask, what the nodes have, and what does not match. */
export const scheduling: Analyzer = {
  name: 'scheduling',
  sees: 'Pending pods: the scheduler’s sentence, set against requests, free room, labels and taints of the nodes.',
  analyze(context) {
    return livePods(context.graph)
      .filter(pod => pod.status?.phase === 'Pending' && condition(pod, 'PodScheduled')?.status === 'False')
      .flatMap(pod => describe(pod, context));
  },
};

function describe(pod: KubernetesObject, context: AnalysisContext): FindingDraft[] {
  const { graph } = context;
  const scheduled = condition(pod, 'PodScheduled');
  const event = graph.eventsOf(pod).find(candidate => candidate.reason === 'FailedScheduling');
  const message = String(scheduled?.message ?? (event ? eventMessage(event) : ''));
  if (scheduled?.reason === 'SchedulingGated') return [];
  const workload = graph.workloadOf(pod);
  const resource = refOf(workload);
  const base = {
    severity: severityFor(workload, graph),
    resource,
    since: pod.metadata.creationTimestamp,
    evidence: [
      ...(event ? [fromEvent(event)] : []),
      ...(message && !event ? [fromObject(pod, `PodScheduled: False, ${scheduled?.reason}: ${message}`)] : []),
      ...graph
        .eventsOf(pod)
        .filter(candidate => candidate.reason === 'NotTriggerScaleUp')
        .slice(0, 1)
        .map(fromEvent),
    ],
  };
  const claims = asArray(pod.spec?.volumes).flatMap(volume =>
    volume.persistentVolumeClaim ? [volume.persistentVolumeClaim.claimName] : [],
  );
  if (
    /unbound immediate PersistentVolumeClaims|persistentvolumeclaim "[^"]*" not found|volume node affinity conflict|bind/i.test(
      message,
    ) &&
    !/Insufficient/.test(message)
  ) {
    const affinity = /volume node affinity conflict/i.test(message);
    return [
      {
        ...base,
        category: affinity ? 'unschedulable-constraints' : 'pvc-pending',
        confidence: 0.8,
        title: `${resource.name} is Pending: its volume is not available`,
        rootCause: affinity
          ? `Pod ${pod.metadata.name} cannot be scheduled: its volume lives on a node or in a zone where the pod may not run.`
          : `Pod ${pod.metadata.name} waits for PersistentVolumeClaim ${list(claims)}, which is not bound.`,
        explanation: `The scheduler says: ${message}`,
        blames: claims.map(name => ({ kind: 'PersistentVolumeClaim', namespace: pod.metadata.namespace, name })),
        fixes: [{ type: 'inspect', what: 'describe', target: refOf(pod), why: 'See what the scheduler says' }],
      },
    ];
  }
  const lacking = [...message.matchAll(/Insufficient ([\w/-]+(?:\.[\w/-]+)*)/g)].map(match => match[1]);
  const constraints = constraintsOf(pod, message, context);
  // When room and constraints are both named, the one that excludes every node by itself decides.
  if (lacking.length > 0 && !constraints.excludesAll) {
    const rooms = [...new Set(lacking)].map(name => roomFor(name, pod, context));
    return [
      {
        ...base,
        category: 'unschedulable-resources',
        confidence: 0.95,
        title: `${resource.name} is Pending: no node has room for its ${list([...new Set(lacking)])} request`,
        rootCause: `No node can take pod ${pod.metadata.name}: ${rooms.map(room => room.sentence).join('; ')}.`,
        explanation: `The scheduler says: ${message}`,
        evidence: [
          ...base.evidence,
          fromObject(pod, `requests: ${rooms.map(room => room.request).join(', ')}`),
          ...rooms.flatMap(room => room.evidence),
        ],
        fixes: [
          {
            type: 'advice',
            risk: 'MEDIUM',
            description: rooms.some(room => room.neverFits)
              ? `Lower the ${list([...new Set(lacking)])} request of ${resource.kind} ${
                  resource.name
                }: no node is that large, so waiting does not help`
              : `Lower the request, free room on the nodes, or add a node`,
            changes: 'The pod template: one rollout.',
          },
          {
            type: 'inspect',
            what: 'describe',
            target: refOf(pod),
            why: 'See the requests and what the scheduler says',
          },
        ],
      },
    ];
  }
  return [
    {
      ...base,
      category: 'unschedulable-constraints',
      confidence: constraints.sentences.length > 0 ? 0.95 : 0.7,
      title: `${resource.name} is Pending: ${constraints.short ?? 'no node satisfies its constraints'}`,
      rootCause:
        constraints.sentences.length > 0
          ? `Pod ${pod.metadata.name} fits on no node: ${constraints.sentences.join('; ')}.`
          : `Pod ${pod.metadata.name} fits on no node: ${message || 'the scheduler gives no reason'}.`,
      explanation: `The scheduler says: ${message}`,
      evidence: [...base.evidence, ...constraints.evidence],
      fixes: [
        ...(constraints.cordoned
          ? [{ type: 'uncordon' as const, node: { kind: 'Node', name: constraints.cordoned } }]
          : []),
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Change the constraint of ${resource.kind} ${resource.name}, or give a node what it asks for`,
          changes: 'The pod template or a node.',
        },
      ],
    },
  ];
}

interface Room {
  sentence: string;
  request: string;
  neverFits: boolean;
  evidence: ReturnType<typeof fromObject>[];
}

function roomFor(name: string, pod: KubernetesObject, { graph }: AnalysisContext): Room {
  const wanted = requestOf(pod, name);
  const format = formatOf(name);
  const cores = wanted === 1 ? ' core' : ' cores';
  const unit = name === 'cpu' ? cores : '';
  const nodes = graph.all('Node').map(node => {
    const allocatable = parseQuantity(node.status?.allocatable?.[name]) ?? 0;
    const used = graph
      .all('Pod')
      .filter(
        other => other.spec?.nodeName === node.metadata.name && !['Succeeded', 'Failed'].includes(other.status?.phase),
      )
      .reduce((sum, other) => sum + requestOf(other, name), 0);
    return { node, allocatable, free: allocatable - used };
  });
  const largest = nodes.sort((a, b) => b.allocatable - a.allocatable)[0];
  const request = `${name}: ${format(wanted)}${unit}`;
  if (!largest)
    return {
      sentence: `it requests ${request}, and no node is known that has it`,
      request,
      neverFits: false,
      evidence: [],
    };
  const neverFits = largest.allocatable < wanted;
  const mostFree = [...nodes].sort((a, b) => b.free - a.free)[0];
  return {
    request,
    neverFits,
    sentence: neverFits
      ? `it requests ${name} ${format(wanted)}${unit}, and the largest of ${plural(nodes.length, 'node')} has ${format(
          largest.allocatable,
        )}`
      : `it requests ${name} ${format(wanted)}${unit}, and of ${plural(
          nodes.length,
          'node',
        )} the one with most room has ${format(Math.max(0, mostFree.free))} of ${format(mostFree.allocatable)} free`,
    evidence: nodes
      .slice(0, 3)
      .map(({ node, allocatable, free }) =>
        fromObject(
          node,
          `allocatable ${name}: ${format(allocatable)}, not requested by the pods that were read: ${format(
            Math.max(0, free),
          )}`,
        ),
      ),
  };
}

function formatOf(name: string): (amount: number) => string {
  if (name === 'cpu') return formatCores;
  return name === 'memory' || name === 'ephemeral-storage' ? formatBytes : String;
}

/** What a pod requests in all, as the scheduler counts: containers together, or its largest init container. */
function requestOf(pod: KubernetesObject, name: string): number {
  if (name === 'pods') return 1;
  const of = (container: any) =>
    parseQuantity(container?.resources?.requests?.[name] ?? container?.resources?.limits?.[name]) ?? 0;
  const main = asArray(pod.spec?.containers).reduce((sum, container) => sum + of(container), 0);
  const init = Math.max(0, ...asArray(pod.spec?.initContainers).map(of));
  return Math.max(main, init) + (parseQuantity(pod.spec?.overhead?.[name]) ?? 0);
}

/** How many pods and how many places: one pod a node does not fit when there are more pods than nodes. */
function spreadOver(pod: KubernetesObject, graph: AnalysisContext['graph']): string {
  const [term] = asArray(pod.spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution);
  const key = term?.topologyKey;
  const nodes = graph.all('Node');
  if (typeof key !== 'string' || nodes.length === 0) return '';
  const places = new Set(
    nodes.map(node => node.metadata.labels?.[key] ?? (key === 'kubernetes.io/hostname' ? node.metadata.name : '')),
  );
  places.delete('');
  const workload = graph.workloadOf(pod);
  const replicas = workload.spec?.replicas;
  return `: at most one for each ${key}, of which there ${places.size === 1 ? 'is 1' : `are ${places.size}`}${
    replicas === undefined
      ? ''
      : `, and ${workload.kind} ${workload.metadata.name} wants ${plural(replicas, 'replica')}`
  }`;
}

interface Constraints {
  sentences: string[];
  evidence: ReturnType<typeof fromObject>[];
  short?: string;
  excludesAll: boolean;
  cordoned?: string;
}

function constraintsOf(pod: KubernetesObject, message: string, { graph }: AnalysisContext): Constraints {
  const nodes = graph.all('Node');
  const result: Constraints = { sentences: [], evidence: [], excludesAll: false };
  const selector: Record<string, string> = pod.spec?.nodeSelector ?? {};
  for (const [key, value] of Object.entries(selector)) {
    if (nodes.some(node => node.metadata.labels?.[key] === value)) continue;
    const values = [...new Set(nodes.map(node => node.metadata.labels?.[key]).filter(Boolean))];
    result.sentences.push(
      `its nodeSelector asks for a node labelled ${key}=${value}, and no node has that label${
        values.length > 0 ? ` (there is ${values.map(other => `${key}=${other}`).join(', ')})` : ''
      }`,
    );
    result.short ??= `no node has the label ${key}=${value}`;
    result.excludesAll = nodes.length > 0;
  }
  const terms = asArray(
    pod.spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms,
  );
  if (terms.length > 0 && /affinity\/selector/.test(message) && result.sentences.length === 0) {
    const wanted = terms
      .map(term =>
        asArray(term.matchExpressions)
          .map(each => `${each.key} ${each.operator} ${asArray(each.values).join(', ')}`.trim())
          .join(' and '),
      )
      .join(', or ');
    result.sentences.push(`its node affinity asks for a node with the labels ${wanted}, and no node matches`);
    result.short ??= 'no node matches its node affinity';
    result.excludesAll = /^0\/(\d+) nodes are available: \1 node\(s\) didn't match Pod's node affinity/.test(message);
  }
  for (const match of message.matchAll(/untolerated taint(?:\(s\))? \{([^}]*)\}/g)) {
    result.sentences.push(`it does not tolerate the taint ${match[1].trim().replace(/: ?$/, '')} of a node`);
    result.short ??= 'it does not tolerate the taint of a node';
  }
  const cordoned = nodes.find(node => node.spec?.unschedulable);
  if (cordoned && /unschedulable/.test(message)) {
    result.sentences.push(`node ${cordoned.metadata.name} is cordoned (unschedulable)`);
    result.short ??= `node ${cordoned.metadata.name} is cordoned`;
    result.cordoned = cordoned.metadata.name;
  }
  if (/pod anti-affinity/.test(message)) {
    result.sentences.push(
      `its pod anti-affinity forbids every node where a pod like it already runs${spreadOver(pod, graph)}`,
    );
    result.short ??= 'its anti-affinity leaves no node';
  }
  if (/pod affinity rules/.test(message)) {
    result.sentences.push('its pod affinity asks for a node with a pod that is not there');
    result.short ??= 'its pod affinity finds no pod';
  }
  if (/topology spread/.test(message)) {
    const constraints = asArray(pod.spec?.topologySpreadConstraints).filter(
      each => each.whenUnsatisfiable !== 'ScheduleAnyway',
    );
    const wanted = constraints.map(({ topologyKey, maxSkew }) => {
      const domains = new Set(nodes.map(node => node.metadata.labels?.[topologyKey]).filter(Boolean));
      return `${topologyKey} with maxSkew ${maxSkew}, and the nodes have ${
        domains.size === 0 ? 'no such label' : plural(domains.size, 'value')
      } of it`;
    });
    result.sentences.push(
      `its topologySpreadConstraints leave no node or zone${wanted.length > 0 ? ` (${list(wanted)})` : ''}`,
    );
    result.short ??= 'its topology spread leaves no node';
  }
  if (/free ports/.test(message)) {
    const ports = asArray(pod.spec?.containers).flatMap(container =>
      asArray(container.ports).flatMap(port => (port.hostPort ? [port.hostPort] : [])),
    );
    const holders = graph
      .all('Pod')
      .filter(
        other =>
          other !== pod &&
          other.spec?.nodeName &&
          !['Succeeded', 'Failed'].includes(other.status?.phase) &&
          asArray(other.spec?.containers).some(container =>
            asArray(container.ports).some(port => ports.includes(port.hostPort)),
          ),
      );
    const taken = holders.slice(0, 3).map(other => `${other.metadata.name} on ${other.spec.nodeName}`);
    result.sentences.push(
      `its host port ${ports.join(', ')} is already in use on every node${
        taken.length > 0 ? ` (by ${list(taken)})` : ''
      }`,
    );
    result.evidence.push(
      ...holders
        .slice(0, 2)
        .map(other => fromObject(other, `hostPort ${ports.join(', ')} on node ${other.spec.nodeName}`)),
    );
    result.short ??= `host port ${ports.join(', ')} is in use`;
  }
  if (result.sentences.length > 0) {
    if (Object.keys(selector).length > 0)
      result.evidence.push(fromObject(pod, `nodeSelector: ${describeLabels(selector)}`));
    const own = (node: KubernetesObject) =>
      Object.fromEntries(Object.entries(node.metadata.labels ?? {}).filter(([key]) => !key.includes('kubernetes.io/')));
    result.evidence.push(
      ...nodes.slice(0, 3).map(node =>
        fromObject(
          node,
          `labels: ${describeLabels(own(node)) || 'only those that every node has'}; taints: ${
            asArray(node.spec?.taints)
              .map(taint => `${taint.key}:${taint.effect}`)
              .join(', ') || 'none'
          }`,
        ),
      ),
    );
  }
  return result;
}
