import { ClusterGraph } from '../../cluster/ClusterGraph';
import { asArray } from '../../cluster/pods';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';
import { describeVolume } from './hiddenFiles';
import { Mount, mountOf, mountsOf, pathsIn } from './mounts';

const READ_ONLY = /read-only file ?system|erofs/i;
const DENIED = /permission denied|eacces|operation not permitted|not executable/i;
/** They are always mounted read-only, whatever the mount says. */
const READ_ONLY_TYPES = ['configMap', 'secret', 'projected', 'downwardAPI'];

/** Why a file cannot be written or executed: a read-only root, a read-only volume, a user without rights, a mode without x. */
export function refusedWrites({ text, spec, containers, workload }: Failure, _graph: ClusterGraph): Contradiction[] {
  const readOnly = READ_ONLY.test(text);
  if (!readOnly && !DENIED.test(text)) return [];
  const lines = text.split('\n').filter(line => READ_ONLY.test(line) || DENIED.test(line));
  const paths = pathsIn(lines.join('\n'));
  const found = containers.flatMap(container => {
    const mounts = mountsOf(container, spec);
    return paths.flatMap(path => {
      const mount = mountOf(path, mounts);
      return readOnly
        ? readOnlyFor(path, mount, container, workload)
        : deniedFor(path, mount, container, spec, workload);
    });
  });
  return found.slice(0, 1);
}

function readOnlyFor(
  path: string,
  mount: Mount | undefined,
  container: any,
  workload: Failure['workload'],
): Contradiction[] {
  if (mount && (mount.readOnly || READ_ONLY_TYPES.includes(mount.type))) {
    const why = mount.readOnly ? 'with readOnly: true' : 'which is always read-only';
    return [
      {
        sentence: `${path} lies on volume ${mount.volume.name} (${describeVolume(mount)}), mounted at ${
          mount.path
        } ${why}.`,
        evidence: [
          fromObject(
            workload,
            `container ${container.name}: volumeMount ${mount.path}, readOnly ${mount.readOnly}, ${describeVolume(
              mount,
            )}`,
          ),
        ],
      },
    ];
  }
  if (mount || !container.securityContext?.readOnlyRootFilesystem) return [];
  const directory = path.slice(0, path.lastIndexOf('/')) || path;
  return [
    {
      sentence: `Container ${container.name} has readOnlyRootFilesystem: true and no volume is mounted at ${directory}, so it cannot write ${path}.`,
      evidence: [
        fromObject(
          workload,
          `container ${container.name}: securityContext.readOnlyRootFilesystem true, volumeMounts: ${
            asArray(container.volumeMounts)
              .map(each => each.mountPath)
              .join(', ') || 'none'
          }`,
        ),
      ],
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Mount an emptyDir at ${directory} in container ${container.name}, or let it write to a directory that is mounted`,
          changes: 'The pod template: one rollout.',
        },
      ],
    },
  ];
}

function deniedFor(
  path: string,
  mount: Mount | undefined,
  container: any,
  spec: any,
  workload: Failure['workload'],
): Contradiction[] {
  const user = container.securityContext?.runAsUser ?? spec.securityContext?.runAsUser;
  const group = spec.securityContext?.fsGroup;
  const identity = `container ${container.name}: runAsUser ${user ?? 'not set'}, fsGroup ${group ?? 'not set'}`;
  if (mount?.type === 'configMap' || mount?.type === 'secret') {
    const mode = mount.volume[mount.type]?.defaultMode ?? 0o644;
    const isRun = [...asArray(container.command), ...asArray(container.args)].some(part => String(part) === path);
    // eslint-disable-next-line no-bitwise
    if (!isRun || (mode & 0o111) !== 0) return [];
    return [
      {
        sentence: `${path} comes from ${describeVolume(mount)}, whose files have mode 0${mode.toString(
          8,
        )} (defaultMode): none may be executed.`,
        evidence: [
          fromObject(
            workload,
            `volume ${mount.volume.name}: ${describeVolume(mount)}, defaultMode 0${mode.toString(8)}; command ${path}`,
          ),
        ],
        fixes: [
          {
            type: 'advice',
            risk: 'MEDIUM',
            description: `Set defaultMode: 0755 on volume ${mount.volume.name}, or run the file through its interpreter`,
            changes: 'The pod template: one rollout.',
          },
        ],
      },
    ];
  }
  if (user === undefined || Number(user) === 0) return [];
  if (mount && ['persistentVolumeClaim', 'hostPath', 'nfs', 'csi'].includes(mount.type) && group === undefined) {
    return [
      {
        sentence: `${path} lies on volume ${mount.volume.name} (${describeVolume(
          mount,
        )}); the container runs as user ${user} and the pod sets no fsGroup, so the volume belongs to root.`,
        evidence: [fromObject(workload, `${identity}; ${describeVolume(mount)} at ${mount.path}`)],
        fixes: [
          {
            type: 'advice',
            risk: 'MEDIUM',
            description:
              mount.type === 'hostPath'
                ? `Give user ${user} rights on the directory of the node: fsGroup does not reach hostPath volumes`
                : `Set securityContext.fsGroup of the pod, so that user ${user} may write the volume`,
            changes: 'The pod template: one rollout.',
          },
        ],
      },
    ];
  }
  if (mount) return [];
  return [
    {
      sentence: `The container runs as user ${user} (runAsUser), and ${path} belongs to the image, where that user has no right to it.`,
      evidence: [fromObject(workload, identity)],
    },
  ];
}
