import { Category } from '../categories';

/** One way in which a container runtime says that it cannot make a sandbox, create a container or start its process. */
export interface StartError {
  name: string;
  /** Linear on any input: no nested repetition. */
  pattern: RegExp;
  /** What is wrong, to stand after a colon; `what` is the program, in quotes, or "the command". */
  says(match: RegExpExecArray, what: string): string;
  category: Category;
  /** Who words it so. */
  source: string;
  example: string;
}

const RUNC = 'opencontainers/runc: libcontainer';
const CONTAINERD = 'containerd/containerd: internal/cri';
const CNI = 'containernetworking/plugins';

/** The first that fits counts: what is special stands before what many messages end with. */
export const START_ERRORS: StartError[] = [
  {
    name: 'no disk space',
    pattern: /no space left on device/i,
    says: () => 'the disk of the node is full (no space left on device)',
    category: 'disk-full',
    source: RUNC,
    example:
      'failed to create containerd task: failed to create shim task: mkdir /run/containerd/io.containerd.runtime.v2.task/k8s.io/1a2b: no space left on device',
  },
  {
    name: 'disk quota',
    pattern: /disk quota exceeded/i,
    says: () => 'the disk quota on the node is used up (disk quota exceeded)',
    category: 'disk-full',
    source: CONTAINERD,
    example: 'failed to create containerd container: mkdir /var/lib/containerd/1a2b: disk quota exceeded',
  },
  {
    name: 'addresses used up',
    pattern:
      /no (?:available )?IP addresses (?:available|left)|failed to allocate for range|failed to assign an IP address|no free IPs/i,
    says: () => 'the node has no address left for another pod',
    category: 'node-problem',
    source: CNI,
    example:
      'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "1a2b": plugin type="host-local" failed (add): failed to allocate for range 0: no IP addresses available in range set: 10.1.0.1-10.1.0.254',
  },
  {
    name: 'host port taken',
    pattern: /bind: address already in use|failed to listen on .{1,80}address already in use/i,
    says: () => 'a host port that it wants is taken on the node (address already in use)',
    category: 'port-conflict',
    source: CNI,
    example:
      'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "1a2b": plugin type="portmap" failed (add): cannot open hostport 8080 for pod: listen tcp4 :8080: bind: address already in use',
  },
  {
    name: 'network plug-in',
    pattern:
      /failed to set ?up (?:pod )?network for sandbox|networkplugin cni failed|cni plugin not initialized|cni config uninitialized|plugin type="[^"]{1,60}" (?:name="[^"]{1,60}" )?failed \((?:add|delete)\)|failed to find plugin "[^"]{1,60}" in path|error adding container to network/i,
    says: () => 'the network plug-in of the node fails',
    category: 'node-problem',
    source: CNI,
    example:
      'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "1a2b": plugin type="calico" failed (add): error getting ClusterInformation: connection is unauthorized: Unauthorized',
  },
  {
    name: 'runtime class without handler',
    pattern: /no runtime for "([^"]{1,120})" is configured|failed to find runtime handler ([\w.-]{1,120})/i,
    says: ([, first, second]) =>
      `its RuntimeClass wants the handler ${first ?? second}, which the container runtime of the node does not have`,
    category: 'create-container-config',
    source: CONTAINERD,
    example:
      'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to get sandbox runtime: no runtime for "gvisor" is configured',
  },
  {
    name: 'pause image',
    pattern: /failed to get sandbox image "([^"]{1,250})"/i,
    says: ([, image]) => `the node cannot pull the image of the sandbox itself, ${image}`,
    category: 'image-pull',
    source: CONTAINERD,
    example:
      'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to get sandbox image "registry.k8s.io/pause:3.10": failed to pull image "registry.k8s.io/pause:3.10": dial tcp: lookup registry.k8s.io: no such host',
  },
  {
    name: 'out of memory while starting',
    pattern:
      /container init was OOM-killed|OOM-killed \(memory limit too low|Minimum memory limit allowed|memory limit too low/i,
    says: () => 'its memory limit is too low even to start a process',
    category: 'oom-killed',
    source: RUNC,
    example:
      'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: container init was OOM-killed (memory limit too low?)',
  },
  {
    name: 'seccomp profile',
    pattern:
      /seccomp.{0,120}(?:no such file|not found|cannot load|failed to load|invalid)|cannot load seccomp profile|unknown seccomp/i,
    says: () => 'its seccomp profile is not on the node, or cannot be used there',
    category: 'create-container-config',
    source: CONTAINERD,
    example:
      'failed to create containerd container: cannot load seccomp profile "/var/lib/kubelet/seccomp/profiles/audit.json": open /var/lib/kubelet/seccomp/profiles/audit.json: no such file or directory',
  },
  {
    name: 'AppArmor profile',
    pattern: /apparmor/i,
    says: () => 'its AppArmor profile is not loaded on the node, or cannot be used there',
    category: 'create-container-config',
    source: CONTAINERD,
    example:
      'failed to create containerd container: get apparmor_parser version: apparmor profile not found: k8s-audit',
  },
  {
    name: 'SELinux label',
    pattern: /selinux|failed to set file label|lsetxattr/i,
    says: () => 'its SELinux label cannot be set',
    category: 'create-container-config',
    source: RUNC,
    example:
      'failed to create containerd container: relabel "/data" with "system_u:object_r:container_file_t:s0" failed: lsetxattr /data: operation not supported',
  },
  {
    name: 'user not in image',
    pattern: /unable to find (user|group) ([^:\s]{1,80})|(?:user|group) ([^:\s]{1,80}) not found in|no users found/i,
    says: ([, , first, second]) => `the user ${first ?? second ?? 'of the image'} does not exist in the image`,
    category: 'create-container-config',
    source: CONTAINERD,
    example:
      'failed to create containerd container: mount callback failed: unable to find user appuser: no matching entries in passwd file',
  },
  {
    name: 'no command',
    pattern: /no command specified/i,
    says: () => 'neither the pod nor the image names a command',
    category: 'bad-command',
    source: CONTAINERD,
    example: 'failed to generate container "1a2b" spec: failed to generate spec: no command specified',
  },
  {
    name: 'hook of the runtime',
    pattern: /error running (?:\w{1,20} )?hook #?\d{1,3}|OCI runtime.{0,60}hook|nvidia-container-cli/i,
    says: () => 'a hook of the container runtime fails (a device driver, mostly)',
    category: 'node-problem',
    source: RUNC,
    example:
      'failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error running prestart hook #0: exit status 1, stdout: , stderr: nvidia-container-cli: initialization error: driver not loaded',
  },
  {
    name: 'device missing',
    pattern: /error gathering device information|lstat (\/dev\/[^:\s]{1,120}): no such file/i,
    says: ([, device]) => `the device ${device ?? 'that it wants'} is not on the node`,
    category: 'node-problem',
    source: RUNC,
    example:
      'failed to generate container "1a2b" spec: failed to generate spec: lstat /dev/fuse: no such file or directory',
  },
  {
    name: 'subPath',
    pattern: /failed to (?:prepare|create) subPath (?:for volumeMount|directory for volumeMount) "([^"]{1,120})"/i,
    says: ([, volume]) => `the subPath of volume mount ${volume} cannot be made`,
    category: 'volume-mount',
    source: 'pkg/kubelet/kubelet_pods.go',
    example: 'failed to prepare subPath for volumeMount "settings" of container "app"',
  },
  {
    name: 'mount onto a file or directory of the other sort',
    pattern:
      /error mounting "([^"]{1,300})" to rootfs at "([^"]{1,300})".{0,400}: (not a directory|is a directory|read-only file system|no such file or directory|permission denied|device or resource busy)/i,
    says: ([, , place, why]) => `the volume cannot be mounted at ${place}: ${why}`,
    category: 'volume-mount',
    source: RUNC,
    example:
      'failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/var/lib/kubelet/pods/0e1c/volume-subpaths/settings/app/0" to rootfs at "/etc/app.yaml": mount src=/proc/self/fd/7, dst=/etc/app.yaml: not a directory: unknown: Are you trying to mount a directory onto a file (or vice-versa)?',
  },
  {
    name: 'mount point cannot be made',
    pattern:
      /(?:error mounting|mkdirat|create mountpoint|creating mount ?point|mountpoint for) .{0,300}(read-only file system|not a directory|permission denied|device or resource busy)/i,
    says: ([, why]) => `a place in the container where a volume is to be mounted cannot be made: ${why}`,
    category: 'volume-mount',
    source: RUNC,
    example:
      'failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: create mountpoint for /etc/app/data mount: make mountpoint "/etc/app/data": mkdirat /run/containerd/rootfs/etc/app/data: read-only file system',
  },
  {
    name: 'host path',
    pattern:
      /failed to (?:mkdir|stat) "([^"]{1,250})": (?:mkdir|stat) [^:]{1,250}: (no such file or directory|not a directory|permission denied|read-only file system)/i,
    says: ([, path, why]) => `the path ${path} of the node cannot be mounted: ${why}`,
    category: 'volume-mount',
    source: CONTAINERD,
    example:
      'failed to generate container "1a2b" spec: failed to generate spec: failed to mkdir "/data/app": mkdir /data/app: read-only file system',
  },
  {
    name: 'working directory',
    pattern:
      /chdir to cwd \("([^"]{1,300})"\)[^:]{0,100}: (?:[^:]{1,80}: )?(no such file or directory|permission denied|not a directory)?/i,
    says: ([, folder, why]) =>
      `its working directory ${folder} ${why === 'permission denied' ? 'is not open to its user' : 'does not exist'}`,
    category: 'bad-command',
    source: RUNC,
    example:
      'OCI runtime create failed: runc create failed: unable to start container process: error during container init: chdir to cwd ("/app") set in config.json failed: no such file or directory',
  },
  {
    name: 'cgroups',
    pattern: /cgroup/i,
    says: () => 'the cgroup of the container cannot be made on the node',
    category: 'node-problem',
    source: RUNC,
    example:
      'failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: unable to apply cgroup configuration: failed to write 4711: open /sys/fs/cgroup/kubepods/cgroup.procs: no such device',
  },
  {
    name: 'name still reserved',
    pattern: /failed to reserve (?:sandbox|container) name|name "[^"]{1,253}" is reserved for/i,
    says: () =>
      'the container runtime still works on an earlier try to make it (its name is reserved): the node is slow or hangs',
    category: 'node-problem',
    source: CONTAINERD,
    example:
      'failed to reserve container name "app_web-7d4b9-x2x4z_shop_0e1c_0": name "app_web-7d4b9-x2x4z_shop_0e1c_0" is reserved for "1a2b"',
  },
  {
    name: 'too many processes',
    pattern: /resource temporarily unavailable|can't (?:get final|copy) .{0,40}(?:EOF|pipe)|pthread_create failed/i,
    says: () => 'the node or the pod has no process id left (resource temporarily unavailable)',
    category: 'node-problem',
    source: RUNC,
    example:
      'failed to create shim task: OCI runtime create failed: runc create failed: unable to start init: fork/exec /proc/self/exe: resource temporarily unavailable',
  },
  {
    name: 'not in $PATH',
    pattern: /executable file .{0,60}not found|executable file not found/i,
    says: (_match, what) => `${what} is not in the image (executable file not found in $PATH)`,
    category: 'bad-command',
    source: RUNC,
    example:
      'failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "serve": executable file not found in $PATH',
  },
  {
    name: 'exec format',
    pattern: /exec format error/i,
    says: (_match, what) =>
      `${what} is built for another platform, or is a script without a first line #! (exec format error)`,
    category: 'bad-command',
    source: RUNC,
    example: 'exec /app/serve: exec format error',
  },
  {
    name: 'program is a directory',
    pattern: /is a directory/i,
    says: (_match, what) => `${what} is a directory`,
    category: 'bad-command',
    source: RUNC,
    example: 'unable to start container process: error during container init: exec: "/app": is a directory',
  },
  {
    name: 'path goes through a file',
    pattern: /(?:exec|stat|starting container process).{0,300}not a directory/i,
    says: (_match, what) => `the path of ${what} goes through something that is no directory (not a directory)`,
    category: 'bad-command',
    source: RUNC,
    example:
      'unable to start container process: error during container init: exec: "/app/serve/run": stat /app/serve/run: not a directory',
  },
  {
    name: 'not in the image',
    pattern: /no such file or directory/i,
    says: (_match, what) => `${what} is not in the image (no such file or directory)`,
    category: 'bad-command',
    source: RUNC,
    example:
      'unable to start container process: error during container init: exec: "/app/serve": stat /app/serve: no such file or directory',
  },
  {
    name: 'not executable',
    pattern: /permission denied/i,
    says: (_match, what) => `${what} is not executable (permission denied)`,
    category: 'bad-command',
    source: RUNC,
    example: 'unable to start container process: error during container init: exec: "/app/serve": permission denied',
  },
  {
    name: 'operation not permitted',
    pattern: /operation not permitted/i,
    says: (_match, what) =>
      `${what} is not allowed to be executed: its security context or a profile forbids it (operation not permitted)`,
    category: 'create-container-config',
    source: RUNC,
    example: 'unable to start container process: error during container init: exec /app/serve: operation not permitted',
  },
  {
    name: 'argument list too long',
    pattern: /argument list too long/i,
    says: () => 'its arguments and environment are larger than the kernel allows (argument list too long)',
    category: 'crash-loop-config',
    source: RUNC,
    example: 'unable to start container process: error during container init: exec /app/serve: argument list too long',
  },
  {
    name: 'runtime does not answer',
    pattern:
      /context deadline exceeded|DeadlineExceeded|code = Unavailable|connection refused|shim.{0,60}(?:closed|not found)|ttrpc: closed/i,
    says: () => 'the container runtime of the node does not answer in time',
    category: 'node-problem',
    source: CONTAINERD,
    example: 'rpc error: code = DeadlineExceeded desc = context deadline exceeded',
  },
];

export interface StartErrorFound {
  error: StartError;
  sentence: string;
}

/** What the message of a container runtime means; `undefined` when it is not known. */
export function findStartError(message: string): StartErrorFound | undefined {
  const program = /exec: "([^"]+)"/.exec(message)?.[1] ?? /exec (\S+):/.exec(message)?.[1];
  const what = program ? `"${program}"` : 'the command';
  for (const error of START_ERRORS) {
    const match = error.pattern.exec(message);
    if (match) return { error, sentence: error.says(match, what) };
  }
  return undefined;
}
