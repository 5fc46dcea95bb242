import { Common, normal, Reason, rows } from './Reason';

const DETECTOR: Common = {
  where: 'condition',
  kinds: ['Node'],
  reporter: 'node problem detector',
  source: 'kubernetes/node-problem-detector: config',
};

const PROBLEMS: [type: string, bad: string, good: string, means: string, example: string][] = [
  [
    'KernelDeadlock',
    'DockerHung',
    'KernelHasNoDeadlock',
    'A task in the kernel of the node hangs',
    'task docker:4711 blocked for more than 120 seconds.',
  ],
  [
    'ReadonlyFilesystem',
    'FilesystemIsReadOnly',
    'FilesystemIsNotReadOnly',
    'A file system of the node can only be read since an error of its disk',
    'EXT4-fs (sda1): Remounting filesystem read-only',
  ],
  [
    'XfsShutdown',
    'XfsHasShutdown',
    'XfsHasNotShutDown',
    'A file system of the node was shut down after an error of its disk',
    'XFS (nvme0n1p1): Shutting down filesystem.',
  ],
  [
    'FrequentKubeletRestart',
    'FrequentKubeletRestart',
    'NoFrequentKubeletRestart',
    'The kubelet of the node is restarted again and again',
    'Found 6 matching logs, which meets the threshold of 5',
  ],
  [
    'FrequentContainerdRestart',
    'FrequentContainerdRestart',
    'NoFrequentContainerdRestart',
    'The container runtime of the node is restarted again and again',
    'Found 6 matching logs, which meets the threshold of 5',
  ],
];

const MOMENTS: [reason: string, means: string, example: string][] = [
  [
    'TaskHung',
    'A task in the kernel of the node hung for minutes',
    'task kworker:4711 blocked for more than 120 seconds.',
  ],
  [
    'KernelOops',
    'The kernel of the node met an error of its own',
    'BUG: unable to handle kernel NULL pointer dereference at 0000000000000008',
  ],
  ['IOError', 'A disk of the node cannot be read or written', 'Buffer I/O error on dev nvme1n1, logical block 4711'],
  [
    'Ext4Error',
    'A file system of the node is damaged',
    'EXT4-fs error (device nvme1n1): ext4_find_entry: reading directory lblock 0',
  ],
  ['MemoryReadError', 'A memory module of the node has errors', 'CE memory read error on CPU_SrcID#0_Channel#1_DIMM#0'],
  [
    'UnregisterNetDevice',
    'A network device of the node does not go away',
    'unregister_netdevice: waiting for eth0 to become free. Usage count = 1',
  ],
];

/** What the node problem detector, an add-on of most managed clusters, says about nodes. */
export const NODE_PROBLEMS: Reason[] = [
  ...PROBLEMS.flatMap(([type, bad, good, means, example]) => [
    ...rows(DETECTOR, [
      {
        reason: bad,
        verdict: 'failure',
        means,
        categories: ['node-problem', 'disk-full'],
        owner: 'reported',
        condition: { type, status: 'True' },
        example,
      },
    ]),
    ...normal(DETECTOR, { [good]: 'The node has not that problem' }).map(row => ({
      ...row,
      condition: { type, status: 'False' as const },
    })),
  ]),
  ...normal(
    { ...DETECTOR, where: 'event' },
    {
      OOMKilling:
        'The kernel ended a process for want of memory: mostly a container at its own limit, which its pod tells',
    },
  ),
  ...rows(
    { ...DETECTOR, where: 'event' },
    MOMENTS.map(([reason, means, example]) => ({
      reason,
      verdict: 'depends',
      on: 'whether it comes again and again',
      means,
      categories: ['node-problem', 'disk-full'],
      owner: 'reported',
      example,
    })),
  ),
];
