import { ClusterGraph } from '../../cluster/ClusterGraph';
import { asArray } from '../../cluster/pods';

/** A variable as the container sees it. */
export interface Variable {
  name: string;
  /** `undefined` where it comes from a Secret, a field, or a ConfigMap that was not read. */
  value?: string;
  /** `env DB_HOST`, `key DB_HOST of ConfigMap web-config`. */
  source: string;
  /** The ConfigMap that it is read from. */
  configMap?: string;
}

/** The variables in the order of the kubelet: those of `envFrom` first, a later one of the same name replaces an earlier one. */
export function variablesOf(container: any, namespace: string | undefined, graph: ClusterGraph): Variable[] {
  const dataOf = (name: unknown): Record<string, unknown> | undefined =>
    graph.find({ kind: 'ConfigMap', namespace, name: String(name ?? '') })?.data;
  const imported = asArray(container?.envFrom).flatMap(({ configMapRef, prefix = '' }) =>
    Object.entries(dataOf(configMapRef?.name) ?? {}).map(([key, value]) => ({
      name: `${prefix}${key}`,
      value: String(value),
      source: `key ${key} of ConfigMap ${configMapRef?.name}`,
      configMap: String(configMapRef?.name),
    })),
  );
  const own = asArray(container?.env).map((entry): Variable => {
    const name = String(entry.name ?? '');
    const reference = entry.valueFrom?.configMapKeyRef;
    if (reference) {
      const value = dataOf(reference.name)?.[reference.key];
      return {
        name,
        value: value === undefined ? undefined : String(value),
        source: `env ${name}, key ${reference.key} of ConfigMap ${reference.name}`,
        configMap: String(reference.name),
      };
    }
    // an entry without value is the empty text
    return { name, value: entry.valueFrom ? undefined : String(entry.value ?? ''), source: `env ${name}` };
  });
  return [...imported, ...own];
}

/** Whether variables come from where nobody looked, so that one that is not known may well be set. */
export function hasUnknownVariables(container: any, namespace: string | undefined, graph: ClusterGraph): boolean {
  return asArray(container?.envFrom).some(
    ({ secretRef, configMapRef }) =>
      secretRef || !graph.find({ kind: 'ConfigMap', namespace, name: String(configMapRef?.name ?? '') }),
  );
}
