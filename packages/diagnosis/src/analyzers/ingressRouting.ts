import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray } from '../cluster/pods';
import { list } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromObject } from './evidence';
import { closest } from './similarity';

const TLS_WORDS = ['tls', 'https', 'certificate', 'certificates', 'cert', 'ssl', 'browser'];

/** Ingresses that no controller serves, that another one contradicts, or whose certificate is for another host. */
export const ingressRouting: Analyzer = {
  name: 'ingress-routing',
  sees: 'Ingresses of a class that does not exist or of none, two Ingresses with the same host and path and different backends, hosts without TLS beside hosts with it.',
  analyze(context) {
    return context.graph
      .all('Ingress')
      .flatMap(ingress => [
        ...withoutClass(ingress, context.graph),
        ...sameRoute(ingress, context.graph),
        ...hostWithoutTls(ingress, context),
        ...unseenCertificate(ingress, context),
      ]);
  },
};

function baseOf(ingress: KubernetesObject) {
  return {
    category: 'ingress-misconfig' as const,
    severity: 'HIGH' as const,
    resource: refOf(ingress),
    since: ingress.metadata.creationTimestamp,
  };
}

function withoutClass(ingress: KubernetesObject, graph: ClusterGraph): FindingDraft[] {
  const classes = graph.all('IngressClass');
  const names = classes.map(({ metadata }) => metadata.name);
  const wanted = ingress.spec?.ingressClassName;
  const annotation = ingress.metadata.annotations?.['kubernetes.io/ingress.class'];
  // Some controllers know no classes; the old annotation needs none either.
  if (names.length === 0 || annotation || names.includes(wanted)) return [];
  const byDefault = classes.some(
    ({ metadata }) => metadata.annotations?.['ingressclass.kubernetes.io/is-default-class'] === 'true',
  );
  if (wanted === undefined && byDefault) return [];
  const near = wanted === undefined ? undefined : closest(wanted, names);
  const { name } = ingress.metadata;
  const isServed = asArray(ingress.status?.loadBalancer?.ingress).length > 0;
  return [
    {
      ...baseOf(ingress),
      confidence: 0.93,
      // An address shows that a controller has taken it all the same.
      latent: isServed || wanted === undefined,
      affects: backendsOf(ingress),
      title:
        wanted === undefined
          ? `Ingress ${name} has no class, and no IngressClass is the default`
          : `Ingress ${name} has class ${wanted}, which does not exist`,
      rootCause:
        wanted === undefined
          ? `Ingress ${name} names no ingressClassName and no IngressClass is marked as the default (there is ${list(
              names,
            )}), so no controller serves it.`
          : `Ingress ${name} names IngressClass ${wanted}, which does not exist (not found); there is ${list(
              names,
            )}. No controller serves it.`,
      explanation: 'Nothing reports it: the Ingress only never gets an address, and callers get 404 or no answer.',
      evidence: [
        fromObject(ingress, `ingressClassName: ${wanted ?? 'not set'}; address: ${isServed ? 'there is one' : 'none'}`),
        ...classes
          .slice(0, 3)
          .map(each =>
            fromObject(each, `an IngressClass${each.spec?.controller ? ` of controller ${each.spec.controller}` : ''}`),
          ),
      ],
      fixes: [
        {
          type: 'advice',
          risk: 'LOW',
          description: `Set ingressClassName of Ingress ${name} to ${near ?? list(names)}`,
        },
      ],
    },
  ];
}

interface Route {
  host: string;
  path: string;
  backend: string;
}

function routesOf(ingress: KubernetesObject): Route[] {
  return asArray(ingress.spec?.rules).flatMap(rule =>
    asArray(rule.http?.paths).map(path => ({
      host: String(rule.host ?? '*'),
      path: String(path.path ?? '/'),
      backend: `${path.backend?.service?.name}:${
        path.backend?.service?.port?.number ?? path.backend?.service?.port?.name
      }`,
    })),
  );
}

function sameRoute(ingress: KubernetesObject, graph: ClusterGraph): FindingDraft[] {
  const others = graph
    .all('Ingress')
    .filter(other => other !== ingress && other.spec?.ingressClassName === ingress.spec?.ingressClassName)
    // A canary is a second Ingress of the same route by design.
    .filter(other => ![ingress, other].some(each => isCanary(each)));
  return routesOf(ingress).flatMap(route => {
    const rival = others.find(other =>
      routesOf(other).some(
        each => each.host === route.host && each.path === route.path && each.backend !== route.backend,
      ),
    );
    const isFirst = rival && keyIn(ingress) < keyIn(rival);
    if (!rival || !isFirst) return [];
    const theirs = routesOf(rival).find(each => each.host === route.host && each.path === route.path)!;
    const where = `${route.host}${route.path}`;
    return [
      {
        ...baseOf(ingress),
        confidence: 0.88,
        latent: true,
        affects: [refOf(rival), ...backendsOf(ingress), ...backendsOf(rival)],
        title: `Ingresses ${ingress.metadata.name} and ${rival.metadata.name} both route ${where}`,
        rootCause: `Ingresses ${ingress.metadata.name} and ${rival.metadata.name} both route ${where}, to ${route.backend} and to ${theirs.backend}: only one of them gets the requests, with most controllers the older one.`,
        explanation: 'Controllers report it in their own log at most; callers see the wrong application.',
        evidence: [
          fromObject(ingress, `${where} -> ${route.backend}, made ${ingress.metadata.creationTimestamp}`),
          fromObject(rival, `${where} -> ${theirs.backend}, made ${rival.metadata.creationTimestamp}`),
        ],
        fixes: [{ type: 'advice', risk: 'MEDIUM', description: `Remove ${where} from one of the two Ingresses` }],
      },
    ];
  });
}

function isCanary(ingress: KubernetesObject): boolean {
  return Object.entries(ingress.metadata.annotations ?? {}).some(
    ([key, value]) => /canary$/.test(key) && value === 'true',
  );
}

function keyIn({ metadata }: KubernetesObject): string {
  return `${metadata.namespace}/${metadata.name}`;
}

function hostWithoutTls(ingress: KubernetesObject, { scope }: AnalysisContext): FindingDraft[] {
  const tls = asArray(ingress.spec?.tls);
  const covered = tls.flatMap(each => asArray(each.hosts)).map(String);
  const hosts = asArray(ingress.spec?.rules).flatMap(({ host }) => (host ? [String(host)] : []));
  const bare = hosts.filter(host => !covered.some(each => covers(each, host)));
  if (covered.length === 0 || bare.length === 0 || ![...scope.words].some(word => TLS_WORDS.includes(word))) return [];
  return [
    {
      ...baseOf(ingress),
      category: 'tls-certificate',
      confidence: 0.85,
      latent: true,
      affects: backendsOf(ingress),
      title: `Ingress ${ingress.metadata.name} has no certificate for ${list(bare)}`,
      rootCause: `Ingress ${ingress.metadata.name} serves ${list(bare)}, and its tls section names only ${list(
        covered,
      )}: callers of ${list(bare)} get the controller's own certificate, which browsers reject.`,
      explanation: 'The certificates themselves are in Secrets, which are never read.',
      evidence: [
        fromObject(
          ingress,
          `rules: ${hosts.join(', ')}; tls: ${tls
            .map(each => `${asArray(each.hosts).join(', ')} by Secret ${each.secretName}`)
            .join('; ')}`,
        ),
      ],
      fixes: [
        { type: 'advice', risk: 'LOW', description: `Add ${list(bare)} to the tls section, with a certificate for it` },
      ],
    },
  ];
}

/**
 * Whether the Secret of a certificate exists cannot be known here. When somebody sees a wrong certificate and the Ingress
 * itself is right, that Secret is what is left; the check that decides goes with it.
 */
function unseenCertificate(ingress: KubernetesObject, { scope }: AnalysisContext): FindingDraft[] {
  const tls = asArray(ingress.spec?.tls).filter(({ secretName }) => secretName);
  if (tls.length === 0 || !scope.complaint || ![...scope.words].some(word => TLS_WORDS.includes(word))) return [];
  const { namespace, name } = ingress.metadata;
  const secrets = [...new Set(tls.map(({ secretName }) => String(secretName)))];
  return [
    {
      ...baseOf(ingress),
      severity: 'MEDIUM',
      confidence: 0.55,
      latent: true,
      affects: backendsOf(ingress),
      title: `Ingress ${name} takes its certificate from Secret ${list(secrets)}, which could not be looked at`,
      rootCause: `Ingress ${name} takes the certificate of ${list(
        tls.flatMap(({ hosts }) => asArray(hosts).map(String)),
      )} from Secret ${list(
        secrets,
      )}. When that Secret is missing or holds no certificate for the host, the controller shows its own default certificate and reports it only in its log. Secrets are never read here, so this is likely and not proven.`,
      explanation: `The check that decides: whether Secret ${list(
        secrets,
      )} exists in namespace ${namespace}, is of type kubernetes.io/tls, and is not expired.`,
      evidence: [
        fromObject(
          ingress,
          `tls: ${tls.map(each => `${asArray(each.hosts).join(', ')} by Secret ${each.secretName}`).join('; ')}`,
        ),
      ],
      fixes: secrets.slice(0, 2).map(secret => ({
        type: 'inspect' as const,
        what: 'describe' as const,
        target: { kind: 'Secret', namespace, name: secret },
        why: `See whether Secret ${secret} exists; describe shows no values`,
      })),
    },
  ];
}

function covers(pattern: string, host: string): boolean {
  return pattern === host || (pattern.startsWith('*.') && host.split('.').slice(1).join('.') === pattern.slice(2));
}

function backendsOf(ingress: KubernetesObject) {
  return asArray(ingress.spec?.rules)
    .flatMap(rule => asArray(rule.http?.paths))
    .flatMap(path =>
      path.backend?.service?.name
        ? [{ kind: 'Service', namespace: ingress.metadata.namespace, name: String(path.backend.service.name) }]
        : [],
    );
}
