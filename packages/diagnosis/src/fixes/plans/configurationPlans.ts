import { fromObject } from '../../analyzers/evidence';
import { closest } from '../../analyzers/similarity';
import { ClusterGraph } from '../../cluster/ClusterGraph';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { asArray, containersOf } from '../../cluster/pods';
import { Plan, PlannedFix, templateContainers } from './Plan';

const MISSING_KEY = /couldn't find key (\S+) in (ConfigMap|Secret) (?:[^/\s]+\/)?([^\s"]+)/i;
const MISSING_OBJECT = /(configmap|secret|persistentvolumeclaim)s? "([^"]+)" (?:is )?not found/i;

type Holder = 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim';

const KINDS: Record<string, Holder> = {
  configmap: 'ConfigMap',
  secret: 'Secret',
  persistentvolumeclaim: 'PersistentVolumeClaim',
};

/** The key that is there instead: of a ConfigMap its own keys, of a Secret those that running pods read. */
export const keyThatExists: Plan = ({ container, graph, object, text }) => {
  const [, key, kind, holder] = MISSING_KEY.exec(text) ?? [];
  if (!container || !object || !key) return [];
  const isSecret = kind.toLowerCase() === 'secret';
  const field = isSecret ? 'secretKeyRef' : 'configMapKeyRef';
  const namespace = object.metadata.namespace;
  const configMap = isSecret ? undefined : graph.find({ kind: 'ConfigMap', namespace, name: holder });
  const users = isSecret ? keysInUse(holder, graph, namespace) : new Map<string, KubernetesObject>();
  const keys = isSecret ? [...users.keys()] : Object.keys(configMap?.data ?? {});
  const near = closest(key, keys);
  const source = near === undefined ? undefined : configMap ?? users.get(near);
  if (near === undefined || !source) return [];
  return asArray(container.spec.env)
    .filter(each => each.valueFrom?.[field]?.name === holder && each.valueFrom[field].key === key)
    .map(each => ({
      action: {
        type: 'set-env-key',
        ...container.ref,
        variable: String(each.name),
        holder: isSecret ? 'Secret' : 'ConfigMap',
        name: holder,
        from: key,
        to: near,
      },
      proof: fromObject(
        source,
        isSecret ? `reads key ${near} of Secret ${holder} and runs` : `keys: ${keys.slice(0, 20).join(', ')}`,
      ),
    }));
};

/** Secrets are never read. That a running container got a key proves that it is there, or was when it started. */
function keysInUse(secret: string, graph: ClusterGraph, namespace: string | undefined): Map<string, KubernetesObject> {
  const keys = new Map<string, KubernetesObject>();
  for (const pod of graph.all('Pod', namespace)) {
    for (const { spec, status } of containersOf(pod)) {
      if (!status.state?.running) continue;
      for (const { valueFrom } of asArray(spec.env)) {
        const reference = valueFrom?.secretKeyRef;
        if (reference?.name === secret && typeof reference.key === 'string') keys.set(reference.key, pod);
      }
    }
  }
  return keys;
}

/** The object that is there instead of the missing one, where only one resembles it. */
export const holderThatExists: Plan = ({ object, graph, text }) => {
  const [, word, missing] = MISSING_OBJECT.exec(text) ?? [];
  if (!object || !missing) return [];
  const kind = KINDS[word.toLowerCase()];
  const namespace = object.metadata.namespace;
  const found =
    kind === 'Secret' ? secretInUse(missing, graph, namespace) : resembling(kind, missing, graph, namespace);
  if (!found) return elsewhere(kind, missing, graph, namespace);
  const { name, proof } = found;
  const volumes = asArray(graph.templateOf(object).spec?.volumes)
    .filter(volume => nameIn(volume, kind) === missing)
    .map(
      (volume): PlannedFix => ({
        action: {
          type: 'set-volume-source',
          workload: { kind: object.kind, namespace, name: object.metadata.name },
          volume: String(volume.name),
          holder: kind,
          from: missing,
          to: name,
        },
        proof,
      }),
    );
  if (kind === 'PersistentVolumeClaim') return volumes;
  const reference = kind === 'Secret' ? 'secretRef' : 'configMapRef';
  const sources = templateContainers(object, graph).flatMap(({ spec, ref, index: containerIndex }) =>
    asArray(spec.envFrom).flatMap((source, index): PlannedFix[] =>
      source[reference]?.name === missing
        ? [
            {
              action: { type: 'set-env-source', ...ref, containerIndex, index, holder: kind, from: missing, to: name },
              proof,
            },
          ]
        : [],
    ),
  );
  return [...volumes, ...sources];
};

function nameIn(volume: any, kind: Holder): string | undefined {
  return {
    ConfigMap: volume.configMap?.name,
    Secret: volume.secret?.secretName,
    PersistentVolumeClaim: volume.persistentVolumeClaim?.claimName,
  }[kind];
}

function resembling(kind: Holder, missing: string, graph: ClusterGraph, namespace: string | undefined) {
  const names = graph.all(kind, namespace).map(({ metadata }) => metadata.name);
  // One that others use already has its own readers; one of the same first word that nobody reads is the one meant.
  const sameWord = names.filter(
    name => name.split(/[-.]/)[0] === missing.split(/[-.]/)[0] && !isUsed(name, graph, namespace),
  );
  const name = closest(missing, names) ?? (sameWord.length === 1 ? sameWord[0] : undefined);
  const object = name === undefined ? undefined : graph.find({ kind, namespace, name });
  if (!object || name === undefined) return undefined;
  return {
    name,
    proof: fromObject(
      object,
      `exists; keys: ${
        Object.keys(object.data ?? {})
          .slice(0, 20)
          .join(', ') || 'none'
      }`,
    ),
  };
}

function isUsed(name: string, graph: ClusterGraph, namespace: string | undefined): boolean {
  const text = JSON.stringify(graph.workloads(namespace).map(workload => graph.templateOf(workload).spec ?? {}));
  return text.includes(`"name":"${name}"`) || text.includes(`"claimName":"${name}"`);
}

function secretInUse(missing: string, graph: ClusterGraph, namespace: string | undefined) {
  const users = new Map<string, KubernetesObject>();
  for (const pod of graph.all('Pod', namespace)) {
    if (!containersOf(pod).some(({ status }) => status.state?.running)) continue;
    for (const volume of asArray(pod.spec?.volumes)) {
      if (typeof volume.secret?.secretName === 'string') users.set(volume.secret.secretName, pod);
    }
    for (const { spec } of containersOf(pod)) {
      for (const { secretRef } of asArray(spec.envFrom))
        if (typeof secretRef?.name === 'string') users.set(secretRef.name, pod);
    }
  }
  const name = closest(missing, [...users.keys()]);
  const pod = name === undefined ? undefined : users.get(name);
  return name === undefined || !pod ? undefined : { name, proof: fromObject(pod, `runs with Secret ${name}`) };
}

/** The ConfigMap exists under this name in another namespace: it was forgotten when the workload moved. */
function elsewhere(kind: Holder, name: string, graph: ClusterGraph, namespace: string | undefined): PlannedFix[] {
  const others = kind === 'ConfigMap' ? graph.all('ConfigMap').filter(({ metadata }) => metadata.name === name) : [];
  const [other] = others;
  if (others.length !== 1 || namespace === undefined) return [];
  return [
    {
      action: {
        type: 'create-config-map',
        configMap: { kind: 'ConfigMap', namespace, name },
        data: other.data ?? {},
        why: `a copy of the one in namespace ${other.metadata.namespace}; check that its values fit here`,
      },
      proof: fromObject(
        other,
        `keys: ${Object.keys(other.data ?? {})
          .slice(0, 20)
          .join(', ')}`,
      ),
    },
  ];
}

/** A variable that is not set here, and that all others of the namespace set to one value. */
export const variableOfNeighbours: Plan = ({ container, graph, object, finding }) => {
  if (!container || !object) return [];
  const own = new Set(asArray(container.spec.env).map(({ name }) => String(name)));
  const asked = [...new Set(finding.rootCause.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g) ?? [])].filter(
    name => !own.has(name),
  );
  return asked.flatMap((variable): PlannedFix[] => {
    const users = graph.workloads(object.metadata.namespace).flatMap(workload =>
      templateContainers(workload, graph).flatMap(({ spec }) =>
        asArray(spec.env)
          .filter(({ name, value }) => name === variable && typeof value === 'string' && value !== '')
          .map(({ value }) => ({ workload, value: String(value) })),
      ),
    );
    if (new Set(users.map(({ value }) => value)).size !== 1) return [];
    const [{ workload, value }] = users;
    return [
      {
        action: {
          type: 'set-env',
          ...container.ref,
          variable,
          to: value,
          why: `the value that ${workload.kind} ${workload.metadata.name} has for it`,
        },
        proof: fromObject(workload, `env ${variable}: ${value}`),
      },
    ];
  });
};
