import { KubernetesObject } from '../../cluster/KubernetesObject';
import { DiagnosisRequest } from '../../Diagnosis';
import { ago, deployment, event, object, waiting } from '../../testing/cluster';
import { Reason } from '../Reason';

export const POD = 'web-7d4b9-x2x4z';

/** A small cluster in which something is reported. */
export interface Situation {
  objects: KubernetesObject[];
  request?: Partial<DiagnosisRequest>;
}

export type Make = (row: Reason) => Situation;

export const words = ({ example, means }: Reason) => example ?? means;
export const pending = (container: object, more: object = {}) =>
  deployment('web', { status: container, pod: { status: { phase: 'Pending', ...more } } });
export const creating = waiting('ContainerCreating');
export const runningUnready = {
  ready: false,
  started: true,
  restartCount: 0,
  state: { running: { startedAt: ago(300) } },
};
export const probe = { httpGet: { path: '/ready', port: 8080 } };

/** The Deployment "web" with a pod that does not start, and an event about one of the objects. */
export const podEvent =
  (container: object = creating, more: object = {}, extra: KubernetesObject[] = []): Make =>
  row => ({ objects: [...pending(container, more), ...extra, event('Pod', POD, row.reason, words(row))] });

export const conditionOf = (row: Reason) => ({
  type: row.condition!.type,
  status: row.condition!.status,
  reason: row.reason,
  message: words(row),
  lastTransitionTime: ago(300),
});

export const claim = (body: object = {}) =>
  object('PersistentVolumeClaim', 'data', {
    spec: { storageClassName: 'fast', accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
    status: { phase: 'Pending' },
    ...body,
  });
export const smallClaim = (conditions: object[] = []) =>
  claim({ status: { phase: 'Bound', capacity: { storage: '5Gi' }, conditions } });
export const node = (conditions: object[] = [{ type: 'Ready', status: 'True' }]) =>
  object('Node', 'node-1', { status: { allocatable: { cpu: '4', memory: '8Gi' }, conditions } });
export const hpa = (conditions: object[]) =>
  object('HorizontalPodAutoscaler', 'web', {
    spec: { scaleTargetRef: { kind: 'Deployment', name: 'web' }, minReplicas: 1, maxReplicas: 5 },
    status: { conditions },
  });
export const budget = (conditions: object[] = []) =>
  object('PodDisruptionBudget', 'web', {
    spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
    status: { disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1, expectedPods: 1, conditions },
  });
export const cronJob = () =>
  object('CronJob', 'report', { spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: {} } } }, status: {} });
export const job = (body: object = {}) =>
  object('Job', 'import', {
    spec: { parallelism: 1, backoffLimit: 2, activeDeadlineSeconds: 60 },
    status: {},
    ...body,
  });
export const service = (body: object = {}) =>
  object('Service', 'web', {
    spec: { type: 'LoadBalancer', selector: { app: 'web' }, ports: [{ port: 80 }] },
    status: { loadBalancer: {} },
    ...body,
  });
export const notReady = { type: 'Ready', status: 'False', lastTransitionTime: ago(300) };
