import { formatBytes } from '../cluster/quantity';
import { Fix, ResourceRef } from '../Diagnosis';
import { FixAction } from './FixAction';
import { isLabelKey, isLabelValue, isName, isPort, isQuantity, isResourceName, isUuid, isVerb } from './validation';

/**
 * Turns a typed fix into text for a terminal. Names come from a cluster that may be hostile: whatever is not a valid
 * Kubernetes name, number or quantity yields no fix at all, so nothing unexpected can stand in a command.
 */
export function renderFix(action: FixAction, evidence: string[]): Fix | undefined {
  const rendered = render(action);
  return rendered && { ...rendered, evidence };
}

type Rendered = Omit<Fix, 'evidence'>;

function render(action: FixAction): Rendered | undefined {
  switch (action.type) {
    case 'set-memory-limit': {
      if (!valid(action.workload) || !isName(action.container) || !Number.isSafeInteger(action.bytes)) return undefined;
      const limit = `${Math.ceil(action.bytes / 2 ** 20)}Mi`;
      return {
        command: `kubectl${ns(action.workload)} set resources ${arg(action.workload)} -c ${
          action.container
        } --limits=memory=${limit}`,
        description: `Raise the memory limit of container ${action.container} from ${action.from} to ${limit}`,
        riskLevel: 'MEDIUM',
        changes: `The pod template of ${arg(action.workload)}: its pods are replaced, one rollout.`,
        undo: `kubectl${ns(action.workload)} rollout undo ${arg(action.workload)}`,
        verify: `kubectl${ns(action.workload)} rollout status ${arg(action.workload)}`,
      };
    }
    case 'roll-back': {
      if (!valid(action.workload)) return undefined;
      if (action.revision !== undefined && !Number.isSafeInteger(action.revision)) return undefined;
      const to = action.revision === undefined ? '' : ` --to-revision=${action.revision}`;
      return {
        command: `kubectl${ns(action.workload)} rollout undo ${arg(action.workload)}${to}`,
        description: `Roll back ${arg(action.workload)}${
          action.revision === undefined ? '' : ` to revision ${action.revision}`
        }: ${action.why}`,
        riskLevel: 'MEDIUM',
        changes: `The pod template of ${arg(
          action.workload,
        )} returns to the earlier revision. A GitOps controller may put it back: revert in Git too.`,
        undo: `kubectl${ns(action.workload)} rollout undo ${arg(action.workload)}`,
        verify: `kubectl${ns(action.workload)} rollout status ${arg(action.workload)}`,
      };
    }
    case 'restart':
      if (!valid(action.workload)) return undefined;
      return {
        command: `kubectl${ns(action.workload)} rollout restart ${arg(action.workload)}`,
        description: `Restart ${arg(action.workload)}: ${action.why}`,
        riskLevel: 'LOW',
        changes: 'All its pods are replaced, following its update strategy.',
        undo: 'Not needed: the template stays as it is.',
        verify: `kubectl${ns(action.workload)} rollout status ${arg(action.workload)}`,
      };
    case 'scale':
      if (!valid(action.workload) || !Number.isSafeInteger(action.to)) return undefined;
      return {
        command: `kubectl${ns(action.workload)} scale ${arg(action.workload)} --replicas=${action.to}`,
        description: `Scale ${arg(action.workload)} from ${action.from} to ${action.to}`,
        riskLevel: 'LOW',
        changes: `spec.replicas of ${arg(action.workload)}.`,
        undo: `kubectl${ns(action.workload)} scale ${arg(action.workload)} --replicas=${action.from}`,
        verify: `kubectl${ns(action.workload)} get ${arg(action.workload)}`,
      };
    case 'set-target-port': {
      if (!valid(action.service) || !isPort(action.to) || !Number.isSafeInteger(action.portIndex)) return undefined;
      const path = `/spec/ports/${action.portIndex}/targetPort`;
      return {
        ...jsonPatch(
          action.service,
          path,
          action.to,
          isPort(portValue(action.from)) ? portValue(action.from) : undefined,
        ),
        description: `Point ${arg(action.service)} at port ${action.to}, where the pods listen (now ${action.from})`,
        riskLevel: 'LOW',
        changes: `targetPort of ${arg(action.service)}; traffic moves at once.`,
      };
    }
    case 'set-selector': {
      const { service, selector, from } = action;
      if (!valid(service) || !validLabels(selector) || !validLabels(from)) return undefined;
      // A merge patch keeps keys it does not name: those that must go are set to null.
      const gone = (before: Record<string, string>, after: Record<string, string>) =>
        Object.fromEntries(
          Object.keys(before)
            .filter(key => !(key in after))
            .map(key => [key, null]),
        );
      return {
        command: patch(service, { spec: { selector: { ...selector, ...gone(from, selector) } } }),
        description: `Make ${arg(service)} select the pods that exist`,
        riskLevel: 'LOW',
        changes: `spec.selector of ${arg(service)}; traffic moves at once.`,
        undo: patch(service, { spec: { selector: { ...from, ...gone(selector, from) } } }),
        verify: `kubectl${ns(service)} get endpointslices -l kubernetes.io/service-name=${service.name}`,
      };
    }
    case 'resume-cronjob':
      if (!valid(action.cronJob)) return undefined;
      return {
        command: patch(action.cronJob, { spec: { suspend: false } }),
        description: `Resume ${arg(action.cronJob)}`,
        riskLevel: 'MEDIUM',
        changes: 'Runs start again by the schedule. Ask first who suspended it, and why.',
        undo: patch(action.cronJob, { spec: { suspend: true } }),
        verify: `kubectl${ns(action.cronJob)} get ${arg(action.cronJob)}`,
      };
    case 'raise-quota':
      if (!valid(action.quota) || !isResourceName(action.resource) || !isQuantity(action.to)) return undefined;
      return {
        command: patch(action.quota, { spec: { hard: { [action.resource]: action.to } } }),
        description: `Raise ${action.resource} of ${arg(action.quota)} from ${action.from} to ${action.to}`,
        riskLevel: 'MEDIUM',
        changes:
          'What the namespace may use in all. The quota belongs to the platform team: ask them, or request less per pod.',
        undo: isQuantity(action.from)
          ? patch(action.quota, { spec: { hard: { [action.resource]: action.from } } })
          : undefined,
        verify: `kubectl${ns(action.quota)} describe ${arg(action.quota)}`,
      };
    case 'set-hpa-target':
      if (!valid(action.hpa) || !isName(action.to)) return undefined;
      return {
        command: patch(action.hpa, { spec: { scaleTargetRef: { name: action.to } } }),
        description: `Point ${arg(action.hpa)} at ${action.to} (now ${action.from})`,
        riskLevel: 'MEDIUM',
        changes: 'The autoscaler starts to set the replicas of that workload.',
        undo: isName(action.from) ? patch(action.hpa, { spec: { scaleTargetRef: { name: action.from } } }) : undefined,
        verify: `kubectl${ns(action.hpa)} get ${arg(action.hpa)}`,
      };
    case 'set-ingress-service': {
      if (!valid(action.ingress) || !isName(action.to)) return undefined;
      if (!Number.isSafeInteger(action.ruleIndex) || !Number.isSafeInteger(action.pathIndex)) return undefined;
      const path = `/spec/rules/${action.ruleIndex}/http/paths/${action.pathIndex}/backend/service/name`;
      return {
        ...jsonPatch(action.ingress, path, action.to, isName(action.from) ? action.from : undefined),
        description: `Route ${arg(action.ingress)} to Service ${action.to} (now ${action.from})`,
        riskLevel: 'LOW',
        changes: 'Where that path of the ingress goes; traffic moves at once.',
      };
    }
    case 'allow-one-disruption':
      if (!valid(action.budget)) return undefined;
      return {
        command: patch(action.budget, { spec: { minAvailable: null, maxUnavailable: 1 } }),
        description: `Let ${arg(action.budget)} allow one disruption at a time (now ${action.from})`,
        riskLevel: 'MEDIUM',
        changes: 'Evictions may take down one pod at a time. Make sure that the service works with one less.',
        undo: 'Apply the budget again from Git.',
        verify: `kubectl${ns(action.budget)} get ${arg(action.budget)}`,
      };
    case 'uncordon':
      if (!isName(action.node.name)) return undefined;
      return {
        command: `kubectl uncordon ${action.node.name}`,
        description: `Let pods be scheduled on node ${action.node.name} again`,
        riskLevel: 'MEDIUM',
        changes: 'New pods may start on the node. Ask first who cordoned it, and why.',
        undo: `kubectl cordon ${action.node.name}`,
        verify: `kubectl get node ${action.node.name}`,
      };
    case 'delete-pod':
      if (!valid(action.pod)) return undefined;
      return {
        command: `kubectl${ns(action.pod)} delete pod ${action.pod.name}`,
        description: `Delete pod ${action.pod.name}: ${action.why}`,
        riskLevel: 'MEDIUM',
        changes: 'Its controller makes a new one. What it kept in emptyDir volumes is lost.',
        undo: 'Not possible.',
        verify: `kubectl${ns(action.pod)} get pods`,
      };
    case 'inspect': {
      if (!valid(action.target)) return undefined;
      const commands = {
        describe: `kubectl${ns(action.target)} describe ${arg(action.target)}`,
        yaml: `kubectl${ns(action.target)} get ${arg(action.target)} -o yaml`,
        events: `kubectl${ns(action.target)} events --for ${arg(action.target)}`,
      };
      return {
        command: commands[action.what],
        description: action.why,
        riskLevel: 'LOW',
        changes: 'Nothing: it only reads.',
      };
    }
    case 'read-log':
      if (!valid(action.pod) || !isName(action.container)) return undefined;
      return {
        command: `kubectl${ns(action.pod)} logs ${action.pod.name} -c ${action.container}${
          action.previous ? ' --previous' : ''
        }`,
        description: action.why,
        riskLevel: 'LOW',
        changes: 'Nothing: it only reads.',
      };
    case 'can-i': {
      const { verb, resource, namespace, serviceAccount } = action;
      if (!isVerb(verb) || !isResourceName(resource) || !isName(namespace) || !isName(serviceAccount)) return undefined;
      return {
        command: `kubectl -n ${namespace} auth can-i ${verb} ${resource} --as=system:serviceaccount:${namespace}:${serviceAccount}`,
        description: `Check what ServiceAccount ${serviceAccount} may do; then add a rule for ${verb} ${resource} to its Role`,
        riskLevel: 'LOW',
        changes: 'Nothing: it only asks.',
      };
    }
    case 'list-pods':
      if (!isName(action.namespace)) return undefined;
      return {
        command: `kubectl -n ${action.namespace} get pods`,
        description: 'See which pods are not ready, then ask about one of them by its name',
        riskLevel: 'LOW',
        changes: 'Nothing: it only reads.',
      };
    case 'terraform-unlock':
      if (!isUuid(action.lockId)) return undefined;
      return {
        command: `terraform force-unlock ${action.lockId}`,
        description: 'Release the state lock, once you are sure that no other run is still writing',
        riskLevel: 'HIGH',
        changes: 'The lock only. If the other run still lives, the state can be damaged.',
        undo: 'Not possible.',
        verify: 'terraform plan',
      };
    case 'advice':
      return { description: action.description, riskLevel: action.risk ?? 'LOW', changes: action.changes };
    default:
      return undefined;
  }
}

function valid(ref: ResourceRef): boolean {
  return isName(ref.name) && /^[A-Za-z]+$/.test(ref.kind) && (ref.namespace === undefined || isName(ref.namespace));
}

function validLabels(labels: Record<string, string>): boolean {
  return Object.entries(labels).every(([key, value]) => isLabelKey(key) && isLabelValue(value));
}

function ns(ref: ResourceRef): string {
  return ref.namespace === undefined ? '' : ` -n ${ref.namespace}`;
}

function arg(ref: ResourceRef): string {
  return `${ref.kind.toLowerCase()}/${ref.name}`;
}

/** JSON of validated names and numbers holds no single quote, so it is safe between two of them. */
function patch(ref: ResourceRef, body: object): string {
  return `kubectl${ns(ref)} patch ${arg(ref)} --type=merge -p '${JSON.stringify(body)}'`;
}

function jsonPatch(ref: ResourceRef, path: string, value: string | number, before?: string | number) {
  const command = (to: string | number) =>
    `kubectl${ns(ref)} patch ${arg(ref)} --type=json -p '${JSON.stringify([{ op: 'replace', path, value: to }])}'`;
  return {
    command: command(value),
    undo: before === undefined ? undefined : command(before),
    verify: `kubectl${ns(ref)} describe ${arg(ref)}`,
  };
}

function portValue(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** A memory limit that leaves room: twice the present one, in whole mebibytes. */
export function roomierLimit(bytes: number): { bytes: number; text: string } {
  const doubled = Math.ceil((bytes * 2) / 2 ** 20) * 2 ** 20;
  return { bytes: doubled, text: formatBytes(doubled) };
}
