import { fromObject } from '../../analyzers/evidence';
import { closest } from '../../analyzers/similarity';
import { Call, hostsIn, serviceFor } from '../../cluster/calls';
import { ClusterGraph, refOf } from '../../cluster/ClusterGraph';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { asArray } from '../../cluster/pods';
import { FixAction } from '../FixAction';
import { Plan, PlannedFix, TemplateContainer } from './Plan';

/** A setting of a container that is one short text: a variable, or a key that a variable reads. */
interface Setting {
  value: string;
  set(to: string, why: string): FixAction;
}

/** A host that resolves to nothing, where a Service of nearly the same name exists; a port that the Service has not. */
export const addressThatExists: Plan = ({ container, object, graph, finding }) => {
  if (!container || !object) return [];
  const namespace = object.metadata.namespace;
  return settingsOf(container, graph, namespace).flatMap(setting =>
    unique(hostsIn(setting.value, '', true)).flatMap(({ host, port }): PlannedFix[] => {
      // Only what the failure itself names is wrong for sure.
      if (!finding.rootCause.includes(host)) return [];
      const service = serviceFor(host, namespace, graph);
      return service ? otherPort(setting, service, host, port) : otherHost(setting, host, graph, namespace);
    }),
  );
};

/** A URL is found as one, and again as host and port. */
function unique(calls: Call[]): Call[] {
  return calls.filter(({ host }, index) => calls.findIndex(call => call.host === host) === index);
}

function settingsOf({ spec, ref }: TemplateContainer, graph: ClusterGraph, namespace: string | undefined): Setting[] {
  return asArray(spec.env).flatMap((variable): Setting[] => {
    if (typeof variable.value === 'string') {
      return [
        {
          value: variable.value,
          set: (to, why) => ({
            type: 'set-env',
            ...ref,
            variable: String(variable.name),
            from: variable.value,
            to,
            why,
          }),
        },
      ];
    }
    const { name, key } = variable.valueFrom?.configMapKeyRef ?? {};
    const configMap = typeof name === 'string' ? graph.find({ kind: 'ConfigMap', namespace, name }) : undefined;
    const value = configMap?.data?.[key];
    if (!configMap || typeof value !== 'string') return [];
    return [
      { value, set: (to, why) => ({ type: 'set-config-key', configMap: refOf(configMap), key, from: value, to, why }) },
    ];
  });
}

function otherHost(setting: Setting, host: string, graph: ClusterGraph, namespace: string | undefined): PlannedFix[] {
  const [label, second] = host.split('.');
  // A second label is a namespace, or the host is outside of the cluster and nothing is known about it.
  const where = second === undefined ? namespace : second;
  const services = graph.all('Service', where);
  const name = closest(
    label,
    services.map(({ metadata }) => metadata.name),
  );
  const service = services.find(({ metadata }) => metadata.name === name);
  if (!service || name === undefined) return [];
  const to = setting.value.replace(new RegExp(`(?<![\\w-])${escape(label)}(?![\\w-])`, 'i'), name);
  return to === setting.value
    ? []
    : [
        {
          action: setting.set(to, `Service ${label} does not exist, ${name} does`),
          proof: fromObject(service, `exists, ports ${portsOf(service).join(', ')}`),
        },
      ];
}

function otherPort(setting: Setting, service: KubernetesObject, host: string, port: number | undefined): PlannedFix[] {
  const ports = portsOf(service);
  // A headless Service has no ports of its own: callers reach the pods directly.
  if (port === undefined || ports.includes(port) || ports.length !== 1 || service.spec?.clusterIP === 'None') return [];
  const to = setting.value.replace(`${host}:${port}`, `${host}:${ports[0]}`);
  return to === setting.value
    ? []
    : [
        {
          action: setting.set(to, `Service ${service.metadata.name} has port ${ports[0]} only`),
          proof: fromObject(service, `ports ${ports.join(', ')}`),
        },
      ];
}

function portsOf(service: KubernetesObject): number[] {
  return asArray(service.spec?.ports).map(({ port }) => Number(port));
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The port that the Service of an ingress backend has, when it has one only. */
export const ingressBackend: Plan = ({ object, graph }) => {
  if (object?.kind !== 'Ingress') return [];
  const namespace = object.metadata.namespace;
  const ingress = refOf(object);
  const places = [
    ...asArray(object.spec?.rules).flatMap((rule, ruleIndex) =>
      asArray(rule.http?.paths).map((path, pathIndex) => ({ backend: path.backend, ruleIndex, pathIndex })),
    ),
    { backend: object.spec?.defaultBackend, ruleIndex: undefined, pathIndex: undefined },
  ];
  return places.flatMap(({ backend, ruleIndex, pathIndex }): PlannedFix[] => {
    const { name, port } = backend?.service ?? {};
    if (typeof name !== 'string') return [];
    const place = ruleIndex === undefined ? { ingress } : { ingress, ruleIndex, pathIndex };
    const service = graph.find({ kind: 'Service', namespace, name });
    if (!service) {
      const near = closest(
        name,
        graph.all('Service', namespace).map(({ metadata }) => metadata.name),
      );
      return near ? [{ action: { type: 'set-ingress-service', ...place, from: name, to: near } }] : [];
    }
    const asked = port?.number ?? port?.name;
    const ports = asArray(service.spec?.ports);
    if (asked === undefined || ports.some(each => each.port === asked || each.name === asked)) return [];
    if (ports.length !== 1) return [];
    return [
      {
        action: { type: 'set-ingress-port', ...place, from: asked, to: Number(ports[0].port) },
        proof: fromObject(service, `ports: ${ports[0].port}`),
      },
    ];
  });
};
