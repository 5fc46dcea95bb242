import { PatchOperation } from '../../Diagnosis';
import { ActionOf, BackendRef } from '../FixAction';
import { change, create, kubectl, nameFor, operate, Rendered } from '../kubectl';
import { isCount, isLabels, isName, isOneOf, isPort, isRef } from '../validation';
import { Renderers } from './Renderers';

/** The way of a call to its pods: Services, Ingresses, NetworkPolicies. */
export const trafficRenderers: Renderers<
  | 'set-target-port'
  | 'set-selector'
  | 'set-ingress-service'
  | 'set-ingress-port'
  | 'set-ingress-class'
  | 'create-headless-service'
  | 'allow-traffic'
> = {
  'set-target-port': ({ service, portIndex, from, to }) => {
    const before = /^\d+$/.test(from) ? Number(from) : from;
    if (!isRef(service) || !isPort(to) || !isPort(before) || !isCount(portIndex)) return undefined;
    const path = `/spec/ports/${portIndex}/targetPort`;
    return {
      ...operate(service, swap(path, before, to), swap(path, to, before)),
      description: `Point ${nameFor(service)} at port ${to}, where the pods listen (now ${from})`,
      riskLevel: 'LOW',
      changes: `targetPort of ${nameFor(service)}; traffic moves at once.`,
      ...endpoints(service),
    };
  },
  'set-selector': ({ service, selector, from }) => {
    if (!isRef(service) || !isLabels(selector) || !isLabels(from) || Object.keys(selector).length === 0)
      return undefined;
    return {
      ...change(
        service,
        'merge',
        { spec: { selector: { ...gone(from, selector), ...selector } } },
        { spec: { selector: { ...gone(selector, from), ...from } } },
      ),
      description: `Make ${nameFor(service)} select the pods that exist`,
      riskLevel: 'LOW',
      changes: `spec.selector of ${nameFor(service)}; traffic moves at once.`,
      ...endpoints(service),
    };
  },
  'set-ingress-service': action => {
    if (!isName(action.to)) return undefined;
    return backendChange(action, 'name', isName(action.from) ? action.from : undefined, action.to, {
      description: `Route ${nameFor(action.ingress)} to Service ${action.to} (now ${action.from})`,
    });
  },
  'set-ingress-port': action => {
    const { from, to } = action;
    if (!isPort(to) || !isPort(from)) return undefined;
    const before = typeof from === 'number' ? { number: from } : { name: from };
    return backendChange(
      action,
      'port',
      before,
      { number: to },
      {
        description: `Route ${nameFor(action.ingress)} to port ${to} of its Service (now ${from})`,
      },
    );
  },
  'set-ingress-class': ({ ingress, from, to }) => {
    if (!isRef(ingress) || !isName(to) || (from !== undefined && !isName(from))) return undefined;
    return {
      ...change(ingress, 'merge', { spec: { ingressClassName: to } }, { spec: { ingressClassName: from ?? null } }),
      description: `Give ${nameFor(ingress)} the class ${to}${from === undefined ? '' : ` (now ${from})`}`,
      riskLevel: 'MEDIUM',
      changes: `The controller of class ${to} starts to serve ${nameFor(ingress)}.`,
      verify: kubectl(ingress, `get ${nameFor(ingress)}`),
      expect: 'an ADDRESS appears',
    };
  },
  'create-headless-service': ({ service, statefulSet, selector, ports }) => {
    if (!isRef(service) || service.kind !== 'Service' || !isName(statefulSet) || !isLabels(selector)) return undefined;
    if (Object.keys(selector).length === 0 || ports.length === 0 || !ports.every(isPort)) return undefined;
    return {
      ...create(service, {
        spec: {
          clusterIP: 'None',
          selector,
          ports: ports.map(port => ({ name: `port-${port}`, port })),
        },
      }),
      description: `Create the headless Service ${service.name} that statefulset/${statefulSet} names`,
      riskLevel: 'LOW',
      changes: `A new object; the pods of ${statefulSet} get their DNS names.`,
      ...endpoints(service),
    };
  },
  'allow-traffic': allowTraffic,
};

/** A merge keeps keys that it does not name: those that must go are set to null. */
function gone(before: Record<string, string>, after: Record<string, string>): Record<string, null> {
  return Object.fromEntries(
    Object.keys(before)
      .filter(key => !(key in after))
      .map(key => [key, null]),
  );
}

/** The test keeps the change from hitting another entry when the list has changed since. */
function swap(path: string, before: unknown, after: unknown): PatchOperation[] {
  return [
    { op: 'test', path, value: before },
    { op: 'replace', path, value: after },
  ];
}

function endpoints(service: { namespace?: string; name: string }): Pick<Rendered, 'verify' | 'expect'> {
  return {
    verify: kubectl(service, `get endpointslices -l kubernetes.io/service-name=${service.name}`),
    expect: 'addresses of pods under ENDPOINTS',
  };
}

function backendChange(
  { ingress, ruleIndex, pathIndex }: BackendRef,
  field: 'name' | 'port',
  before: unknown,
  after: unknown,
  words: Pick<Rendered, 'description'>,
): Rendered | undefined {
  if (!isRef(ingress)) return undefined;
  const hasPlace = ruleIndex !== undefined || pathIndex !== undefined;
  if (hasPlace && !(isCount(ruleIndex) && isCount(pathIndex))) return undefined;
  const backend = hasPlace ? `/spec/rules/${ruleIndex}/http/paths/${pathIndex}/backend` : '/spec/defaultBackend';
  const path = `${backend}/service/${field}`;
  return {
    ...(before === undefined
      ? operate(ingress, [{ op: 'replace', path, value: after }])
      : operate(ingress, swap(path, before, after), swap(path, after, before))),
    ...words,
    riskLevel: 'LOW',
    changes: 'Where that path of the ingress goes; traffic moves at once.',
    verify: kubectl(ingress, `describe ${nameFor(ingress)}`),
    expect: 'the backend shows the addresses of pods',
  };
}

function allowTraffic(action: ActionOf<'allow-traffic'>): Rendered | undefined {
  const { policy, direction, rules, podLabels, namespaceLabels, port } = action;
  if (
    !isRef(policy) ||
    policy.kind !== 'NetworkPolicy' ||
    !isOneOf(direction, ['ingress', 'egress']) ||
    !isCount(rules) ||
    !isLabels(podLabels)
  )
    return undefined;
  // No labels at all would let everybody through.
  if (Object.keys(podLabels).length === 0 || (port !== undefined && !isPort(port))) return undefined;
  if (namespaceLabels && (!isLabels(namespaceLabels) || Object.keys(namespaceLabels).length === 0)) return undefined;
  const peer = {
    ...(namespaceLabels ? { namespaceSelector: { matchLabels: namespaceLabels } } : {}),
    podSelector: { matchLabels: podLabels },
  };
  const rule = {
    [direction === 'ingress' ? 'from' : 'to']: [peer],
    ...(port === undefined ? {} : { ports: [{ port, protocol: 'TCP' }] }),
  };
  const list = `/spec/${direction}`;
  const back: PatchOperation[] =
    rules === 0
      ? [{ op: 'remove', path: list }]
      : [
          { op: 'test', path: `${list}/${rules}`, value: rule },
          { op: 'remove', path: `${list}/${rules}` },
        ];
  return {
    ...operate(
      policy,
      [rules === 0 ? { op: 'add', path: list, value: [rule] } : { op: 'add', path: `${list}/-`, value: rule }],
      back,
    ),
    description: `Let ${nameFor(policy)} allow ${direction} ${
      direction === 'ingress' ? 'from' : 'to'
    } pods labelled ${Object.entries(podLabels)
      .map(([key, value]) => `${key}=${value}`)
      .join(', ')}${port === undefined ? '' : ` on port ${port}`}`,
    riskLevel: 'MEDIUM',
    changes: 'Who may call whom. The policy may be there for a reason: ask its owner.',
    verify: kubectl(policy, `describe ${nameFor(policy)}`),
    expect: 'the new rule is in the list, and the calls no longer time out',
  };
}
