import { ClusterGraph } from '../../cluster/ClusterGraph';
import { asArray } from '../../cluster/pods';

/** Where a container mounts a volume. */
export interface Mount {
  path: string;
  readOnly: boolean;
  subPath?: string;
  volume: any;
  /** `emptyDir`, `configMap`, `persistentVolumeClaim`, … */
  type: string;
}

export function mountsOf(container: any, spec: any): Mount[] {
  return asArray(container?.volumeMounts).flatMap(mount => {
    const volume = asArray(spec?.volumes).find(({ name }) => name === mount.name);
    if (!volume || typeof mount.mountPath !== 'string') return [];
    return [
      {
        path: mount.mountPath.replace(/(.)\/+$/, '$1'),
        readOnly: Boolean(mount.readOnly),
        subPath: typeof mount.subPath === 'string' ? mount.subPath : undefined,
        volume,
        type: Object.keys(volume).find(field => field !== 'name') ?? 'emptyDir',
      },
    ];
  });
}

/** The volume that a path of the container lies on: the deepest mount above it. */
export function mountOf(path: string, mounts: Mount[]): Mount | undefined {
  return mounts
    .filter(mount => path === mount.path || path.startsWith(mount.path === '/' ? '/' : `${mount.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** The files that a ConfigMap volume shows; `undefined` when the ConfigMap was not read. */
export function filesOf(volume: any, namespace: string | undefined, graph: ClusterGraph): string[] | undefined {
  const configMap = graph.find({ kind: 'ConfigMap', namespace, name: String(volume.configMap?.name ?? '') });
  if (!configMap) return undefined;
  const keys = [...Object.keys(configMap.data ?? {}), ...Object.keys(configMap.binaryData ?? {})];
  const items = asArray(volume.configMap?.items);
  return items.length > 0 ? items.map(({ path, key }) => String(path ?? key)) : keys;
}

/** Absolute paths that stand in a text, longest first. */
export function pathsIn(text: string): string[] {
  const paths = [...text.matchAll(/(?<![\w.:/])(?:\/[\w.@+-]{1,100}){1,20}/g)].map(([path]) =>
    path.replace(/[.]+$/, ''),
  );
  return [...new Set(paths)].sort((a, b) => b.length - a.length).slice(0, 20);
}
