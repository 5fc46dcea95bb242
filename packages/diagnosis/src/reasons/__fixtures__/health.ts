import { ago, deployment, event, healthy, object, waiting } from '../../testing/cluster';
import { Reason } from '../Reason';
import { POD, Situation, words, conditionOf, claim, node, hpa, budget, cronJob, job, service, notReady } from './parts';

/** The same word about an object that is well: history, or a passing state. */
export function healthOf(row: Reason): Situation | undefined {
  const kind = row.kinds[0];
  const message = words(row);
  const type = row.verdict === 'normal' ? 'Normal' : 'Warning';
  switch (`${row.where} ${kind}`) {
    case 'event Pod':
      return { objects: [...healthy('web'), event('Pod', POD, row.reason, message, { type })] };
    case 'event Deployment':
      return { objects: [...healthy('web'), event(kind, 'web', row.reason, message, { type })] };
    case 'event ReplicaSet':
      return {
        objects: [
          ...healthy('web').map(each =>
            each.kind === kind ? { ...each, status: { replicas: 1, readyReplicas: 1 } } : each,
          ),
          event(kind, 'web-7d4b9', row.reason, message, { type }),
        ],
      };
    case 'event Service':
      return {
        objects: [
          ...healthy('web'),
          service({ status: { loadBalancer: { ingress: [{ ip: '192.0.2.7' }] } } }),
          event(kind, 'web', row.reason, message, { type, count: 1 }),
        ],
      };
    case 'event Node':
      return {
        objects: [
          ...healthy('web'),
          node(),
          event(kind, 'node-1', row.reason, message, {
            type,
            count: 1,
            involvedObject: { kind, name: 'node-1', uid: 'node-1' },
          }),
        ],
      };
    case 'event Job':
      return {
        objects: [
          job({ status: { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] } }),
          event(kind, 'import', row.reason, message, { type }),
        ],
      };
    case 'event StatefulSet':
      return {
        objects: [
          object(kind, 'db', { spec: { replicas: 1, template: {} }, status: { replicas: 1, readyReplicas: 1 } }),
          event(kind, 'db', row.reason, message, { type }),
        ],
      };
    case 'event DaemonSet':
      return {
        objects: [
          object(kind, 'agent', {
            spec: { template: {} },
            status: { desiredNumberScheduled: 1, currentNumberScheduled: 1, numberReady: 1 },
          }),
          event(kind, 'agent', row.reason, message, { type }),
        ],
      };
    case 'event HorizontalPodAutoscaler':
      return {
        objects: [
          ...healthy('web'),
          hpa([
            { type: 'AbleToScale', status: 'True', reason: 'ReadyForNewScale' },
            { type: 'ScalingActive', status: 'True', reason: 'ValidMetricFound' },
          ]),
          event(kind, 'web', row.reason, message, { type }),
        ],
      };
    case 'event PersistentVolumeClaim':
      return {
        objects: [
          ...healthy('web'),
          claim({ status: { phase: 'Bound', capacity: { storage: '10Gi' } } }),
          event(kind, 'data', row.reason, message, { type }),
        ],
      };
    case 'event PersistentVolume':
      return {
        objects: [
          ...healthy('web'),
          object(kind, 'disk-1', { spec: {}, status: { phase: 'Bound' } }),
          event(kind, 'disk-1', row.reason, message, { type, count: 1 }),
        ],
      };
    case 'event CronJob':
      return row.verdict === 'normal'
        ? { objects: [cronJob(), event(kind, 'report', row.reason, message, { type })] }
        : undefined;
    case 'condition Pod':
      return {
        objects: healthy('web', {
          pod: {
            status: {
              conditions: [
                { type: 'Ready', status: 'True', lastTransitionTime: ago(500) },
                ...(row.condition?.type === 'Ready' ? [] : [conditionOf(row)]),
              ],
            },
          },
        }),
      };
    case 'condition Deployment':
      return row.verdict === 'normal'
        ? {
            objects: healthy('web').map(each =>
              each.kind === kind ? { ...each, status: { ...each.status, conditions: [conditionOf(row)] } } : each,
            ),
          }
        : undefined;
    case 'condition HorizontalPodAutoscaler':
      return row.verdict === 'normal' ? { objects: [...healthy('web'), hpa([conditionOf(row)])] } : undefined;
    case 'condition Node':
      return row.verdict === 'normal' ? { objects: [...healthy('web'), node([conditionOf(row)])] } : undefined;
    case 'condition Namespace':
      return row.verdict === 'normal'
        ? { objects: [...healthy('web'), object(kind, 'shop', { status: { conditions: [conditionOf(row)] } })] }
        : undefined;
    case 'condition PersistentVolumeClaim':
      return row.verdict === 'normal'
        ? {
            objects: [
              ...healthy('web'),
              claim({ status: { phase: 'Bound', capacity: { storage: '10Gi' }, conditions: [conditionOf(row)] } }),
            ],
          }
        : undefined;
    case 'condition PodDisruptionBudget':
      return row.verdict === 'normal'
        ? {
            objects: [
              ...healthy('web'),
              {
                ...budget([conditionOf(row)]),
                status: { disruptionsAllowed: 1, currentHealthy: 2, desiredHealthy: 1, expectedPods: 2 },
              },
            ],
          }
        : undefined;
    case 'condition Job':
      return row.verdict === 'normal'
        ? {
            objects: [
              job({
                spec: { suspend: row.condition?.type === 'Suspended' },
                status: { conditions: [conditionOf(row)] },
              }),
            ],
          }
        : undefined;
    case 'waiting Pod': {
      // A pod that has just been made.
      const fresh = { metadata: { creationTimestamp: ago(5) } };
      return row.verdict === 'normal'
        ? {
            objects: deployment('web', {
              status: waiting(row.reason),
              pod: {
                status: {
                  phase: 'Pending',
                  startTime: ago(5),
                  conditions: [{ ...notReady, lastTransitionTime: ago(5) }],
                },
              },
            }).map(each =>
              each.kind === 'Pod' ? { ...each, metadata: { ...each.metadata, ...fresh.metadata } } : each,
            ),
          }
        : undefined;
    }
    case 'terminated Pod':
      return row.verdict === 'normal'
        ? {
            objects: [
              object('Job', 'import', {
                spec: {},
                status: { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] },
              }),
              object(
                'Pod',
                'import-x2x4z',
                {
                  spec: { restartPolicy: 'Never', containers: [{ name: 'app' }] },
                  status: {
                    phase: 'Succeeded',
                    containerStatuses: [{ name: 'app', state: { terminated: { exitCode: 0, reason: row.reason } } }],
                  },
                },
                { owner: ['Job', 'import'] },
              ),
            ],
          }
        : undefined;
    default:
      return undefined;
  }
}
