import { FindingDraft } from '../../analyzers/Analyzer';
import { Category } from '../../categories';
import { ClusterGraph } from '../../cluster/ClusterGraph';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { crashing, deployment, event, healthy, object, waiting } from '../../testing/cluster';
import { renderFix } from '../renderFix';
import { planFixes } from './planFixes';

function finding(
  category: Category,
  kind: string,
  name: string,
  rootCause: string,
  more: Partial<FindingDraft> = {},
): FindingDraft {
  const namespaced = kind !== 'Node';
  return {
    category,
    severity: 'HIGH',
    confidence: 0.9,
    resource: { kind, name, ...(namespaced ? { namespace: 'shop' } : {}) },
    title: rootCause,
    rootCause,
    explanation: '',
    evidence: [],
    ...more,
  };
}

function commandsFor(draft: FindingDraft, objects: KubernetesObject[]): string[] {
  return planFixes(draft, new ClusterGraph(objects)).map(({ action }) => renderFix(action, [])?.command ?? '');
}

const onWeb = (category: Category, rootCause: string, more: Partial<FindingDraft> = {}) =>
  finding(category, 'Deployment', 'web', rootCause, { container: 'app', ...more });

describe('planFixes', () => {
  describe('for images', () => {
    const broken = deployment('web', { container: { image: 'nginx:1.72' }, status: waiting('ErrImagePull') });

    it('takes the tag that runs elsewhere', () => {
      const objects = [...broken, ...healthy('a', { container: { image: 'nginx:1.27' } })];
      expect(commandsFor(onWeb('image-pull', 'no such tag'), objects)).toEqual([
        'kubectl -n shop set image deployment/web app=nginx:1.27',
      ]);
    });

    it('takes the one with swapped digits when several run', () => {
      const others = ['nginx:1.25', 'nginx:1.27'].flatMap((image, i) => healthy(`a${i}`, { container: { image } }));
      expect(commandsFor(onWeb('image-pull', 'no such tag'), [...broken, ...others])).toEqual([
        'kubectl -n shop set image deployment/web app=nginx:1.27',
      ]);
    });

    it('guesses nothing when no image resembles it', () => {
      const objects = [...broken, ...healthy('a', { container: { image: 'redis:7' } })];
      expect(commandsFor(onWeb('image-pull', 'no such tag'), objects)).toEqual([]);
    });

    it('adds the pull Secret of a neighbour at the same registry', () => {
      const image = 'registry.example.com/web:1';
      const pulling = healthy('api', {
        container: { image: 'registry.example.com/api:1' },
        pod: {
          spec: {
            imagePullSecrets: [{ name: 'registry' }],
            containers: [{ name: 'app', image: 'registry.example.com/api:1' }],
          },
        },
      });
      const objects = [...deployment('web', { container: { image }, status: waiting('ErrImagePull') }), ...pulling];
      const [command] = commandsFor(onWeb('image-pull', 'pull access denied'), objects);
      expect(command).toContain('{"imagePullSecrets":[{"name":"registry"}]}');
      expect(commandsFor(onWeb('image-pull', 'not found'), objects)).toEqual([]);
    });
  });

  describe('for configuration', () => {
    const reading = (valueFrom: object) =>
      deployment('web', {
        container: { env: [{ name: 'DB_PASSWORD', valueFrom }] },
        status: waiting('CreateContainerConfigError'),
      });
    const missing = (kind: string) => onWeb('secret-missing-key', `couldn't find key pasword in ${kind} shop/db`);

    it('names the key that the ConfigMap has', () => {
      const objects = [
        ...reading({ configMapKeyRef: { name: 'db', key: 'pasword' } }),
        object('ConfigMap', 'db', { data: { password: 'x', port: '1' } }),
      ];
      expect(commandsFor(missing('ConfigMap'), objects)[0]).toContain(
        '"valueFrom":{"configMapKeyRef":{"name":"db","key":"password"}}',
      );
    });

    it('knows of a Secret only the keys that running pods read', () => {
      const objects = reading({ secretKeyRef: { name: 'db', key: 'pasword' } });
      expect(commandsFor(missing('Secret'), objects)).toEqual([]);
      const env = [{ name: 'P', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }];
      expect(commandsFor(missing('Secret'), [...objects, ...healthy('api', { container: { env } })])[0]).toContain(
        '"secretKeyRef":{"name":"db","key":"password"}',
      );
    });

    const fromMissing = deployment('web', { container: { envFrom: [{ configMapRef: { name: 'web-config' } }] } });
    const notFound = onWeb('create-container-config', 'configmap "web-config" not found');

    it('points envFrom at the only ConfigMap of that stem that nobody reads', () => {
      const objects = [...fromMissing, object('ConfigMap', 'web-settings', { data: { A: 'b' } })];
      expect(commandsFor(notFound, objects)[0]).toContain(
        '{"op":"replace","path":"/spec/template/spec/containers/0/envFrom/0/configMapRef/name","value":"web-settings"}',
      );
    });

    it('decides nothing between two', () => {
      const objects = [...fromMissing, object('ConfigMap', 'web-settings'), object('ConfigMap', 'web-templates')];
      expect(commandsFor(notFound, objects)).toEqual([]);
    });

    it('copies the ConfigMap that was left behind in another namespace, but no redacted value', () => {
      const other = (data: object) => object('ConfigMap', 'web-config', { data, metadata: { namespace: 'old' } });
      expect(commandsFor(notFound, [...fromMissing, other({ MODE: 'a b' })])).toEqual([
        "kubectl -n shop create configmap web-config '--from-literal=MODE=a b'",
      ]);
      expect(commandsFor(notFound, [...fromMissing, other({ MODE: '[redacted:password#1]' })])).toEqual(['']);
    });

    it('takes the value of a variable from the neighbours only when they agree', () => {
      const draft = onWeb('crash-loop-config', 'The environment variable BROKER_URL is not set.');
      const setting = (name: string, value: string) =>
        healthy(name, { container: { env: [{ name: 'BROKER_URL', value }] } });
      const web = deployment('web', { status: crashing(1) });
      expect(commandsFor(draft, [...web, ...setting('a', 'amqp://mq:5672')])).toEqual([
        'kubectl -n shop set env deployment/web -c app BROKER_URL=amqp://mq:5672',
      ]);
      expect(commandsFor(draft, [...web, ...setting('a', 'amqp://mq'), ...setting('b', 'amqp://other')])).toEqual([]);
    });
  });

  describe('for calls', () => {
    const calling = (value: string) => deployment('web', { container: { env: [{ name: 'DB', value }] } });
    const service = object('Service', 'postgres', { spec: { ports: [{ port: 5432 }], clusterIP: '10.0.0.1' } });

    it('corrects a misspelled host', () => {
      const draft = onWeb('dns', 'The name postgre can not be resolved.');
      expect(commandsFor(draft, [...calling('postgres://u@postgre:5432/x'), service])).toEqual([
        'kubectl -n shop set env deployment/web -c app DB=postgres://u@postgres:5432/x',
      ]);
    });

    it('corrects a port that the Service has not', () => {
      const draft = onWeb('dependency-down', 'postgres:5433 refuses connections');
      expect(commandsFor(draft, [...calling('postgres:5433'), service])).toEqual([
        'kubectl -n shop set env deployment/web -c app DB=postgres:5432',
      ]);
    });

    it('leaves hosts outside of the cluster and those that the failure does not name', () => {
      const outside = onWeb('dns', 'The name postgre.example.test can not be resolved.');
      expect(commandsFor(outside, [...calling('postgre.example.test'), service])).toEqual([]);
      expect(commandsFor(onWeb('dns', 'something else'), [...calling('postgre'), service])).toEqual([]);
    });
  });

  describe('for probes', () => {
    const probed = (container: object) => deployment('web', { container });

    it('takes the path of the probe that passes', () => {
      const container = {
        readinessProbe: { httpGet: { path: '/healthz', port: 8080 } },
        livenessProbe: { httpGet: { path: '/health', port: 8080 } },
      };
      expect(commandsFor(onWeb('readiness-probe', 'failed with statuscode: 404'), probed(container))[0]).toContain(
        '"readinessProbe":{"httpGet":{"path":"/health"}}',
      );
    });

    it('takes the only declared port when the probed one refuses', () => {
      const container = { ports: [{ containerPort: 3000 }], livenessProbe: { tcpSocket: { port: 8080 } } };
      expect(commandsFor(onWeb('liveness-probe', 'connection refused'), probed(container))[0]).toContain(
        '"livenessProbe":{"tcpSocket":{"port":3000}}',
      );
    });

    it('corrects the scheme', () => {
      const container = { readinessProbe: { httpGet: { path: '/', port: 1, scheme: 'HTTPS' } } };
      const draft = onWeb('readiness-probe', 'http: server gave HTTP response to HTTPS client');
      expect(commandsFor(draft, probed(container))[0]).toContain('"scheme":"HTTP"');
    });

    it('gives a start five minutes, and an answer more time', () => {
      const start = { startupProbe: { httpGet: { path: '/', port: 1 }, periodSeconds: 4, failureThreshold: 4 } };
      expect(commandsFor(onWeb('startup-probe', 'connection refused'), probed(start))[0]).toContain(
        '"failureThreshold":75',
      );
      const slow = { livenessProbe: { exec: { command: ['x'] } } };
      expect(commandsFor(onWeb('liveness-probe', 'context deadline exceeded'), probed(slow))[0]).toContain(
        '"livenessProbe":{"timeoutSeconds":5}',
      );
    });

    it('changes nothing when the program itself says that it is not ready', () => {
      const container = { readinessProbe: { httpGet: { path: '/ready', port: 8080 } } };
      expect(commandsFor(onWeb('readiness-probe', 'failed with statuscode: 503'), probed(container))).toEqual([]);
    });
  });

  describe('for placement', () => {
    const node = (name: string, labels: object = {}, spec: object = {}) =>
      object('Node', name, { metadata: { labels }, spec, status: { allocatable: { cpu: '2' } } });
    const wanting = (spec: object) => {
      const [workload, ...rest] = deployment('web');
      Object.assign(workload.spec.template.spec, spec);
      return [workload, ...rest];
    };
    const pending = onWeb('unschedulable-constraints', 'no node matches');

    it('corrects the value that nodes have', () => {
      const objects = [...wanting({ nodeSelector: { disk: 'sdd' } }), node('a', { disk: 'ssd' }), node('b')];
      expect(commandsFor(pending, objects)[0]).toContain('"nodeSelector":{"disk":"ssd"}');
    });

    it('labels the only node, and leaves the choice between several', () => {
      const web = wanting({ nodeSelector: { disk: 'nvme' } });
      expect(commandsFor(pending, [...web, node('a')])).toEqual(['kubectl label node/a disk=nvme']);
      expect(commandsFor(pending, [...web, node('a'), node('b')])).toEqual(['']);
    });

    it('tolerates the taint that was named, with what is tolerated already; never one of Kubernetes itself', () => {
      const draft = onWeb('unschedulable-constraints', '1 node(s) had untolerated taint {team: data}');
      const web = wanting({ tolerations: [{ key: 'a', operator: 'Exists' }] });
      const taints = [{ key: 'team', value: 'data', effect: 'NoSchedule' }];
      expect(commandsFor(draft, [...web, node('a', {}, { taints })])[0]).toContain(
        '"tolerations":[{"key":"a","operator":"Exists"},{"key":"team","operator":"Equal","value":"data","effect":"NoSchedule"}]',
      );
      const own = onWeb('unschedulable-constraints', 'untolerated taint {node.kubernetes.io/unreachable: }');
      const sick = [{ key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule' }];
      expect(commandsFor(own, [...web, node('a', {}, { taints: sick })])).toEqual([]);
    });

    it('names the most that the freest node has', () => {
      const container = { resources: { requests: { cpu: '12' } } };
      const draft = onWeb('unschedulable-resources', 'it requests cpu 12 cores');
      expect(
        commandsFor(draft, [...deployment('web', { container, pod: { spec: { nodeName: undefined } } }), node('a')]),
      ).toEqual(['kubectl -n shop set resources deployment/web -c app --requests=cpu=2']);
    });
  });

  it('brings a container within its LimitRange', () => {
    const container = { resources: { limits: { memory: '512Mi' }, requests: { memory: '512Mi', cpu: '10m' } } };
    const range = object('LimitRange', 'bounds', {
      spec: { limits: [{ type: 'Container', max: { memory: '256Mi' }, min: { cpu: '50m' } }] },
    });
    const draft = finding('limit-range', 'LimitRange', 'bounds', 'maximum memory usage', {
      affects: [{ kind: 'Deployment', namespace: 'shop', name: 'web' }],
    });
    expect(commandsFor(draft, [...deployment('web', { container }), range])).toEqual([
      'kubectl -n shop set resources deployment/web -c app --limits=memory=256Mi --requests=memory=256Mi,cpu=50m',
    ]);
  });

  describe('for rights', () => {
    const refusal = (account: string, resource = 'deployments', where = 'shop') =>
      onWeb('rbac-forbidden', 'forbidden', {
        evidence: [
          {
            kind: 'log',
            source: 'pod/web',
            text: `User "system:serviceaccount:shop:${account}" cannot list resource "${resource}" in API group "apps" in the namespace "${where}"`,
          },
        ],
      });
    const [workload, ...rest] = deployment('web');
    workload.spec.template.spec.serviceAccountName = 'web';
    const objects = [workload, ...rest];

    it('grants what the own account was refused in its own namespace', () => {
      expect(commandsFor(refusal('web'), objects)).toEqual([
        'kubectl -n shop create role web-deployments --verb=get,list,watch --resource=deployments.apps\n' +
          'kubectl -n shop create rolebinding web-deployments --role=web-deployments --serviceaccount=shop:web',
      ]);
    });

    it('lets no log line ask for somebody else, somewhere else or for Secrets', () => {
      expect(commandsFor(refusal('admin'), objects)).toEqual([]);
      expect(commandsFor(refusal('web', 'deployments', 'kube-system'), objects)).toEqual([]);
      expect(commandsFor(refusal('web', 'secrets'), objects)).toEqual(['']);
    });

    it('creates the ServiceAccount that pods are refused for', () => {
      const draft = onWeb('admission-rejected', 'serviceaccount "web-sa" not found');
      expect(commandsFor(draft, objects)).toEqual(['kubectl -n shop create serviceaccount web-sa']);
    });

    it('hardens what Pod Security names, from the whole sentence', () => {
      const message =
        'pods "web" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "app" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "app" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "app" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container "app" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")';
      const draft = onWeb('admission-rejected', 'Pod Security admission rejects its pods');
      const refused = event('ReplicaSet', 'web-7d4b9', 'FailedCreate', message);
      expect(commandsFor(draft, [...objects, refused])[0]).toContain(
        '{"securityContext":{"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}},"containers":[{"name":"app","securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]}}}]}',
      );
    });
  });

  describe('for traffic', () => {
    const policy = (podSelector: object) =>
      object('NetworkPolicy', 'db', { spec: { podSelector, ingress: [{ from: [] }], policyTypes: ['Ingress'] } });
    const objects = [
      ...healthy('web'),
      ...healthy('db', { container: { ports: [{ name: 'pg', containerPort: 5432 }] } }),
      object('Service', 'db', { spec: { selector: { app: 'db' }, ports: [{ port: 5432, targetPort: 'pg' }] } }),
    ];
    const blocked = finding('network-policy', 'NetworkPolicy', 'db', 'blocks', {
      affects: [
        { kind: 'Deployment', namespace: 'shop', name: 'web' },
        { kind: 'Service', namespace: 'shop', name: 'db' },
      ],
    });

    it('lets the caller in by its label, on the port of the pods', () => {
      expect(commandsFor(blocked, [...objects, policy({ matchLabels: { app: 'db' } })])[0]).toContain(
        '{"op":"add","path":"/spec/ingress/-","value":{"from":[{"podSelector":{"matchLabels":{"app":"web"}}}],"ports":[{"port":5432,"protocol":"TCP"}]}}',
      );
    });

    it('opens no policy for all pods', () => {
      expect(commandsFor(blocked, [...objects, policy({})])).toEqual([]);
    });

    it('takes the only port that the Service of an Ingress has', () => {
      const ingress = object('Ingress', 'web', {
        spec: { defaultBackend: { service: { name: 'db', port: { number: 80 } } } },
      });
      expect(
        commandsFor(finding('ingress-misconfig', 'Ingress', 'web', 'no such port'), [...objects, ingress])[0],
      ).toContain('{"op":"replace","path":"/spec/defaultBackend/service/port","value":{"number":5432}}');
    });
  });

  describe('for storage', () => {
    const claim = object('PersistentVolumeClaim', 'data-db-0', {
      spec: { storageClassName: 'fsat', accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      status: { phase: 'Pending' },
    });
    const storageClass = object('StorageClass', 'fast', { provisioner: 'rancher.io/local-path' });
    const draft = finding('pvc-pending', 'PersistentVolumeClaim', 'data-db-0', 'no such class');

    it('makes a claim anew', () => {
      expect(commandsFor(draft, [claim, storageClass])[0]).toMatch(
        /^kubectl -n shop delete persistentvolumeclaim\/data-db-0\nprintf '%s' '.*"storageClassName":"fast".*' \| kubectl -n shop create -f -$/,
      );
    });

    it('creates the class where a StatefulSet would make the claim again as it was', () => {
      const set = object('StatefulSet', 'db', { spec: { volumeClaimTemplates: [{ metadata: { name: 'data' } }] } });
      expect(commandsFor(draft, [claim, storageClass, set])[0]).toContain('"kind":"StorageClass"');
    });

    it('knows nothing to do without any class', () => {
      expect(commandsFor(draft, [claim])).toEqual([]);
    });

    it('enlarges the volume that the full path is on, if its class allows', () => {
      const spec = {
        containers: [{ name: 'app', volumeMounts: [{ name: 'data', mountPath: '/data' }] }],
        volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'disk' } }],
      };
      const disk = object('PersistentVolumeClaim', 'disk', {
        spec: { storageClassName: 'fast', resources: { requests: { storage: '10Gi' } } },
      });
      const objects = [...deployment('web', { pod: { spec } }), disk];
      const full = onWeb('disk-full', 'No space left on device: /data/x');
      const growing = { ...storageClass, allowVolumeExpansion: true };
      expect(commandsFor(full, [...objects, growing])[0]).toContain('{"requests":{"storage":"15Gi"}}');
      expect(commandsFor(full, [...objects, storageClass])).toEqual([]);
    });
  });

  describe('for what is stuck', () => {
    const deleted = { deletionTimestamp: '2026-11-20T11:00:00Z' };

    it('removes a finalizer of others, none of Kubernetes', () => {
      const map = (finalizers: string[]) => object('ConfigMap', 'web', { metadata: { ...deleted, finalizers } });
      const draft = finding('deprecated-or-terminating', 'ConfigMap', 'web', 'does not finish terminating');
      expect(commandsFor(draft, [map(['kubernetes.io/x', 'example.com/protect'])])[0]).toContain(
        '[{"op":"test","path":"/metadata/finalizers/1","value":"example.com/protect"},{"op":"remove","path":"/metadata/finalizers/1"}]',
      );
      expect(commandsFor(draft, [map(['kubernetes.io/pvc-protection'])])).toEqual([]);
    });

    it('forces a pod away only when its node does not answer', () => {
      const pod = object('Pod', 'web', { metadata: deleted, spec: { nodeName: 'a' } });
      const node = (status: string) => object('Node', 'a', { status: { conditions: [{ type: 'Ready', status }] } });
      const draft = finding('deprecated-or-terminating', 'Pod', 'web', 'does not finish terminating');
      expect(commandsFor(draft, [pod, node('Unknown')])).toEqual([
        'kubectl -n shop delete pod web --force --grace-period=0',
      ]);
      expect(commandsFor(draft, [pod, node('True')])).toEqual([]);
    });
  });

  it('runs the CronJob of a failed Job again, corrects a time zone, resumes a paused rollout', () => {
    const nightly = object('CronJob', 'nightly', { spec: { timeZone: 'Europe/Berln' } });
    const job = object('Job', 'nightly-1', {}, { owner: ['CronJob', 'nightly'] });
    expect(commandsFor(finding('job-failed', 'Job', 'nightly-1', 'failed'), [nightly, job])).toEqual([
      'kubectl -n shop create job nightly-again --from=cronjob/nightly',
    ]);
    expect(
      commandsFor(finding('cronjob-suspended-or-missed', 'CronJob', 'nightly', 'unknown time zone'), [nightly])[0],
    ).toContain('{"spec":{"timeZone":"Europe/Berlin"}}');
    const [web] = deployment('web');
    web.spec.paused = true;
    expect(commandsFor(onWeb('rollout-stuck', 'no progress'), [web])).toEqual([
      'kubectl -n shop rollout resume deployment/web',
    ]);
  });

  it('creates the headless Service that a StatefulSet names', () => {
    const set = object('StatefulSet', 'queue', {
      spec: {
        serviceName: 'queue',
        selector: { matchLabels: { app: 'queue' } },
        template: { spec: { containers: [{ name: 'app', ports: [{ containerPort: 5672 }] }] } },
      },
    });
    const draft = finding('statefulset-stuck', 'StatefulSet', 'queue', 'waits');
    expect(commandsFor(draft, [set, object('Service', 'other')])[0]).toContain('"clusterIP":"None"');
    expect(commandsFor(draft, [set, object('Service', 'queue')])).toEqual([]);
  });

  it('answers for objects of any shape', () => {
    for (const spec of [null, 7, 'x', { template: { spec: { containers: [null, { name: 3, env: [7] }] } } }]) {
      const odd = { kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' }, spec } as KubernetesObject;
      for (const category of ['image-pull', 'dns', 'volume-mount', 'readiness-probe', 'limit-range'] as Category[])
        expect(Array.isArray(planFixes(onWeb(category, 'x'), new ClusterGraph([odd])))).toBe(true);
    }
  });
});
