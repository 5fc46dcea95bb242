import { refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray } from '../cluster/pods';
import { FixAction } from '../fixes/FixAction';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromObject } from './evidence';
import { closest } from './similarity';

interface Backend {
  where: string;
  service: { name: string; port?: { name?: string; number?: number } };
  ruleIndex?: number;
  pathIndex?: number;
}

/** Ingresses that route to a Service or a port that is not there. */
export const ingresses: Analyzer = {
  name: 'ingresses',
  sees: 'Ingress backends that name a Service, or a port of one, that does not exist.',
  analyze(context) {
    return context.graph
      .all('Ingress')
      .flatMap(ingress => backendsOf(ingress).flatMap(backend => describe(ingress, backend, context)));
  },
};

function describe(ingress: KubernetesObject, backend: Backend, { graph }: AnalysisContext): FindingDraft[] {
  const namespace = ingress.metadata.namespace;
  const { name, port } = backend.service;
  const service = graph.find({ kind: 'Service', namespace, name });
  const base = {
    category: 'ingress-misconfig' as const,
    severity: 'HIGH' as const,
    resource: refOf(ingress),
    since: ingress.metadata.creationTimestamp,
  };
  const asked = port?.name ?? port?.number;
  if (!service) {
    const names = graph.all('Service', namespace).map(object => object.metadata.name);
    const near = closest(name, names);
    const fixes: FixAction[] =
      near && backend.ruleIndex !== undefined && backend.pathIndex !== undefined
        ? [
            {
              type: 'set-ingress-service',
              ingress: refOf(ingress),
              ruleIndex: backend.ruleIndex,
              pathIndex: backend.pathIndex,
              from: name,
              to: near,
            },
          ]
        : [{ type: 'advice', description: `Create Service ${name}, or route to one that exists` }];
    return [
      {
        ...base,
        confidence: 0.97,
        affects: [{ kind: 'Service', namespace, name }],
        title: `Ingress ${ingress.metadata.name} routes to Service ${name}, which does not exist`,
        rootCause: `Ingress ${ingress.metadata.name} routes ${
          backend.where
        } to Service ${name}, which does not exist in namespace ${namespace} (not found)${
          near ? `; there is a Service ${near}` : ''
        }.`,
        explanation: 'The ingress controller has nothing to send requests to, so callers get 503.',
        evidence: [
          fromObject(ingress, `${backend.where} -> Service ${name}:${asked ?? ''}`),
          ...(near
            ? [
                fromObject(
                  graph.find({ kind: 'Service', namespace, name: near })!,
                  `exists, ports ${asArray(graph.find({ kind: 'Service', namespace, name: near })?.spec?.ports)
                    .map(each => each.port)
                    .join(', ')}`,
                ),
              ]
            : []),
        ],
        fixes,
      },
    ];
  }
  const ports = asArray(service.spec?.ports);
  if (
    asked === undefined ||
    service.spec?.type === 'ExternalName' ||
    ports.some(each => each.name === asked || each.port === asked)
  )
    return [];
  return [
    {
      ...base,
      confidence: 0.95,
      title: `Ingress ${ingress.metadata.name} asks port ${asked} of Service ${name}, which has no such port`,
      rootCause: `Ingress ${ingress.metadata.name} routes ${
        backend.where
      } to port ${asked} of Service ${name}, which only has ${ports
        .map(each => `${each.port}${each.name ? ` (${each.name})` : ''}`)
        .join(', ')}.`,
      explanation: 'The ingress controller has nothing to send requests to, so callers get 503.',
      evidence: [
        fromObject(ingress, `${backend.where} -> Service ${name}:${asked}`),
        fromObject(service, `ports: ${ports.map(each => each.port).join(', ')}`),
      ],
      fixes: [{ type: 'advice', description: `Route to a port that Service ${name} has` }],
    },
  ];
}

function backendsOf(ingress: KubernetesObject): Backend[] {
  const rules = asArray(ingress.spec?.rules).flatMap((rule, ruleIndex) =>
    asArray(rule.http?.paths).flatMap((path, pathIndex) =>
      path.backend?.service?.name
        ? [{ where: `${rule.host ?? '*'}${path.path ?? '/'}`, service: path.backend.service, ruleIndex, pathIndex }]
        : [],
    ),
  );
  const fallback = ingress.spec?.defaultBackend?.service;
  return fallback?.name ? [...rules, { where: 'everything else', service: fallback }] : rules;
}
