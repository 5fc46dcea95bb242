import { refOf } from '../cluster/ClusterGraph';
import { eventMessage } from '../cluster/events';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { condition } from '../cluster/pods';
import { formatBytes, formatCores, parseQuantity } from '../cluster/quantity';
import { AnalysisContext, Analyzer, EvidenceDraft, FindingDraft } from './Analyzer';
import { describeRefusal } from './admissionRefusals';
import { fromEvent, fromObject } from './evidence';
import { unansweredWebhook } from './unansweredWebhooks';

const CONTROLLERS = ['ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'ReplicationController'];

/** Pods that the API server refuses to create. Nothing shows on a pod then: there is none. */
export const podCreation: Analyzer = {
  name: 'pod-creation',
  sees: 'Controllers that may not create their pods: quota, LimitRange, Pod Security, webhooks and policies, missing ServiceAccounts.',
  analyze(context) {
    return CONTROLLERS.flatMap(kind => context.graph.all(kind)).flatMap(controller => describe(controller, context));
  },
};

function describe(controller: KubernetesObject, context: AnalysisContext): FindingDraft[] {
  const { graph } = context;
  const wanted =
    controller.spec?.replicas ?? controller.status?.desiredNumberScheduled ?? controller.spec?.parallelism ?? 1;
  const present =
    controller.status?.replicas ?? controller.status?.currentNumberScheduled ?? controller.status?.active ?? 0;
  if (wanted <= present || (controller.kind === 'Job' && condition(controller, 'Complete')?.status === 'True'))
    return [];
  const event = graph.eventsOf(controller).find(candidate => candidate.reason === 'FailedCreate');
  const failure = condition(controller, 'ReplicaFailure');
  const message = String(
    (failure?.status === 'True' ? failure.message : undefined) ?? (event ? eventMessage(event) : ''),
  );
  if (!message) return [];
  const workload = graph.workloadOf(controller);
  const resource = refOf(workload);
  const base = {
    severity: present === 0 ? ('CRITICAL' as const) : ('HIGH' as const),
    evidence: [
      ...(event ? [fromEvent(event)] : [fromObject(controller, `ReplicaFailure: ${message}`)]),
      fromObject(controller, `wants ${wanted} pods, has ${present}`),
    ],
    since: failure?.lastTransitionTime ?? event?.firstTimestamp ?? undefined,
    affects: [refOf(controller), resource],
  };
  const counts = `${resource.kind} ${resource.name} has ${present} of ${wanted} pods`;
  const { proof = [], ...verdict } =
    quota(message, workload, counts, context) ??
    limitRange(message, workload, counts, context) ??
    unansweredWebhook(message, `${resource.kind} ${resource.name}`, counts, graph) ??
    admission(message, workload, counts);
  return [{ ...base, ...verdict, evidence: [...base.evidence, ...proof] }];
}

/** What the refusal means, with more proof than the refusal itself. */
type Verdict = Pick<
  FindingDraft,
  'category' | 'confidence' | 'resource' | 'title' | 'rootCause' | 'explanation' | 'fixes' | 'blames'
> & {
  proof?: EvidenceDraft[];
};

function quota(
  message: string,
  workload: KubernetesObject,
  counts: string,
  { graph }: AnalysisContext,
): Verdict | undefined {
  const exceeded = /exceeded quota: ([^,]+), requested: (.+?), used: (.+?), limited: (.+?)(?:$|\.? ?preemption)/.exec(
    message,
  );
  const unset = /failed quota: ([^:]+): must specify (.+?)(?: for:|$)/.exec(message);
  const other = /(?:insufficient quota to match these scopes.*|status unknown for quota: [^,]+, resources: .+)$/.exec(
    message,
  );
  if (other) {
    return {
      category: 'quota',
      confidence: 0.9,
      resource: refOf(workload),
      title: `${workload.metadata.name} gets no pods: ${other[0]}`,
      rootCause: `No ResourceQuota of namespace ${workload.metadata.namespace} admits the pods of ${workload.kind} ${workload.metadata.name}: ${other[0]}.`,
      explanation: `${counts}. The API server refuses the pods, so there is none to look at.`,
      fixes: [
        {
          type: 'advice',
          description: 'Use another priority class, or have a ResourceQuota made that admits it in this namespace',
          risk: 'MEDIUM',
        },
      ],
    };
  }
  const name = exceeded?.[1] ?? unset?.[1];
  if (!name) return undefined;
  const namespace = workload.metadata.namespace;
  const resource = { kind: 'ResourceQuota', namespace, name };
  const found = graph.find(resource);
  const proof = found
    ? [
        fromObject(
          found,
          `hard: ${JSON.stringify(found.status?.hard ?? found.spec?.hard)}, used: ${JSON.stringify(
            found.status?.used,
          )}`,
        ),
      ]
    : [];
  if (unset) {
    return {
      category: 'quota',
      confidence: 0.95,
      resource: refOf(workload),
      title: `${workload.metadata.name} gets no pods: ResourceQuota ${name} demands ${unset[2]}`,
      rootCause: `ResourceQuota ${name} demands that every container sets ${unset[2]}, and ${workload.kind} ${workload.metadata.name} does not.`,
      explanation: `${counts}. The API server refuses the pods, so there is none to look at.`,
      fixes: [
        {
          type: 'advice',
          description: `Set ${unset[2]} in the pod template of ${workload.kind} ${workload.metadata.name}`,
          risk: 'MEDIUM',
          changes: 'The pod template: one rollout.',
        },
      ],
    };
  }
  const [, , requested, used, limited] = exceeded!;
  const first = /([\w./-]+)=(\S+?)(?:,|$)/.exec(requested)!;
  const hard = new RegExp(`${escape(first[1])}=([^,\\s]+)`).exec(limited)?.[1] ?? '';
  return {
    category: 'quota',
    confidence: 0.97,
    resource,
    title: `ResourceQuota ${name} is used up: ${workload.metadata.name} cannot get its pods`,
    rootCause: `ResourceQuota ${name} of namespace ${namespace} has no room left: a pod of ${workload.metadata.name} asks for ${requested}, in use is ${used}, the quota allows ${limited}.`,
    explanation: `${counts}. The API server refuses the rest, so there is no pod to look at.`,
    proof,
    fixes: [
      ...(hard
        ? [
            {
              type: 'raise-quota' as const,
              quota: resource,
              resource: first[1],
              from: hard,
              to: roomier(first[1], hard, first[2]),
            },
          ]
        : []),
      {
        type: 'advice',
        description: `Or request less per pod, or scale something else in the namespace down`,
        risk: 'MEDIUM',
      },
    ],
  };
}

function limitRange(
  message: string,
  workload: KubernetesObject,
  counts: string,
  { graph }: AnalysisContext,
): Verdict | undefined {
  const bound =
    /((?:maximum|minimum) [\w.-]+ usage per \w+ is [^\s,;]+(?:, but [^,;]+)?)/i.exec(message)?.[1] ??
    /(max(?:imum)? limit to request ratio[^,;]*)/i.exec(message)?.[1];
  if (!bound) return undefined;
  const limits = graph.all('LimitRange', workload.metadata.namespace);
  const resource = limits.length === 1 ? refOf(limits[0]) : refOf(workload);
  return {
    category: 'limit-range',
    confidence: 0.96,
    resource,
    title: `${workload.metadata.name} gets no pods: ${bound}`,
    rootCause: `LimitRange ${
      limits.map(object => object.metadata.name).join(', ') || 'of the namespace'
    } refuses the pods of ${workload.kind} ${workload.metadata.name}: ${bound}.`,
    explanation: `${counts}. The API server refuses the pods, so there is none to look at.`,
    proof: limits.map(object => fromObject(object, `limits: ${JSON.stringify(object.spec?.limits)}`)),
    fixes: [
      {
        type: 'advice',
        description: `Bring the resources of ${workload.kind} ${workload.metadata.name} within the bounds of the LimitRange, or have the bounds changed`,
        risk: 'MEDIUM',
        changes: 'The pod template: one rollout.',
      },
    ],
  };
}

function admission(message: string, workload: KubernetesObject, counts: string): Verdict {
  const resource = refOf(workload);
  const { who, why, advice, known } = describeRefusal(message);
  return {
    category: 'admission-rejected',
    confidence: known ? 0.96 : 0.8,
    resource,
    title: `${resource.name} gets no pods: ${who}`,
    rootCause: `${resource.kind} ${resource.name} cannot create pods: ${who}${why ? `: ${why}` : ''}.`,
    explanation: `${counts}. The API server refuses the pods, so there is none to look at.`,
    fixes: [
      { type: 'advice', risk: 'MEDIUM', description: advice },
      { type: 'inspect', what: 'events', target: resource, why: 'Read the refusals in full' },
    ],
  };
}

/** Room for two more pods of that size. */
function roomier(resource: string, hard: string, request: string): string {
  const now = parseQuantity(hard) ?? 0;
  const more = now + 2 * (parseQuantity(request) ?? 0);
  if (/cpu/.test(resource)) return formatCores(more);
  return /memory|storage/.test(resource) ? formatBytes(more) : String(Math.ceil(more));
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
