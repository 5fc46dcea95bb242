import { Category } from '../../categories';
import { asArray } from '../../cluster/pods';
import { list } from '../../explain/words';
import { ClusterGraph } from '../../cluster/ClusterGraph';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';
import { filesOf, Mount, mountOf, mountsOf, pathsIn } from './mounts';

/** A program or a file of it is missing; data that was never written says the same, but not of these. */
const MISSING_PROGRAM =
  /cannot find module|can't open file|unable to access jarfile|executable file not found|no module named|could not find or load main class|exec[^\n]{0,80}no such file|not in the image|not found$/im;
const MISSING_FILE =
  /no such file|not found|enoent|does not exist|cannot open|can't open|could not (?:open|read|load)/i;
const WRONG_TYPE = /is a directory|not a directory|eisdir|enotdir/i;

const START_FAILURES: Category[] = [
  'bad-command',
  'crash-loop-app-error',
  'crash-loop-config',
  'config-invalid',
  'init-container',
  'job-failed',
  'volume-mount',
  'permission-denied',
  'log-needle',
  'liveness-probe',
  'readiness-probe',
  'startup-probe',
];

/** A volume that is mounted over what the image has there, and a ConfigMap that lacks the file which is mounted from it. */
export function hiddenFiles(failure: Failure, graph: ClusterGraph): Contradiction[] {
  const { draft, text, spec } = failure;
  if (!START_FAILURES.includes(draft.category)) return [];
  return failure.containers.flatMap(container => {
    const mounts = mountsOf(container, spec);
    const wrong = missingSubPath(container, mounts, failure, graph);
    if (wrong) return [wrong];
    if (!MISSING_FILE.test(text) && !MISSING_PROGRAM.test(text)) return [];
    const command = [...asArray(container.command), ...asArray(container.args)].map(String);
    const called = draft.category === 'bad-command' || MISSING_PROGRAM.test(text);
    const paths = [...pathsIn(text), ...(called ? pathsIn(command.join(' ')) : [])];
    const hidden = [...new Set(paths)].flatMap(path => {
      const found = mountOf(path, mounts);
      // The mount point itself exists; what is missed lies below it.
      return found && path !== found.path ? describeHidden(path, found, container, failure, graph) : [];
    });
    return hidden.slice(0, 1);
  });
}

function describeHidden(
  path: string,
  mount: Mount,
  container: any,
  failure: Failure,
  graph: ClusterGraph,
): Contradiction[] {
  const { volume, type } = mount;
  const { spec, namespace, workload } = failure;
  const isProgram = failure.draft.category === 'bad-command' || MISSING_PROGRAM.test(failure.text);
  const evidence = [
    fromObject(
      workload,
      `container ${container.name} mounts volume ${volume.name} (${describeVolume(mount)}) at ${mount.path}${
        mount.subPath ? `, subPath ${mount.subPath}` : ''
      }`,
    ),
  ];
  const fixes = [
    {
      type: 'advice' as const,
      risk: 'MEDIUM' as const,
      description: `Mount volume ${volume.name} of container ${container.name} at a directory of its own instead of ${mount.path}, or a single file with subPath`,
      changes: 'The pod template: one rollout.',
    },
  ];
  if (type === 'configMap') {
    const files = filesOf(volume, namespace, graph);
    const wanted = path.slice(mount.path.length + 1);
    if (mount.subPath || !files || files.includes(wanted) || files.some(file => file.startsWith(`${wanted}/`)))
      return [];
    return [
      {
        sentence: `ConfigMap ${volume.configMap?.name} is mounted at ${
          mount.path
        } and hides what the image has there; ${wanted} is not among its files (${
          files.slice(0, 8).join(', ') || 'none'
        }).`,
        evidence,
        fixes,
      },
    ];
  }
  const sharers = [...asArray(spec.initContainers), ...asArray(spec.containers)].filter(
    other => other.name !== container.name && asArray(other.volumeMounts).some(({ name }) => name === volume.name),
  );
  // Another container was to write the file: then the mount is right.
  if (sharers.length > 0 || !isProgram) return [];
  if (!['emptyDir', 'persistentVolumeClaim', 'hostPath', 'secret', 'projected'].includes(type)) return [];
  return [
    {
      sentence: `Volume ${volume.name} (${describeVolume(mount)}) is mounted at ${
        mount.path
      } and hides everything that the image has there, ${path} included.`,
      evidence,
      fixes,
    },
  ];
}

/** The kubelet makes an empty directory where a subPath names a key that is not there. */
function missingSubPath(
  container: any,
  mounts: Mount[],
  { text, namespace, workload }: Failure,
  graph: ClusterGraph,
): Contradiction | undefined {
  const mount = mounts.find(({ type, subPath, volume, path }) => {
    const files = type === 'configMap' && subPath ? filesOf(volume, namespace, graph) : undefined;
    const isMissing = files && !files.some(file => file === subPath || file.startsWith(`${subPath}/`));
    return isMissing && (text.includes(path) || WRONG_TYPE.test(text) || MISSING_FILE.test(text));
  });
  if (!mount) return undefined;
  const files = filesOf(mount.volume, namespace, graph)!;
  const name = mount.volume.configMap?.name;
  return {
    sentence: `Container ${container.name} mounts ${mount.subPath} of ConfigMap ${name} at ${
      mount.path
    }, and the ConfigMap has no such key (it has ${
      list(files.slice(0, 8)) || 'none'
    }), so an empty directory stands there instead of the file.`,
    evidence: [
      fromObject(
        workload,
        `container ${container.name}: mountPath ${mount.path}, subPath ${mount.subPath}, ConfigMap ${name}`,
      ),
      fromObject(graph.find({ kind: 'ConfigMap', namespace, name: String(name) })!, `keys: ${files.join(', ')}`),
    ],
    fixes: [
      {
        type: 'advice',
        risk: 'MEDIUM',
        description: `Name a key that ConfigMap ${name} has in the subPath, or add ${mount.subPath} to the ConfigMap`,
        changes: 'The pod template or the ConfigMap; a subPath is read at the start of the pod only.',
      },
    ],
  };
}

export function describeVolume({ type, volume }: Mount): string {
  const names: Record<string, string> = {
    configMap: `ConfigMap ${volume.configMap?.name}`,
    secret: `Secret ${volume.secret?.secretName}`,
    persistentVolumeClaim: `PersistentVolumeClaim ${volume.persistentVolumeClaim?.claimName}`,
    emptyDir: 'an empty directory',
    hostPath: `the node's ${volume.hostPath?.path}`,
  };
  return names[type] ?? type;
}
