import { ClusterGraph } from './ClusterGraph';
import { KubernetesObject } from './KubernetesObject';
import { asArray } from './pods';

/** Where a workload says that it calls: a host with where that was read. */
export interface Call {
  host: string;
  port?: number;
  /** `env PAYMENT_URL`, `args of container app`, `ConfigMap web-config key nginx.conf`. */
  source: string;
}

// scheme://user@host:port/…, or host:port; a host of a single label counts only with one of these.
const URL_HOST = /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?:[^\s/@]{1,200}@)?([a-z0-9][-a-z0-9.]{0,252})(?::(\d{2,5}))?/gi;
const HOST_PORT = /(?:^|[\s"'=,;(@[])([a-z][-a-z0-9.]{0,252}):(\d{2,5})\b/gi;
const BARE_HOST = /^[a-z][-a-z0-9]*(\.[a-z0-9][-a-z0-9]*)*$/;
const CONFIG_FILE = /(\.(conf|cnf|cfg|ini|ya?ml|json|toml|properties|env|xml)|^[A-Z0-9_]+|^[a-z0-9_-]+)$/;
/** Program text is not configuration: what it mentions need not be called. Bytes of one ConfigMap value that are looked at. */
const MAX_CONFIG = 65_536;

/** The calls of a pod template, from its environment, arguments and mounted configuration. */
export function callsOf(
  template: { metadata?: any; spec?: any },
  namespace: string | undefined,
  graph: ClusterGraph,
): Call[] {
  const calls: Call[] = [];
  const volumes = asArray(template.spec?.volumes);
  for (const container of [...asArray(template.spec?.initContainers), ...asArray(template.spec?.containers)]) {
    for (const variable of asArray(container.env)) {
      if (typeof variable.value === 'string')
        calls.push(...withPort(hostsIn(variable.value, `env ${variable.name}`, true), variable.name, container));
      const reference = variable.valueFrom?.configMapKeyRef;
      if (reference)
        calls.push(...hostsInConfigMap(graph, namespace, reference.name, `env ${variable.name}`, reference.key));
    }
    for (const source of asArray(container.envFrom)) {
      if (source.configMapRef) calls.push(...hostsInConfigMap(graph, namespace, source.configMapRef.name, 'ConfigMap'));
    }
    const argv = [...asArray(container.command), ...asArray(container.args)].map(String);
    // A whole program passed to `sh -c` is code: its URLs count, its words do not.
    for (const argument of argv) calls.push(...hostsIn(argument, `args of container ${container.name}`, false));
    for (const mount of asArray(container.volumeMounts)) {
      const configMap = volumes.find(volume => volume.name === mount.name)?.configMap?.name;
      if (configMap) calls.push(...hostsInConfigMap(graph, namespace, configMap, 'ConfigMap'));
    }
  }
  const seen = new Set<string>();
  return calls.filter(call => {
    const key = `${call.host}:${call.port ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** `DB_HOST=db` beside `DB_PORT=5433` is one address. */
function withPort(calls: Call[], name: unknown, container: any): Call[] {
  const [call] = calls;
  const stem = /^(.{1,80}?)_?(?:HOST|HOSTNAME|ADDR|ADDRESS|SERVER|SERVICE)$/i.exec(String(name))?.[1];
  if (calls.length !== 1 || call.port !== undefined || !stem) return calls;
  const port = asArray(container.env).find(other => other.name === `${stem}_PORT` || other.name === `${stem}PORT`);
  if (!/^\d{2,5}$/.test(String(port?.value))) return calls;
  return [{ ...call, port: Number(port.value), source: `${call.source} and ${port.name}` }];
}

function hostsInConfigMap(
  graph: ClusterGraph,
  namespace: string | undefined,
  name: string,
  source: string,
  key?: string,
): Call[] {
  const data = graph.find({ kind: 'ConfigMap', namespace, name })?.data ?? {};
  return Object.entries(data)
    .filter(([file]) => (key === undefined ? CONFIG_FILE.test(file) : file === key))
    .flatMap(([file, text]) =>
      hostsIn(
        String(text).slice(0, MAX_CONFIG),
        source === 'ConfigMap' ? `ConfigMap ${name} key ${file}` : source,
        !String(text).includes('\n'),
      ),
    );
}

/** The hosts that a text names. `bare` accepts a value that is nothing but a host name. */
export function hostsIn(text: string, source: string, bare: boolean): Call[] {
  const calls: Call[] = [];
  for (const match of text.matchAll(URL_HOST)) calls.push(toCall(match[1], match[2], source));
  for (const match of text.matchAll(HOST_PORT)) calls.push(toCall(match[1], match[2], source));
  if (bare && BARE_HOST.test(text.trim())) calls.push(toCall(text.trim(), undefined, source));
  return calls;
}

function toCall(host: string, port: string | undefined, source: string): Call {
  return { host: host.toLowerCase().replace(/\.$/, ''), port: port === undefined ? undefined : Number(port), source };
}

/**
 * Namespaces other than its own that a workload calls by name. `db.data.svc` surely names one; `db.data` may be a host
 * outside of the cluster.
 */
export function namespacesCalled(calls: Call[], own: string | undefined): { namespace: string; sure: boolean }[] {
  const named = new Map<string, boolean>();
  for (const { host } of calls) {
    const labels = host.split('.');
    const sure = labels[2] === 'svc';
    if ((sure || labels.length === 2) && labels[1] !== own) named.set(labels[1], sure || Boolean(named.get(labels[1])));
  }
  return [...named].map(([namespace, sure]) => ({ namespace, sure }));
}

/** The Service that a host name means when it is used in `namespace`: `db`, `db.data`, `db.data.svc.cluster.local`, a cluster IP. */
export function serviceFor(
  host: string,
  namespace: string | undefined,
  graph: ClusterGraph,
): KubernetesObject | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) {
    return graph.all('Service').find(service => service.spec?.clusterIP === name);
  }
  const labels = name.split('.');
  const inNamespace = (index: number, ns: string | undefined) =>
    graph.find({ kind: 'Service', namespace: ns, name: labels[index] });
  if (labels.length === 1) return inNamespace(0, namespace);
  const qualified = labels.length === 2 || labels[2] === 'svc';
  // A pod of a StatefulSet has a name of its own in front: queue-0.queue.shop.svc
  const ofPod = labels[3] === 'svc' ? inNamespace(1, labels[2]) : inNamespace(1, namespace);
  return (
    (qualified ? inNamespace(0, labels[1]) : undefined) ??
    (labels.length === 2 || labels[3] === 'svc' ? ofPod : undefined)
  );
}
