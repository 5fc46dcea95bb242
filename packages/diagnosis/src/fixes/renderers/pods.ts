import { ActionOf, Hardening, Toleration } from '../FixAction';
import { kubectl, nameFor, operate, Rendered } from '../kubectl';
import { hasTemplate, templateChange } from '../template';
import { isCount, isDnsLabel, isLabelKey, isLabelValue, isName, isOneOf, isQuantity, isRef } from '../validation';
import { Renderers } from './Renderers';

const VOLUME_SOURCES: Record<ActionOf<'set-volume-source'>['holder'], (name: string) => object> = {
  ConfigMap: name => ({ configMap: { name } }),
  Secret: secretName => ({ secret: { secretName } }),
  PersistentVolumeClaim: claimName => ({ persistentVolumeClaim: { claimName } }),
};

/** What a pod is given: volumes, account, constraints; and pods that are stuck. */
export const podRenderers: Renderers<
  | 'harden'
  | 'set-volume-source'
  | 'set-size-limit'
  | 'set-service-account'
  | 'add-pull-secret'
  | 'set-node-selector'
  | 'add-toleration'
  | 'delete-pod'
  | 'remove-finalizer'
> = {
  harden,
  'set-volume-source': ({ workload, volume, holder, from, to }) => {
    if (!hasTemplate(workload) || !isDnsLabel(volume) || !isName(from) || !isName(to)) return undefined;
    if (!isOneOf(holder, Object.keys(VOLUME_SOURCES))) return undefined;
    const body = (name: string) => ({ volumes: [{ name: volume, ...VOLUME_SOURCES[holder](name) }] });
    return {
      ...templateChange(workload, body(to), body(from)),
      description: `Let volume ${volume} of ${nameFor(workload)} use ${holder} ${to} (now ${from})`,
      riskLevel: 'MEDIUM',
    };
  },
  'set-size-limit': ({ workload, volume, from, to }) => {
    if (!hasTemplate(workload) || !isDnsLabel(volume) || !isQuantity(from) || !isQuantity(to)) return undefined;
    const body = (sizeLimit: string) => ({ volumes: [{ name: volume, emptyDir: { sizeLimit } }] });
    return {
      ...templateChange(workload, body(to), body(from)),
      description: `Raise the sizeLimit of volume ${volume} of ${nameFor(workload)} from ${from} to ${to}`,
      riskLevel: 'MEDIUM',
    };
  },
  'set-service-account': ({ workload, from, to }) => {
    if (!hasTemplate(workload) || !isName(from) || !isName(to)) return undefined;
    return {
      // The deprecated twin of the field is kept by the API server in step; an old value would win over the new one.
      ...templateChange(
        workload,
        { serviceAccountName: to, serviceAccount: to },
        { serviceAccountName: from, serviceAccount: from },
      ),
      description: `Let ${nameFor(workload)} run as ServiceAccount ${to} (now ${from}, which does not exist)`,
      riskLevel: 'MEDIUM',
    };
  },
  'add-pull-secret': ({ workload, secret, why }) => {
    if (!hasTemplate(workload) || !isName(secret)) return undefined;
    return {
      ...templateChange(
        workload,
        { imagePullSecrets: [{ name: secret }] },
        { imagePullSecrets: [{ $patch: 'delete', name: secret }] },
      ),
      description: `Let ${nameFor(workload)} pull with Secret ${secret}: ${why}`,
      riskLevel: 'MEDIUM',
    };
  },
  'set-node-selector': ({ workload, key, from, to }) => {
    if (!hasTemplate(workload) || !isLabelKey(key) || !isLabelValue(from) || !isLabelValue(to)) return undefined;
    return {
      ...templateChange(workload, { nodeSelector: { [key]: to } }, { nodeSelector: { [key]: from } }),
      description: `Let ${nameFor(
        workload,
      )} ask for nodes labelled ${key}=${to} (now ${key}=${from}, which no node has)`,
      riskLevel: 'MEDIUM',
    };
  },
  'add-toleration': ({ workload, toleration, existing }) => {
    if (!hasTemplate(workload) || ![toleration, ...existing].every(isToleration)) return undefined;
    return {
      // The list has no merge key: it is replaced as a whole.
      ...templateChange(
        workload,
        { tolerations: [...existing, toleration] },
        { tolerations: existing.length > 0 ? existing : null },
      ),
      description: `Let ${nameFor(workload)} tolerate the taint ${toleration.key}${
        toleration.value ? `=${toleration.value}` : ''
      }:${toleration.effect}`,
      riskLevel: 'MEDIUM',
    };
  },
  'delete-pod': ({ pod, why, force }) => {
    if (!isRef(pod) || pod.kind !== 'Pod') return undefined;
    return {
      command: kubectl(pod, `delete pod ${pod.name}${force ? ' --force --grace-period=0' : ''}`),
      description: `${force ? 'Force pod' : 'Delete pod'} ${pod.name}${force ? ' out of the API server' : ''}: ${why}`,
      riskLevel: force ? 'HIGH' : 'MEDIUM',
      changes: force
        ? 'The API server forgets the pod at once. If its node still lives, its containers may go on and write to its volumes.'
        : 'Its controller makes a new one. What it kept in emptyDir volumes is lost.',
      undo: 'Not possible.',
      verify: kubectl(pod, 'get pods'),
      expect: `${pod.name} is no longer in the list`,
    };
  },
  'remove-finalizer': removeFinalizer,
};

function isToleration({ key, operator, value, effect, tolerationSeconds }: Toleration): boolean {
  return (
    (key === undefined || isLabelKey(key)) &&
    (operator === undefined || operator === 'Equal' || operator === 'Exists') &&
    (value === undefined || isLabelValue(value)) &&
    (effect === undefined || ['NoSchedule', 'PreferNoSchedule', 'NoExecute'].includes(effect)) &&
    (tolerationSeconds === undefined || isCount(tolerationSeconds))
  );
}

function harden({ workload, containers, runAsNonRoot, seccompProfile }: ActionOf<'harden'>): Rendered | undefined {
  if (!hasTemplate(workload) || !containers.every(({ container }) => isDnsLabel(container))) return undefined;
  if (containers.length === 0 && !runAsNonRoot && !seccompProfile) return undefined;
  const podSpec = (context: (each: Hardening) => object, ofPod: object) => {
    const list = (init: boolean) =>
      containers
        .filter(each => Boolean(each.init) === init)
        .map(each => ({ name: each.container, securityContext: context(each) }));
    return {
      ...(Object.keys(ofPod).length > 0 ? { securityContext: ofPod } : {}),
      ...(list(true).length > 0 ? { initContainers: list(true) } : {}),
      ...(list(false).length > 0 ? { containers: list(false) } : {}),
    };
  };
  const wanted = podSpec(
    each => ({
      ...(each.privileged === undefined ? {} : { privileged: false }),
      ...(each.allowPrivilegeEscalation === undefined ? {} : { allowPrivilegeEscalation: false }),
      ...(each.dropAllCapabilities ? { capabilities: { drop: ['ALL'] } } : {}),
    }),
    {
      ...(runAsNonRoot ? { runAsNonRoot: true } : {}),
      ...(seccompProfile ? { seccompProfile: { type: 'RuntimeDefault' } } : {}),
    },
  );
  return {
    // What was there before is not known field by field: the former revision has it.
    ...templateChange(workload, wanted, wanted),
    undo: kubectl(workload, `rollout undo ${nameFor(workload)}`),
    description: `Give ${nameFor(workload)} the security settings that the refusal names`,
    riskLevel: 'MEDIUM',
    changes: `The pod template of ${nameFor(
      workload,
    )}. A program that needs root or a capability stops working: try it with one replica.`,
  };
}

function removeFinalizer({ target, index, finalizer }: ActionOf<'remove-finalizer'>): Rendered | undefined {
  if (!isRef(target) || !isCount(index) || !isLabelKey(finalizer)) return undefined;
  // A namespace's own finalizer goes by another API, and removing it leaves its content behind.
  if (target.kind === 'Namespace') return undefined;
  const path = `/metadata/finalizers/${index}`;
  return {
    command: operate(target, [
      { op: 'test', path, value: finalizer },
      { op: 'remove', path },
    ]).command,
    description: `Remove finalizer ${finalizer} from ${nameFor(
      target,
    )}, once you know that its owner will never do its work`,
    riskLevel: 'HIGH',
    changes: 'The object goes at once, and the clean-up that the finalizer stands for never happens.',
    undo: 'Not possible.',
    verify: kubectl(target, `get ${nameFor(target)}`),
    expect: 'NotFound',
  };
}
