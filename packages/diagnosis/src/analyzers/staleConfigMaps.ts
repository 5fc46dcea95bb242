import { refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, containersOf, isOver } from '../cluster/pods';
import { list } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { variablesOf } from './contradictions/environment';
import { isAfter } from './contradictions/staleConfiguration';
import { fromObject } from './evidence';

/** Words of somebody who has changed something and does not see it. */
const WORDS =
  /^(config|configmaps?|configuration|settings?|flags?|values?|variables?|env|environment|chang(e|ed|es)|updated?|old|stale|still|effect|ignor(es|ed)|pick(s|ed)?|new)$/;

/** Containers that still have the variables, or the single files, of a ConfigMap that was changed after they started. */
export const staleConfigMaps: Analyzer = {
  name: 'stale-config-maps',
  sees: 'Running containers that read a ConfigMap as variables or by subPath, which was changed after they started, when somebody asks about a change.',
  analyze({ graph, scope }) {
    if (!scope.complaint || ![...scope.words].some(word => WORDS.test(word))) return [];
    const workloads = new Set(scope.focus.map(object => graph.workloadOf(object)));
    return [...workloads].flatMap(workload => describe(workload, graph));
  },
};

function describe(workload: KubernetesObject, graph: AnalysisContext['graph']): FindingDraft[] {
  const { namespace } = workload.metadata;
  const pods = graph.podsOf(workload).filter(pod => !isOver(pod));
  const stale = pods.flatMap(pod =>
    containersOf(pod).flatMap(({ name, spec, status }) => {
      const startedAt = status.state?.running?.startedAt;
      return startedAt
        ? fixedAtStart(spec, pod.spec, namespace, graph).flatMap(each => {
            const configMap = graph.find({ kind: 'ConfigMap', namespace, name: each.configMap });
            const changed = configMap?.metadata.lastUpdateTime;
            return configMap && changed && isAfter(changed, startedAt)
              ? [{ ...each, container: name, object: configMap, changed, startedAt: String(startedAt) }]
              : [];
          })
        : [];
    }),
  );
  const [first] = stale;
  if (!first) return [];
  const names = [...new Set(stale.filter(each => each.configMap === first.configMap).map(({ how }) => how))];
  return [
    {
      category: 'config-invalid',
      severity: 'MEDIUM',
      confidence: 0.85,
      latent: true,
      resource: refOf(workload),
      container: first.container,
      title: `${workload.metadata.name} still runs with an older ConfigMap ${first.configMap}`,
      rootCause: `ConfigMap ${first.configMap} was changed at ${first.changed}, and container ${first.container} of ${
        workload.kind
      } ${workload.metadata.name} has been running since ${
        first.startedAt
      }: it reads the ConfigMap at its start only (${list(names.slice(0, 4))}), so the change has no effect yet.`,
      explanation:
        'Variables and files mounted by subPath do not follow a ConfigMap; whole mounted directories do, after about a minute.',
      evidence: [
        fromObject(first.object, `changed at ${first.changed}`, first.changed),
        fromObject(
          workload,
          `container ${first.container}: ${list(names.slice(0, 4))}; running since ${first.startedAt}`,
        ),
      ],
      since: first.changed,
      fixes: [
        { type: 'restart', workload: refOf(workload), why: `it reads ConfigMap ${first.configMap} at its start only` },
      ],
    },
  ];
}

function fixedAtStart(spec: any, podSpec: any, namespace: string | undefined, graph: AnalysisContext['graph']) {
  const variables = variablesOf(spec, namespace, graph).flatMap(({ name, configMap }) =>
    configMap ? [{ configMap, how: `variable ${name}` }] : [],
  );
  const files = asArray(spec?.volumeMounts).flatMap(({ name, subPath, mountPath }) => {
    const configMap = asArray(podSpec?.volumes).find(volume => volume.name === name)?.configMap?.name;
    return subPath && configMap ? [{ configMap: String(configMap), how: `file ${mountPath} by subPath` }] : [];
  });
  return [...variables, ...files];
}
