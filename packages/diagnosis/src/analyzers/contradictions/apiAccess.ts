import { ClusterGraph, refOf } from '../../cluster/ClusterGraph';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';

/** How client libraries say that they found no token of the pod's own. */
const NO_TOKEN =
  /serviceaccount\/(?:token|ca\.crt)|in-?cluster config|service ?account token|not running (?:inside|in) (?:a |the )?(?:kubernetes )?cluster/i;

/** A client of the API server in a pod that gets no token: automountServiceAccountToken is false. */
export function apiAccess({ text, spec, workload, namespace }: Failure, graph: ClusterGraph): Contradiction[] {
  if (!NO_TOKEN.test(text)) return [];
  const name = String(spec.serviceAccountName ?? 'default');
  const account = graph.find({ kind: 'ServiceAccount', namespace, name });
  // What the pod says counts more than what its account says.
  const byPod = spec.automountServiceAccountToken;
  const byAccount = byPod === undefined && account?.automountServiceAccountToken === false;
  if (byPod !== false && !byAccount) return [];
  const holder = byAccount && account ? account : workload;
  const where = byAccount ? `ServiceAccount ${name}` : `The pod template of ${workload.kind} ${workload.metadata.name}`;
  return [
    {
      sentence: `${where} has automountServiceAccountToken: false, so no token is mounted at /var/run/secrets/kubernetes.io/serviceaccount and the program cannot call the API server.`,
      evidence: [fromObject(holder, 'automountServiceAccountToken: false')],
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Set automountServiceAccountToken: true in the pod template of ${workload.kind} ${workload.metadata.name}: it needs the API server`,
          changes: 'The pod template: one rollout. The pods get the rights of their ServiceAccount.',
        },
      ],
      ...(byAccount && {
        culprit: {
          resource: refOf(holder),
          category: 'crash-loop-config' as const,
          title: `ServiceAccount ${name} mounts no token, and ${workload.metadata.name} needs one`,
        },
      }),
    },
  ];
}
