import { secondsBefore, secondsOfAge } from '../health/tableTimes';
import { TableRow } from './ClusterReader';
import { KubernetesObject } from './KubernetesObject';
import { asArray } from './pods';

/**
 * A pod of which the table says that it is well, as its owner's template has it. It stands for what others need of it:
 * its labels, ports, volumes, node and that it is ready.
 */
export function podAsItsOwnerWantsIt({ cells }: TableRow, owner: KubernetesObject, now: Date): KubernetesObject {
  const { namespace, name: ownerName, uid } = owner.metadata;
  const template = owner.spec?.template ?? {};
  const name = cells.name;
  const since = secondsBefore(now, secondsOfAge(cells.age) ?? 0);
  const over = cells.status === 'Completed';
  const condition = (type: string) => ({ type, status: over ? 'False' : 'True', lastTransitionTime: since });
  const restartCount = Number.parseInt(cells.restarts ?? '0', 10) || 0;
  const known = (cell: string | undefined) => (cell && cell !== '<none>' ? cell : undefined);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      creationTimestamp: since,
      labels: template.metadata?.labels,
      annotations: template.metadata?.annotations,
      ownerReferences: [
        {
          apiVersion: owner.apiVersion,
          kind: owner.kind,
          name: ownerName,
          uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: {
      ...template.spec,
      nodeName: known(cells.node),
      volumes: [...asArray(template.spec?.volumes), ...claimedVolumes(owner, name)],
    },
    status: {
      phase: over ? 'Succeeded' : 'Running',
      startTime: since,
      podIP: known(cells.ip),
      conditions: [{ ...condition('PodScheduled'), status: 'True' }, condition('ContainersReady'), condition('Ready')],
      containerStatuses: asArray(template.spec?.containers).map(container => ({
        name: container?.name,
        image: container?.image,
        ready: !over,
        started: !over,
        restartCount,
        state: over ? { terminated: { exitCode: 0, reason: 'Completed' } } : { running: { startedAt: since } },
        lastState: {},
      })),
    },
  };
}

/** A StatefulSet gives each pod claims of its own. */
function claimedVolumes(owner: KubernetesObject, pod: string) {
  return asArray(owner.spec?.volumeClaimTemplates).map(claim => ({
    name: claim?.metadata?.name,
    persistentVolumeClaim: { claimName: `${claim?.metadata?.name}-${pod}` },
  }));
}
