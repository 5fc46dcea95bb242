import { KubernetesObject } from '../cluster/KubernetesObject';
import { diagnose } from '../diagnose';
import { DiagnosisRequest, Finding } from '../Diagnosis';
import { ago, clusterOf, crashing, deployment, event, healthy, object, waiting } from '../testing/cluster';

const POD = 'web-7d4b9-x2x4z';
const SANDBOX =
  'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "1a2b": plugin type="calico" failed (add): Unauthorized';

async function find(objects: KubernetesObject[], request: Partial<DiagnosisRequest> = {}): Promise<Finding[]> {
  const { findings } = await diagnose({ namespace: 'shop', ...request }, { reader: clusterOf(objects) });
  return findings.filter(({ severity }) => severity !== 'INFO');
}

const starting = () =>
  deployment('web', { status: waiting('ContainerCreating'), pod: { status: { phase: 'Pending' } } });

describe('reported', () => {
  it('explains a known word, quotes it, and calls it what its message says', async () => {
    const [finding, ...others] = await find([...starting(), event('Pod', POD, 'FailedCreatePodSandBox', SANDBOX)]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ category: 'node-problem', confidence: 0.55, severity: 'CRITICAL' });
    expect(finding.title).toContain('the network plug-in of the node fails (FailedCreatePodSandBox)');
    expect(finding.evidence[0].text).toContain('Unauthorized');
    expect(finding).not.toHaveProperty('fallback');
  });

  it.each([
    [SANDBOX.replace('Unauthorized', 'mkdir /var/lib/cni: no space left on device'), 'disk-full'],
    ['Failed to create pod sandbox: no runtime for "gvisor" is configured', 'create-container-config'],
  ])('lets the message decide: %s', async (message, category) => {
    const [finding] = await find([...starting(), event('Pod', POD, 'FailedCreatePodSandBox', message)]);
    expect(finding.category).toBe(category);
  });

  it('passes on what an operator says of pods that are not ready, and believes it less', async () => {
    const words = 'x509: certificate has expired or is not yet valid';
    const [finding] = await find([...starting(), event('Pod', POD, 'VaultSyncFailed', words)]);
    expect(finding).toMatchObject({ category: 'tls-certificate', confidence: 0.35, severity: 'HIGH' });
    expect(finding.rootCause).toContain(`VaultSyncFailed of Pod ${POD}: ${words}`);
  });

  it('passes on why a container waits, whatever the word', async () => {
    const status = waiting('EnclaveNotAttested', 'the enclave of the node has no measurement');
    const [finding] = await find(deployment('web', { status, pod: { status: { phase: 'Pending' } } }));
    expect(finding).toMatchObject({ confidence: 0.35, severity: 'HIGH' });
    expect(finding.rootCause).toContain('the enclave of the node has no measurement');
  });

  it('says it in place of "the rollout is stuck", which tells no cause', async () => {
    const [owner, ...rest] = starting();
    const late = { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' };
    const objects = [{ ...owner, status: { conditions: [late] } }, ...rest];
    const findings = await find([...objects, event('Pod', POD, 'LicenseMissing', 'seat 12 is not paid for')]);
    expect(findings.map(({ title }) => title)).toEqual([expect.stringContaining('LicenseMissing')]);
  });

  it('is silent when something more exact is known of the same workload', async () => {
    const findings = await find([
      ...deployment('web', { status: crashing(139) }),
      event('Pod', POD, 'VaultSyncFailed', 'sealed'),
      event('Pod', POD, 'FailedCreatePodSandBox', SANDBOX),
    ]);
    expect(findings.map(({ category }) => category)).toEqual(['exit-code-signal']);
  });

  it('is silent about what is ready, whoever warns', async () => {
    for (const reason of ['VaultSyncFailed', 'FailedCreatePodSandBox', 'FailedKillPod', 'NetworkNotReady']) {
      expect(await find([...healthy('web'), event('Pod', POD, reason, SANDBOX, { count: 200 })])).toEqual([]);
      expect(await find([...healthy('web'), event('Deployment', 'web', reason, SANDBOX, { count: 200 })])).toEqual([]);
    }
  });

  it('is silent about an event of an earlier pod under that name, and about one before it was well', async () => {
    const earlier = { involvedObject: { kind: 'Pod', name: POD, namespace: 'shop', uid: 'earlier' } };
    expect(await find([...starting(), event('Pod', POD, 'FailedCreatePodSandBox', SANDBOX, earlier)])).toEqual([]);
    const old = event('Pod', POD, 'FailedCreatePodSandBox', SANDBOX, { seconds: 3000 });
    expect(await find([...starting(), old])).toEqual([]);
  });

  it('is silent about a Job that runs, and speaks when it has no pod', async () => {
    const job = object('Job', 'import', { spec: { parallelism: 1 }, status: { active: 1 } });
    const conditions = [{ type: 'Ready', status: 'True', lastTransitionTime: ago(60) }];
    const pod = object(
      'Pod',
      'import-x2x4z',
      { spec: { containers: [{ name: 'app' }] }, status: { phase: 'Running', conditions } },
      { owner: ['Job', 'import'] },
    );
    const warning = event('Job', 'import', 'QueueFull', 'no room in queue batch');
    expect(await find([job, pod, warning])).toEqual([]);
    expect((await find([job, warning]))[0].rootCause).toContain('no room in queue batch');
  });

  it('gives a pod time to start', async () => {
    const fresh = starting().map(each => ({
      ...each,
      metadata: { ...each.metadata, creationTimestamp: ago(10) },
      status: { ...each.status, conditions: [] },
    }));
    expect(await find([...fresh, event('Pod', POD, 'FailedCreatePodSandBox', SANDBOX)])).toEqual([]);
  });

  describe('pods that the kubelet refused', () => {
    const refused = (podAge: number, ready: number): KubernetesObject[] => {
      const [owner, replicaSet, pod] = deployment('web');
      const at = ago(podAge);
      const status = {
        phase: 'Failed',
        reason: 'OutOfcpu',
        message: "Pod was rejected: Node didn't have enough resource: cpu",
        conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: at }],
      };
      const running = healthy('web')[2];
      const other = { ...running, metadata: { ...running.metadata, name: 'web-7d4b9-other', uid: 'other' } };
      return [
        { ...owner, status: { readyReplicas: ready } },
        replicaSet,
        { ...pod, status },
        ...(ready ? [other] : []),
      ];
    };

    it('count while their workload lacks pods', async () => {
      const [finding] = await find(refused(60, 0));
      expect(finding).toMatchObject({ category: 'unschedulable-resources', confidence: 0.55 });
      expect(finding.title).toContain('has lost a pod');
    });

    it('are history once another pod took their place', async () => {
      expect(await find(refused(60, 1))).toEqual([]);
    });

    it('are known by the name of any device', async () => {
      const objects = refused(60, 0).map(each =>
        each.kind === 'Pod' ? { ...each, status: { ...each.status, reason: 'OutOfnvidia.com/gpu' } } : each,
      );
      expect((await find(objects))[0]).toMatchObject({ category: 'unschedulable-resources', confidence: 0.55 });
    });
  });

  it('tells of a load balancer while the Service has no address', async () => {
    const words = 'Error syncing load balancer: failed to ensure load balancer: no subnet';
    const service = (ingress: object[]) =>
      object('Service', 'web', {
        spec: { type: 'LoadBalancer', selector: { app: 'web' }, ports: [{ port: 80 }] },
        status: { loadBalancer: { ingress } },
      });
    const once = event('Service', 'web', 'SyncLoadBalancerFailed', words, { count: 1 });
    expect((await find([...healthy('web'), service([]), once]))[0]).toMatchObject({
      category: 'service-no-endpoints',
      resource: { kind: 'Service', name: 'web' },
    });
    expect(await find([...healthy('web'), service([{ ip: '192.0.2.1' }]), once])).toEqual([]);
  });

  it('tells of a paused Deployment only to somebody who complains about it', async () => {
    const paused = {
      type: 'Progressing',
      status: 'Unknown',
      reason: 'DeploymentPaused',
      message: 'Deployment is paused',
    };
    const objects = healthy('web').map(each =>
      each.kind === 'Deployment' ? { ...each, status: { ...each.status, conditions: [paused] } } : each,
    );
    const target = { kind: 'Deployment', name: 'web' };
    expect(await find(objects, { target })).toEqual([]);
    expect(await find(objects)).toEqual([]);
    const [finding] = await find(objects, { target, question: 'my change of web has no effect' });
    expect(finding).toMatchObject({ category: 'rollout-stuck', confidence: 0.45 });
  });

  it('leaves the housekeeping of nodes to questions about the cluster or the node', async () => {
    const about = { involvedObject: { kind: 'Node', name: 'node-1', uid: 'node-1' } };
    const node = object('Node', 'node-1', { status: { conditions: [{ type: 'Ready', status: 'True' }] } });
    const full = event('Node', 'node-1', 'FreeDiskSpaceFailed', 'Failed to garbage collect images', about);
    expect(await find([...healthy('web'), node, full])).toEqual([]);
    expect((await find([...healthy('web'), node, full], { namespace: undefined }))[0].category).toBe('disk-full');
  });
});
