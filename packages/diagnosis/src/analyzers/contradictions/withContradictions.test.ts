import { ago, crashing, deployment, event, healthy, object, waiting } from '../../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../../testing/expectDiagnosis';

const POD = 'web-7d4b9-x2x4z';
const culprit = 'Deployment/web';
const logOf = (text: string) => ({ [`shop/${POD}/app`]: text });
const startError = crashing(128, 'StartError', {
  message: 'runc create failed: exec: "/app/server": stat /app/server: no such file or directory: unknown',
});
const volume = (source: object) => ({ spec: { volumes: [{ name: 'data', ...source }] } });

const passwordOf = (name: string) => ({
  env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name, key: 'password' } } }],
  readinessProbe: { tcpSocket: { port: 80 } },
});

/** The Deployment helper keeps volumes of the pod only; the template has to have them too. */
function web({ container = {}, volumes = [], securityContext, ...rest }: any) {
  const [deploy, replicaSet, pod] = deployment('web', { container, ...rest });
  const add = (spec: any) => ({ ...spec, volumes, ...(securityContext && { securityContext }) });
  return [
    {
      ...deploy,
      spec: { ...deploy.spec, template: { ...deploy.spec.template, spec: add(deploy.spec.template.spec) } },
    },
    replicaSet,
    { ...pod, spec: add(pod.spec) },
  ];
}

const CASES: DiagnosisCase[] = [
  {
    state: 'an empty volume over the program',
    objects: web({
      status: startError,
      container: { command: ['/app/server'], volumeMounts: [{ name: 'data', mountPath: '/app' }] },
      volumes: [{ name: 'data', emptyDir: {} }],
    }),
    category: 'bad-command',
    culprit,
    says: ['Volume data (an empty directory) is mounted at /app and hides', '/app/server included'],
  },
  {
    state: 'an empty volume that an init container was to fill',
    objects: (() => {
      const [deploy, ...rest] = web({
        status: startError,
        container: { command: ['/app/server'], volumeMounts: [{ name: 'data', mountPath: '/app' }] },
        volumes: [{ name: 'data', emptyDir: {} }],
      });
      const initContainers = [{ name: 'fetch', volumeMounts: [{ name: 'data', mountPath: '/out' }] }];
      const spec = { ...deploy.spec.template.spec, initContainers };
      return [{ ...deploy, spec: { ...deploy.spec, template: { ...deploy.spec.template, spec } } }, ...rest];
    })(),
    category: 'bad-command',
    culprit,
    never: ['hides'],
  },
  {
    state: 'an empty volume beside the program',
    objects: web({
      status: startError,
      container: { command: ['/app/server'], volumeMounts: [{ name: 'data', mountPath: '/application' }] },
      volumes: [{ name: 'data', emptyDir: {} }],
    }),
    category: 'bad-command',
    culprit,
    never: ['hides'],
  },
  {
    state: 'a ConfigMap over the directory of the program',
    objects: [
      ...web({
        status: crashing(2),
        container: { command: ['python', '/srv/main.py'], volumeMounts: [{ name: 'data', mountPath: '/srv/' }] },
        volumes: [{ name: 'data', configMap: { name: 'settings' } }],
      }),
      object('ConfigMap', 'settings', { data: { 'app.yaml': 'a: 1' } }),
    ],
    logs: logOf("python: can't open file '/srv/main.py': [Errno 2] No such file or directory"),
    category: ['bad-command', 'crash-loop-app-error'],
    culprit,
    says: ['ConfigMap settings is mounted at /srv and hides', 'main.py is not among its files (app.yaml)'],
  },
  {
    state: 'a program in the ConfigMap that misses another file',
    objects: [
      ...web({
        status: crashing(2),
        container: { volumeMounts: [{ name: 'data', mountPath: '/srv' }] },
        volumes: [{ name: 'data', configMap: { name: 'code' } }],
      }),
      object('ConfigMap', 'code', { data: { 'main.py': '…' } }),
    ],
    logs: logOf("FileNotFoundError: [Errno 2] No such file or directory: '/data/prices.csv' at /srv/main.py"),
    category: ['crash-loop-app-error', 'crash-loop-config'],
    culprit,
    never: ['hides'],
  },
  {
    state: 'a subPath that the ConfigMap has not',
    objects: [
      ...web({
        status: crashing(1),
        container: { volumeMounts: [{ name: 'data', mountPath: '/etc/web/web.yaml', subPath: 'web.yaml' }] },
        volumes: [{ name: 'data', configMap: { name: 'settings' } }],
      }),
      object('ConfigMap', 'settings', { data: { 'web.yml': 'a: 1' } }),
    ],
    logs: logOf('fatal: cannot read /etc/web/web.yaml: read /etc/web/web.yaml: is a directory'),
    category: ['crash-loop-app-error', 'crash-loop-config', 'config-invalid'],
    culprit,
    says: ['mounts web.yaml of ConfigMap settings', 'no such key (it has web.yml)'],
  },
  {
    state: 'a read-only root without a volume to write to',
    objects: web({
      status: crashing(1),
      container: { securityContext: { readOnlyRootFilesystem: true } },
    }),
    logs: logOf("OSError: [Errno 30] Read-only file system: '/var/cache/web/index'"),
    category: ['permission-denied', 'disk-full', 'crash-loop-app-error'],
    culprit,
    says: ['readOnlyRootFilesystem: true and no volume is mounted at /var/cache/web'],
  },
  {
    state: 'a claim that belongs to root',
    objects: web({
      status: crashing(1),
      securityContext: { runAsUser: 1000 },
      container: { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'web-data' } }],
    }),
    logs: logOf('mkdir /data/store: permission denied'),
    category: 'permission-denied',
    culprit,
    says: ['PersistentVolumeClaim web-data', 'runs as user 1000 and the pod sets no fsGroup'],
  },
  {
    state: 'a claim whose group is set, so that something else is wrong with it',
    objects: web({
      status: crashing(1),
      securityContext: { runAsUser: 1000, fsGroup: 1000 },
      container: { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'web-data' } }],
    }),
    logs: logOf('mkdir /data/store: permission denied'),
    category: 'permission-denied',
    culprit,
    never: ['no fsGroup'],
  },
  {
    state: 'a script of a ConfigMap that may not be executed',
    objects: [
      ...web({
        status: crashing(128, 'StartError', { message: 'exec: "/scripts/run.sh": permission denied: unknown' }),
        container: { command: ['/scripts/run.sh'], volumeMounts: [{ name: 'data', mountPath: '/scripts' }] },
        volumes: [{ name: 'data', configMap: { name: 'scripts' } }],
      }),
      object('ConfigMap', 'scripts', { data: { 'run.sh': '#!/bin/sh' } }),
    ],
    category: ['bad-command', 'permission-denied'],
    culprit,
    says: ['have mode 0644 (defaultMode)'],
  },
  {
    state: 'a reference to a variable that is defined below',
    objects: web({
      status: crashing(1),
      container: {
        env: [
          { name: 'DB_URL', value: 'postgres://$(DB_HOST):5432/shop' },
          { name: 'DB_HOST', value: 'db' },
        ],
      },
    }),
    logs: logOf('FATAL could not translate host name "$(DB_HOST)" to address: Name or service not known'),
    category: ['dns', 'crash-loop-config', 'dependency-down', 'crash-loop-app-error'],
    culprit,
    says: ['$(DB_HOST) stays as it is written: DB_HOST is defined only after it'],
  },
  {
    state: 'a reference that resolves',
    objects: web({
      status: crashing(1),
      container: {
        env: [
          { name: 'DB_HOST', value: 'db' },
          { name: 'DB_URL', value: 'postgres://$(DB_HOST):5432/shop' },
        ],
      },
    }),
    logs: logOf('FATAL invalid value in DB_URL: scheme not supported'),
    culprit,
    category: ['crash-loop-config', 'crash-loop-app-error', 'config-invalid'],
    never: ['stays as it is written'],
  },
  {
    state: 'a variable that is defined twice',
    objects: web({
      status: crashing(1),
      container: {
        env: [
          { name: 'CACHE_URL', value: 'redis://cache:6379' },
          { name: 'CACHE_URL', value: 'redis://oldcache:6379' },
        ],
      },
    }),
    logs: logOf('Error: getaddrinfo ENOTFOUND oldcache'),
    category: 'dns',
    culprit,
    says: ['CACHE_URL of container app is defined 2 times', 'the last one wins'],
  },
  {
    state: 'a line end in a host name of a ConfigMap',
    objects: [
      ...web({
        status: crashing(1),
        container: { env: [{ name: 'DB_HOST', valueFrom: { configMapKeyRef: { name: 'settings', key: 'host' } } }] },
      }),
      object('ConfigMap', 'settings', { data: { host: 'orders-db\n' } }),
    ],
    logs: logOf('FATAL could not translate host name "orders-db\\n" to address: Name or service not known'),
    category: 'crash-loop-config',
    culprit: 'ConfigMap/settings',
    says: ['key host of ConfigMap settings', 'a blank or a line end beside "orders-db"'],
  },
  {
    state: 'a variable with another name than the program reads',
    objects: web({ status: crashing(1), container: { env: [{ name: 'DATABASE_URI', value: 'x' }] } }),
    logs: logOf('Error: required environment variable DATABASE_URL is not set'),
    category: 'crash-loop-config',
    culprit,
    says: ['sets DATABASE_URI, and not DATABASE_URL'],
  },
  {
    state: 'a call to a port that the Service does not offer',
    objects: [
      ...web({
        status: crashing(1),
        container: {
          env: [
            { name: 'DB_HOST', value: 'db' },
            { name: 'DB_PORT', value: '5433' },
          ],
        },
      }),
      ...healthy('db', { container: { ports: [{ containerPort: 5432 }] } }),
      object('Service', 'db', { spec: { clusterIP: '10.0.0.1', selector: { app: 'db' }, ports: [{ port: 5432 }] } }),
    ],
    logs: logOf('Error: connect ETIMEDOUT db:5433'),
    category: 'dependency-down',
    culprit,
    says: ['calls db on port 5433 (env DB_HOST and DB_PORT)', 'Service db offers only 5432'],
  },
  {
    state: 'a call to the right port of a Service',
    objects: [
      ...web({
        status: crashing(1),
        container: {
          env: [
            { name: 'DB_HOST', value: 'db' },
            { name: 'DB_PORT', value: '5432' },
          ],
        },
      }),
      ...healthy('db', { container: { ports: [{ containerPort: 5432 }] } }),
      object('Service', 'db', { spec: { clusterIP: '10.0.0.1', selector: { app: 'db' }, ports: [{ port: 5432 }] } }),
    ],
    logs: logOf('Error: connect ETIMEDOUT db:5432'),
    category: 'dependency-down',
    culprit,
    never: ['offers only'],
  },
  {
    state: 'a host whose Service is called otherwise',
    objects: [
      ...web({ status: crashing(1), container: { env: [{ name: 'API', value: 'http://payment:80' }] } }),
      ...healthy('payments'),
      object('Service', 'payments', { spec: { selector: { app: 'payments' }, ports: [{ port: 80 }] } }),
    ],
    logs: logOf('Error: getaddrinfo ENOTFOUND payment'),
    category: 'dns',
    culprit,
    says: ['no Service payment in namespace shop; there is a Service payments (env API names payment)'],
  },
  {
    state: 'a host that lives in another namespace',
    objects: [
      ...web({ status: crashing(1), container: { env: [{ name: 'API', value: 'http://payments.billing:80' }] } }),
      object('Namespace', 'billing'),
      object('Service', 'web', { spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } }),
      object('Service', 'payments', {
        spec: { selector: { app: 'p' }, ports: [{ port: 80 }] },
        metadata: { namespace: 'shop' },
      }),
    ],
    logs: logOf('Error: getaddrinfo ENOTFOUND payments.billing'),
    category: 'dns',
    culprit,
    says: ['no Service payments in namespace billing; there is one in namespace shop'],
  },
  {
    state: 'a memory limit that a LimitRange gave',
    objects: (() => {
      const [deploy, replicaSet, pod] = web({ status: crashing(137, 'OOMKilled') });
      const containers = [{ ...pod.spec.containers[0], resources: { limits: { memory: '64Mi' } } }];
      return [
        deploy,
        replicaSet,
        { ...pod, spec: { ...pod.spec, containers } },
        object('LimitRange', 'defaults', { spec: { limits: [{ type: 'Container', default: { memory: '64Mi' } }] } }),
      ];
    })(),
    logs: logOf('loading'),
    category: 'oom-killed',
    culprit,
    says: ['sets no memory limit: LimitRange defaults', 'default of 64Mi'],
  },
  {
    state: 'a memory limit of its own in a namespace with a LimitRange',
    objects: [
      ...web({ status: crashing(137, 'OOMKilled'), container: { resources: { limits: { memory: '64Mi' } } } }),
      object('LimitRange', 'defaults', { spec: { limits: [{ type: 'Container', default: { memory: '64Mi' } }] } }),
    ],
    logs: logOf('loading'),
    category: 'oom-killed',
    culprit,
    never: ['LimitRange'],
  },
  {
    state: 'a volume in memory',
    objects: web({
      status: crashing(137, 'OOMKilled'),
      container: { resources: { limits: { memory: '64Mi' } }, volumeMounts: [{ name: 'data', mountPath: '/cache' }] },
      volumes: [{ name: 'data', emptyDir: { medium: 'Memory' } }],
    }),
    logs: logOf('loading'),
    category: 'oom-killed',
    culprit,
    says: ['emptyDir of medium Memory without a sizeLimit'],
  },
  {
    state: 'a ServiceAccount that mounts no token',
    objects: [
      ...web({ status: crashing(1), container: {} }),
      object('ServiceAccount', 'default', { automountServiceAccountToken: false }),
    ],
    logs: logOf(
      'Error: unable to load in-cluster config: open /var/run/secrets/kubernetes.io/serviceaccount/token: no such file or directory',
    ),
    category: 'crash-loop-config',
    culprit: 'ServiceAccount/default',
    says: ['automountServiceAccountToken: false'],
  },
  {
    state: 'a pod of its own name servers',
    objects: (() => {
      const [deploy, ...rest] = web({ status: crashing(1) });
      const spec = { ...deploy.spec.template.spec, dnsPolicy: 'None', dnsConfig: { nameservers: ['10.9.9.9'] } };
      return [{ ...deploy, spec: { ...deploy.spec, template: { ...deploy.spec.template, spec } } }, ...rest];
    })(),
    logs: logOf('Error: getaddrinfo ENOTFOUND orders-db'),
    category: 'dns',
    culprit,
    says: ['dnsPolicy is None', 'nameserver 10.9.9.9'],
  },
  {
    state: 'a Service that is an alias of a name outside which does not resolve',
    objects: [
      ...web({ status: crashing(1), container: { env: [{ name: 'SMS', value: 'https://sms-gateway/v1' }] } }),
      object('Service', 'sms-gateway', { spec: { type: 'ExternalName', externalName: 'api.sms.example' } }),
    ],
    logs: logOf('Error: getaddrinfo ENOTFOUND sms-gateway'),
    category: 'dns',
    culprit: 'Service/sms-gateway',
    says: ['stands for api.sms.example'],
  },
  {
    state: 'a Service that is an alias of a name outside which resolves and refuses',
    objects: [
      ...web({ status: crashing(1), container: { env: [{ name: 'SMS', value: 'https://sms-gateway/v1' }] } }),
      object('Service', 'sms-gateway', { spec: { type: 'ExternalName', externalName: 'api.sms.example' } }),
    ],
    logs: logOf('Error: connect ECONNREFUSED sms-gateway:443'),
    category: 'dependency-down',
    culprit,
    never: ['api.sms.example'],
  },
  {
    state: 'a password that its server has in a newer value',
    objects: [
      ...web({
        status: { ready: false, started: true, state: { running: { startedAt: ago(9_000) } } },
        container: passwordOf('db-auth'),
      }),
      ...healthy('db', { container: passwordOf('db-auth') }),
    ],
    target: { kind: 'Deployment', name: 'web' },
    logs: logOf('FATAL: password authentication failed for user "web"'),
    category: ['crash-loop-config', 'dependency-down', 'readiness-probe', 'permission-denied'],
    culprit,
    says: ['web and db read the same Secret db-auth', 'was started at'],
  },
  {
    state: 'a password of a Secret that no other reads',
    objects: [
      ...web({
        status: { ready: false, started: true, state: { running: { startedAt: ago(9_000) } } },
        container: passwordOf('web-auth'),
      }),
      ...healthy('db', { container: passwordOf('db-auth') }),
    ],
    target: { kind: 'Deployment', name: 'web' },
    logs: logOf('FATAL: password authentication failed for user "web"'),
    category: ['crash-loop-config', 'dependency-down', 'readiness-probe', 'permission-denied'],
    culprit,
    never: ['read the same Secret'],
  },
  {
    state: 'a healthy workload with all of it',
    objects: [
      ...healthy('web', {
        container: {
          env: [
            { name: 'A', value: '$(B) ' },
            { name: 'A', value: 'x' },
          ],
          volumeMounts: [{ name: 'data', mountPath: '/app' }],
        },
        pod: volume({ emptyDir: { medium: 'Memory' } }),
      }),
      event('Pod', POD, 'Pulled', 'ok', { type: 'Normal' }),
    ],
  },
  {
    state: 'a pod that waits for a ConfigMap, with a variable that resolves to nothing',
    objects: web({
      status: waiting('CreateContainerConfigError', 'configmap "web-config" not found'),
      container: { env: [{ name: 'A', value: '$(B)' }] },
      pod: { status: { phase: 'Pending', startTime: ago(60) } },
    }),
    category: 'create-container-config',
    culprit,
    never: ['stays as it is written'],
  },
];

describe('withContradictions', () => {
  it.each(CASES.map(each => [each.state, each] as const))('%s', async (_state, each) => {
    expect((await expectDiagnosis(each)).rootCause).not.toBe('');
  });
});
