import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { waitingReason } from '../cluster/pods';
import { upperFirst } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromEvent, fromObject } from './evidence';
import { podsAffected, runningSubjects, severityFor, Subject } from './failingPods';

const MISSING_KEY = /couldn't find key (\S+) in (ConfigMap|Secret) (?:[^/\s]+\/)?(\S+)/i;
const MISSING_OBJECT = /(configmap|secret)s? "([^"]+)" (?:is )?(?:not found|forbidden)/i;

/** Containers that wait because the ConfigMap, Secret or key they read is not there. */
export const containerConfig: Analyzer = {
  name: 'container-config',
  sees: 'CreateContainerConfigError: which ConfigMap, Secret or key is missing, which variable asks for it, and what there is instead.',
  analyze(context) {
    return runningSubjects(context)
      .filter(({ container }) => waitingReason(container) === 'CreateContainerConfigError')
      .map(subject => describe(subject, context));
  },
};

function describe(subject: Subject, { graph }: AnalysisContext): FindingDraft {
  const { pod, container, workload, resource } = subject;
  const message = String(container.status.state?.waiting?.message ?? '');
  const event = graph
    .eventsOf(pod)
    .find(candidate => candidate.reason === 'Failed' && /configmap|secret|key|user/i.test(candidate.message ?? ''));
  const base = {
    severity: severityFor(workload, graph),
    resource,
    container: container.name,
    evidence: [
      fromObject(pod, `container ${container.name}: waiting, reason CreateContainerConfigError: ${message}`),
      ...(event ? [fromEvent(event)] : []),
    ],
    since: pod.metadata.creationTimestamp,
    explanation: `${upperFirst(podsAffected(workload, graph))}. The container is never started, so it has no log.`,
  };
  const key = MISSING_KEY.exec(message);
  if (key) {
    const [, name, kind, holder] = key;
    const variables = variablesReading(container.spec, kind, holder, name);
    return {
      ...base,
      category: kind === 'Secret' ? 'secret-missing-key' : 'create-container-config',
      confidence: 0.97,
      title: `${resource.name} cannot start: key ${name} is missing in ${kind} ${holder}`,
      rootCause:
        `Container ${container.name} ${
          variables ? `reads ${variables} from` : 'needs'
        } key ${name} of ${kind} ${holder}, ` +
        `and that key is missing there${otherKeys(graph, kind, pod.metadata.namespace, holder)}.`,
      evidence: [...base.evidence, ...holderEvidence(graph, kind, pod.metadata.namespace, holder)],
      fixes: [
        {
          type: 'advice',
          description: `Put key ${name} back into ${kind} ${holder}, or let ${
            variables || 'the variable'
          } read the key that is there now`,
          risk: 'LOW',
          changes: `${kind} ${holder}. Look first who else reads it. The kubelet tries again by itself.`,
        },
        {
          type: 'inspect',
          // describe lists the keys of a Secret without their values
          what: kind === 'Secret' ? 'describe' : 'yaml',
          target: { kind, namespace: pod.metadata.namespace, name: holder },
          why: `See which keys ${kind} ${holder} has`,
        },
      ],
    };
  }
  const missing = MISSING_OBJECT.exec(message);
  if (missing) {
    const kind = missing[1].toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap';
    const name = missing[2];
    return {
      ...base,
      category: 'create-container-config',
      confidence: 0.97,
      title: `${resource.name} cannot start: ${kind} ${name} does not exist`,
      rootCause: `Container ${
        container.name
      } takes its environment from ${kind} ${name}, which does not exist in namespace ${
        pod.metadata.namespace
      } (not found)${similar(graph, kind, pod.metadata.namespace, name)}.`,
      fixes: [
        {
          type: 'advice',
          description: `Create ${kind} ${name} in namespace ${pod.metadata.namespace}, or refer to the one that exists`,
          risk: 'LOW',
          changes: 'The kubelet tries again by itself.',
        },
        { type: 'inspect', what: 'describe', target: refOf(pod), why: 'See what the pod refers to' },
      ],
    };
  }
  const root = /runAsNonRoot|non-numeric user|run as root/i.test(message);
  return {
    ...base,
    category: 'create-container-config',
    confidence: message ? 0.9 : 0.6,
    title: `${resource.name} cannot start: ${
      root ? 'its image wants to run as root' : 'its container cannot be configured'
    }`,
    rootCause: root
      ? `The pod demands runAsNonRoot, and container ${container.name} would run as root or as a user whose number is unknown: ${message}.`
      : `The kubelet cannot configure container ${container.name}: ${message || 'it gives no reason'}.`,
    fixes: root
      ? [
          {
            type: 'advice',
            description: `Set securityContext.runAsUser of container ${container.name} to a number other than 0, or give the image a numeric USER`,
            risk: 'MEDIUM',
            changes: 'The pod template: one rollout.',
          },
        ]
      : [],
  };
}

function variablesReading(spec: any, kind: string, holder: string, key: string): string {
  const field = kind === 'Secret' ? 'secretKeyRef' : 'configMapKeyRef';
  return (spec.env ?? [])
    .filter((variable: any) => variable?.valueFrom?.[field]?.name === holder && variable.valueFrom[field].key === key)
    .map((variable: any) => `variable ${variable.name}`)
    .join(' and ');
}

/** Keys of a ConfigMap may be named; Secrets are never read, so of them nothing is known. */
function otherKeys(graph: ClusterGraph, kind: string, namespace: string | undefined, name: string): string {
  const keys = Object.keys(graph.find({ kind, namespace, name })?.data ?? {});
  return kind === 'ConfigMap' && keys.length > 0 ? `; it has ${keys.slice(0, 8).join(', ')}` : '';
}

function holderEvidence(graph: ClusterGraph, kind: string, namespace: string | undefined, name: string) {
  const holder = kind === 'ConfigMap' ? graph.find({ kind, namespace, name }) : undefined;
  return holder ? [fromObject(holder, `keys: ${Object.keys(holder.data ?? {}).join(', ')}`)] : [];
}

function similar(graph: ClusterGraph, kind: string, namespace: string | undefined, name: string): string {
  if (kind !== 'ConfigMap') return '';
  const stem = name.split(/[-.]/)[0];
  const names = graph
    .all('ConfigMap', namespace)
    .map(object => object.metadata.name)
    .filter(other => other.split(/[-.]/)[0] === stem);
  return names.length > 0 ? `; there is ${names.slice(0, 3).join(', ')}` : '';
}
