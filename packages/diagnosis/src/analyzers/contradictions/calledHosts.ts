import { Category } from '../../categories';
import { Call, callsOf, serviceFor } from '../../cluster/calls';
import { ClusterGraph } from '../../cluster/ClusterGraph';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { asArray } from '../../cluster/pods';
import { list } from '../../explain/words';
import { fromObject } from '../evidence';
import { closest } from '../similarity';
import { Contradiction, Failure } from './Contradiction';

const CALLS: Category[] = [
  'dns',
  'dependency-down',
  'crash-loop-app-error',
  'crash-loop-config',
  'init-container',
  'job-failed',
  'log-needle',
  'readiness-probe',
  'liveness-probe',
  'clock-or-deadlock',
  'tls-certificate',
  'network-policy',
  'service-port-mismatch',
];

/** A call to a Service that is not there, in which case a similar one is named, or to a port that the Service does not offer. */
export function calledHosts(failure: Failure, graph: ClusterGraph): Contradiction[] {
  const { draft, spec, namespace, containers, text } = failure;
  if (!CALLS.includes(draft.category)) return [];
  const template = { spec: { ...spec, initContainers: [], containers } };
  return callsOf(template, namespace, graph)
    .filter(({ host }) => mentionsHost(text, host))
    .flatMap(call => {
      const service = serviceFor(call.host, namespace, graph);
      return service ? wrongPort(call, service, failure) : noService(call, failure, graph);
    })
    .slice(0, 1);
}

function wrongPort({ host, port, source }: Call, service: KubernetesObject, { workload }: Failure): Contradiction[] {
  const ports = asArray(service.spec?.ports);
  // A headless Service only resolves the name: any port of the pods can be called by it.
  const isOpen = service.spec?.clusterIP === 'None' || service.spec?.type === 'ExternalName';
  if (port === undefined || isOpen || ports.length === 0 || ports.some(each => each.port === port)) return [];
  const offered = ports.map(each => `${each.port}${each.name ? ` (${each.name})` : ''}`);
  return [
    {
      sentence: `${workload.metadata.name} calls ${host} on port ${port} (${source}), and Service ${
        service.metadata.name
      } offers only ${list(offered)}.`,
      evidence: [
        fromObject(workload, `${source}: ${host}:${port}`),
        fromObject(service, `ports: ${offered.join(', ')}`),
      ],
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Call port ${ports[0].port} of Service ${service.metadata.name}: correct ${source}`,
          changes: 'The configuration of the caller.',
        },
      ],
    },
  ];
}

const ADDRESS = /HOST|URL|URI|ADDR|ENDPOINT|SERVER|SERVICE|BROKER|DSN|UPSTREAM|BACKEND|PEER|NODE|CLUSTER|DATABASE/i;

function noService(
  { host, port, source }: Call,
  { workload, namespace, draft }: Failure,
  graph: ClusterGraph,
): Contradiction[] {
  const [name, where, svc] = host.split('.');
  const wantedIn = where === undefined ? namespace : where;
  const isOfCluster =
    where === undefined || svc === 'svc' || graph.find({ kind: 'Namespace', name: where }) !== undefined;
  const here = graph.all('Service', wantedIn);
  if (!isOfCluster || name === 'localhost' || !graph.knows('Service')) return [];
  // A lone word may be anything (APP=orders): only the name of its variable can make a host of it.
  if (where === undefined && port === undefined && source.startsWith('env ') && !ADDRESS.test(source)) return [];
  const elsewhere = graph
    .all('Service')
    .find(({ metadata }) => metadata.name === name && metadata.namespace !== wantedIn);
  const near = closest(
    name,
    here.map(({ metadata }) => metadata.name),
  );
  if (!elsewhere && !near && draft.category !== 'dns') return [];
  let hint = '';
  if (near) hint = `; there is a Service ${near}`;
  if (elsewhere) hint = `; there is one in namespace ${elsewhere.metadata.namespace}`;
  const found = elsewhere ?? here.find(({ metadata }) => metadata.name === near);
  return [
    {
      sentence: `There is no Service ${name} in namespace ${wantedIn}${hint} (${source} names ${host}).`,
      evidence: [
        fromObject(workload, `${source}: ${host}`),
        ...(found
          ? [
              fromObject(
                found,
                `exists in namespace ${found.metadata.namespace}, ports ${asArray(found.spec?.ports)
                  .map(each => each.port)
                  .join(', ')}`,
              ),
            ]
          : []),
      ],
      fixes: found
        ? [
            {
              type: 'advice',
              risk: 'MEDIUM',
              description: `Let ${source} name ${
                elsewhere ? `${found.metadata.name}.${found.metadata.namespace}` : found.metadata.name
              }`,
              changes: 'The configuration of the caller.',
            },
          ]
        : [],
    },
  ];
}

function mentionsHost(text: string, host: string): boolean {
  const escaped = host.replace(/[.]/g, '\\.');
  return /^[-a-z0-9.]{2,253}$/.test(host) && new RegExp(`(?<![-\\w.])${escaped}(?![-\\w])`, 'i').test(text);
}
