import { KubernetesObject } from '../snapshot/KubernetesObject';
import { batchPrinters } from './batch';
import { corePrinters } from './core';
import { readJsonPath } from './customResources';
import { networkPrinters } from './network';
import { policyPrinters } from './policies';
import { storagePrinters } from './storage';
import { TablePrinter } from './TablePrinter';
import { workloadPrinters } from './workloads';

const NOW = Date.parse('2026-11-18T12:00:00Z');
const created = '2026-11-18T11:50:00Z';

function cells(printer: TablePrinter, object: Omit<KubernetesObject, 'metadata'> & { metadata?: object }) {
  const values = printer.cells(
    { ...object, metadata: { name: 'x', creationTimestamp: created, ...object.metadata } },
    NOW,
  );
  expect(values).toHaveLength(printer.columns.length);
  return Object.fromEntries(printer.columns.map((column, i) => [column.name, values[i]]));
}

describe('printers', () => {
  it('shows deployments', () => {
    const deployment = {
      spec: {
        replicas: 3,
        selector: {
          matchLabels: { b: '2', a: '1' },
          matchExpressions: [{ key: 'c', operator: 'In', values: ['y', 'x'] }],
        },
        template: {
          spec: {
            containers: [
              { name: 'web', image: 'nginx' },
              { name: 'log', image: 'fluent' },
            ],
          },
        },
      },
      status: { readyReplicas: 1, updatedReplicas: 2 },
    };
    expect(cells(workloadPrinters.Deployment, deployment)).toEqual({
      Name: 'x',
      Ready: '1/3',
      'Up-to-date': 2,
      Available: 0,
      Age: '10m',
      Containers: 'web,log',
      Images: 'nginx,fluent',
      Selector: 'a=1,b=2,c in (x,y)',
    });
  });

  it.each([
    [
      { status: { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] }, spec: { completions: 1 } },
      'Complete',
      '1/1',
    ],
    [{ status: { conditions: [{ type: 'Failed', status: 'True' }] }, spec: { completions: 2 } }, 'Failed', '0/2'],
    [{ spec: { parallelism: 3 } }, 'Running', '0/1 of 3'],
    [{ status: { conditions: [{ type: 'Suspended', status: 'True' }] } }, 'Suspended', '0/1'],
  ])('shows jobs', (job, status, completions) => {
    expect(cells(batchPrinters.Job, job)).toMatchObject({ Status: status, Completions: completions });
  });

  it.each([
    [
      { type: 'ClusterIP', clusterIPs: ['10.0.0.1'], ports: [{ port: 80, protocol: 'TCP' }] },
      '10.0.0.1',
      '<none>',
      '80/TCP',
    ],
    [
      { type: 'NodePort', clusterIPs: ['10.0.0.1'], ports: [{ port: 80, nodePort: 30080, protocol: 'TCP' }] },
      '10.0.0.1',
      '<none>',
      '80:30080/TCP',
    ],
    [{ type: 'LoadBalancer', clusterIPs: ['10.0.0.1'], ports: [] }, '10.0.0.1', '<pending>', '<none>'],
    [{ type: 'ExternalName', externalName: 'db.example.test' }, '<none>', 'db.example.test', '<none>'],
  ])('shows services', (spec, clusterIp, externalIp, ports) => {
    expect(cells(networkPrinters.Service, { spec })).toMatchObject({
      'Cluster-IP': clusterIp,
      'External-IP': externalIp,
      'Port(s)': ports,
    });
  });

  it('shows the first endpoints and how many more there are', () => {
    const addresses = ['1', '2', '3', '4', '5'].map(last => ({ ip: `10.0.0.${last}` }));
    expect(cells(networkPrinters.Endpoints, { subsets: [{ addresses, ports: [{ port: 80 }] }] })).toMatchObject({
      Endpoints: '10.0.0.1:80,10.0.0.2:80,10.0.0.3:80 + 2 more...',
    });
    expect(cells(networkPrinters.Endpoints, {})).toMatchObject({ Endpoints: '<none>' });
  });

  it('shows nodes', () => {
    const node = {
      metadata: { labels: { 'node-role.kubernetes.io/control-plane': '', 'kubernetes.io/role': 'infra' } },
      spec: { unschedulable: true },
      status: { conditions: [{ type: 'Ready', status: 'Unknown' }], nodeInfo: { kubeletVersion: 'v1.34.4' } },
    };
    expect(cells(corePrinters.Node, node)).toMatchObject({
      Status: 'NotReady,SchedulingDisabled',
      Roles: 'control-plane,infra',
      Version: 'v1.34.4',
      'Internal-IP': '<none>',
    });
  });

  it('shows events of both ways to count', () => {
    const event = { involvedObject: { kind: 'Pod', name: 'web' }, reason: 'BackOff', message: ' again \n' };
    expect(
      cells(corePrinters.Event, { ...event, count: 7, firstTimestamp: created, lastTimestamp: '2026-11-18T11:59:30Z' }),
    ).toMatchObject({ 'Last Seen': '30s', Object: 'pod/web', Message: 'again', 'First Seen': '10m', Count: 7 });
    expect(
      cells(corePrinters.Event, {
        ...event,
        eventTime: '2026-11-18T11:50:00.000000Z',
        series: { count: 3, lastObservedTime: '2026-11-18T11:59:00.000000Z' },
        reportingComponent: 'scheduler',
      }),
    ).toMatchObject({ 'Last Seen': '60s', 'First Seen': '10m', Count: 3, Source: 'scheduler' });
  });

  it('shows claims and volumes', () => {
    expect(
      cells(storagePrinters.PersistentVolumeClaim, {
        spec: { volumeName: 'pv', storageClassName: 'fast' },
        status: { phase: 'Bound', capacity: { storage: '1Gi' }, accessModes: ['ReadWriteMany', 'ReadWriteOnce'] },
      }),
    ).toMatchObject({ Status: 'Bound', Capacity: '1Gi', 'Access Modes': 'RWO,RWX', StorageClass: 'fast' });
    expect(
      cells(storagePrinters.StorageClass, {
        metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
        provisioner: 'p',
      }),
    ).toMatchObject({ Name: 'x (default)', ReclaimPolicy: 'Delete', AllowVolumeExpansion: false });
  });

  it('shows what autoscalers and quotas are at', () => {
    const resource = (name: string, target: object) => ({ type: 'Resource', resource: { name, target } });
    expect(
      cells(policyPrinters.HorizontalPodAutoscaler, {
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'web' },
          metrics: [
            resource('cpu', { averageUtilization: 70 }),
            resource('memory', { averageValue: '100Mi' }),
            { type: 'External', external: { target: { value: '5' } } },
          ],
        },
        status: {
          currentMetrics: [{ type: 'Resource', resource: { name: 'cpu', current: { averageUtilization: 12 } } }],
        },
      }),
    ).toMatchObject({
      Reference: 'Deployment/web',
      Targets: 'cpu: 12%/70%, memory: <unknown>/100Mi + 1 more...',
      MinPods: '<unset>',
    });
    expect(
      cells(policyPrinters.ResourceQuota, {
        status: { hard: { 'limits.cpu': '2', pods: '5', 'requests.cpu': '1' }, used: { pods: '5' } },
      }),
    ).toMatchObject({ Request: 'pods: 5/5, requests.cpu: 0/1', Limit: 'limits.cpu: 0/2' });
  });

  it('reads the paths that printer columns of custom resources use', () => {
    const object = {
      spec: { replicas: 2, 'a.b': 'dotted', list: ['x', 'y'] },
      status: {
        conditions: [
          { type: 'Synced', status: 'False' },
          { type: 'Ready', status: 'True' },
        ],
      },
    };
    expect(readJsonPath(object, '.spec.replicas')).toBe(2);
    expect(readJsonPath(object, ".spec['a.b']")).toBe('dotted');
    expect(readJsonPath(object, '.spec.list[1]')).toBe('y');
    expect(readJsonPath(object, '.status.conditions[?(@.type=="Ready")].status')).toBe('True');
    expect(readJsonPath(object, '.status.absent.deeper')).toBeUndefined();
  });
});
