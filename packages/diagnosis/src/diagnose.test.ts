import { diagnose } from './diagnose';
import { ClusterReadError } from './cluster/ClusterReader';
import { KubernetesObject } from './cluster/KubernetesObject';
import { DiagnosisRequest } from './Diagnosis';
import { ago, clusterOf, crashing, deployment, event, healthy, object, waiting } from './testing/cluster';

function ask(objects: KubernetesObject[], request: Partial<DiagnosisRequest> = {}, logs: Record<string, string> = {}) {
  return diagnose({ namespace: 'shop', ...request }, { reader: clusterOf(objects, logs) });
}

const checkout = { kind: 'Deployment', name: 'checkout' };

describe('diagnose', () => {
  it('finds nothing on healthy workloads and says what it looked at', async () => {
    const diagnosis = await ask(healthy('cart'), { target: { kind: 'Deployment', name: 'cart' } });
    expect(diagnosis.findings).toEqual([]);
    expect(diagnosis.errorCategory).toBe('none');
    expect(diagnosis.severity).toBe('INFO');
    expect(diagnosis.rootCause).toBe('Nothing is wrong with Deployment cart.');
    expect(diagnosis.k8sContext.checked).toEqual(['Deployment cart: 1 of 1 pods ready for 10 min, no restarts.']);
  });

  it('puts the decisive line of the log into the finding of a crash loop', async () => {
    const diagnosis = await ask(
      deployment('checkout', { status: crashing(1) }),
      { target: checkout },
      { 'shop/checkout-7d4b9-x2x4z/app': 'starting\nFATAL: password authentication failed for user "shop"\nbye' },
    );
    const [finding] = diagnosis.findings;
    expect(finding).toMatchObject({ resource: { ...checkout, namespace: 'shop' }, severity: 'CRITICAL', count: 1 });
    expect(finding.evidence[0]).toMatchObject({
      kind: 'log',
      text: 'FATAL: password authentication failed for user "shop"',
      log: { line: 2 },
    });
    expect(finding.explanation).toContain('restarted 5 times');
    expect(finding.fixes[0].description).toContain('credentials of user shop');
  });

  it('names the memory limit of a container that is killed for it, and offers a larger one', async () => {
    const container = { resources: { limits: { memory: '96Mi' } } };
    const diagnosis = await ask(deployment('checkout', { container, status: crashing(137, 'OOMKilled') }), {
      target: checkout,
    });
    expect(diagnosis.errorCategory).toBe('oom-killed');
    expect(diagnosis.rootCause).toContain('limit of 96Mi');
    expect(diagnosis.fixCommands[0]).toMatchObject({
      command: 'kubectl -n shop set resources deployment/checkout -c app --limits=memory=192Mi',
      riskLevel: 'MEDIUM',
    });
  });

  it('blames the dependency that is scaled to zero, not the caller that fails for it', async () => {
    const objects = [
      ...deployment('checkout', {
        status: crashing(1),
        container: { env: [{ name: 'CACHE', value: 'redis://cache:6379/0' }] },
      }),
      object('Service', 'cache', { spec: { selector: { app: 'cache' }, ports: [{ port: 6379 }] } }),
      ...deployment('cache', { replicas: 0 }).slice(0, 1),
    ];
    const diagnosis = await ask(
      objects,
      { target: checkout },
      { 'shop/checkout-7d4b9-x2x4z/app': 'Error: connect ECONNREFUSED cache:6379' },
    );
    expect(diagnosis.findings.map(({ resource }) => resource.name)).toEqual(['cache', 'checkout']);
    expect(diagnosis.findings[0]).toMatchObject({ category: 'dependency-down', explains: [diagnosis.findings[1].id] });
    expect(diagnosis.explanation).toContain('Deployment checkout');
  });

  it('is silent about a workload that is scaled to zero and that nobody misses', async () => {
    const objects = [
      ...healthy('checkout'),
      object('Service', 'cache', { spec: { selector: { app: 'cache' }, ports: [{ port: 6379 }] } }),
      ...deployment('cache', { replicas: 0 }).slice(0, 1),
    ];
    expect((await ask(objects)).findings).toEqual([]);
  });

  it('follows a failing call into another namespace', async () => {
    const elsewhere = deployment('ledger', { status: crashing(1) }).map(each => ({
      ...each,
      metadata: { ...each.metadata, namespace: 'money' },
    }));
    const service = object('Service', 'ledger', {
      spec: { selector: { app: 'ledger' }, ports: [{ port: 80 }] },
      metadata: { namespace: 'money' },
    });
    const objects = [
      object('Namespace', 'money'),
      ...deployment('checkout', {
        status: crashing(1),
        container: { env: [{ name: 'LEDGER', value: 'http://ledger.money:80' }] },
      }),
      ...elsewhere,
      service,
    ];
    const diagnosis = await ask(
      objects,
      { target: checkout },
      {
        'shop/checkout-7d4b9-x2x4z/app': 'Error: connect ECONNREFUSED ledger.money:80',
        'money/ledger-7d4b9-x2x4z/app': 'panic: DEPLOY_ENV is not set',
      },
    );
    expect(diagnosis.findings[0].resource).toEqual({ kind: 'Deployment', namespace: 'money', name: 'ledger' });
    expect(diagnosis.rootCause).toContain('DEPLOY_ENV');
    expect(diagnosis.explanation).toContain('Deployment checkout does not work');
  });

  it('is silent about what a busy, ready service logs every day', async () => {
    const daily = [
      '2026-11-20 11:00:00 ERROR order 12 refused: card declined',
      '2026-11-20 11:00:00 WARN upstream connection reset by peer, retrying (1/5)',
      ...Array.from({ length: 8 }, () => '2026-11-20 11:00:00 INFO order 13 accepted'),
    ];
    const lines = Array.from({ length: 30 }, () => daily).flat();
    const logs = { 'shop/checkout-7d4b9-x2x4z/app': lines.join('\n') };
    for (const question of [undefined, 'why is checkout failing?', 'is checkout all right?']) {
      expect((await ask(healthy('checkout'), { target: checkout, question }, logs)).findings).toEqual([]);
    }
  });

  it('finds the one line of a long log that tells why a ready service does not do its work', async () => {
    const lines = Array.from({ length: 5000 }, (_, i) =>
      i === 777
        ? '2026-11-20 11:00:00 ERROR mail relay mx.example.test answered 550 5.7.1 relaying denied'
        : `2026-11-20 11:00:00 INFO mail ${i} queued`,
    );
    const diagnosis = await ask(
      healthy('checkout'),
      { target: checkout, question: 'customers get no mails' },
      { 'shop/checkout-7d4b9-x2x4z/app': lines.join('\n') },
    );
    expect(diagnosis.findings[0].evidence[0]).toMatchObject({ kind: 'log', text: lines[777], log: { line: 778 } });
    expect(diagnosis.severity).toBe('MEDIUM');
  });

  it('folds replicas into one finding with a count', async () => {
    const pods = ['a', 'b', 'c'].map(suffix => {
      const [, , pod] = deployment('checkout', {
        replicas: 3,
        status: waiting('ImagePullBackOff', 'Back-off pulling image'),
      });
      return { ...pod, metadata: { ...pod.metadata, name: `checkout-7d4b9-${suffix}`, uid: `uid-${suffix}` } };
    });
    const diagnosis = await ask([...deployment('checkout', { replicas: 3 }).slice(0, 2), ...pods]);
    expect(diagnosis.findings).toHaveLength(1);
    expect(diagnosis.findings[0]).toMatchObject({ category: 'image-pull', count: 3 });
  });

  it('folds replicas whose last words differ in a container id, and keeps two containers of a pod apart', async () => {
    const template = { containers: [{ name: 'app' }, { name: 'sidecar' }] };
    const pods = ['a', 'b'].map(suffix => {
      const [, , pod] = deployment('checkout', { replicas: 2 });
      const statuses = template.containers.map(({ name }) => ({ name, ...crashing(1) }));
      return {
        ...pod,
        spec: { ...pod.spec, ...template },
        status: { ...pod.status, containerStatuses: statuses },
        metadata: { ...pod.metadata, name: `checkout-7d4b9-${suffix}`, uid: `uid-${suffix}` },
      };
    });
    const logs = Object.fromEntries(
      ['a', 'b'].flatMap(suffix =>
        ['app', 'sidecar'].map(name => [
          `shop/checkout-7d4b9-${suffix}/${name}`,
          `FATAL: lost container 7f3${suffix}9: no lease`,
        ]),
      ),
    );
    const diagnosis = await ask([...deployment('checkout', { replicas: 2 }).slice(0, 2), ...pods], {}, logs);
    const folded = diagnosis.findings.map(({ count, rootCause }) => [count, /Container (\S+) of/.exec(rootCause)?.[1]]);
    expect(folded).toEqual([
      [2, 'app'],
      [2, 'sidecar'],
    ]);
    expect(diagnosis.findings[0]).not.toHaveProperty('container');
  });

  it('ignores events of an earlier object of the same name', async () => {
    const stale = event('Pod', 'cart-7d4b9-x2x4z', 'FailedMount', 'secret "x" not found', {
      involvedObject: { kind: 'Pod', name: 'cart-7d4b9-x2x4z', namespace: 'shop', uid: 'uid-of-the-pod-before' },
    });
    const creating = deployment('cart', {
      status: waiting('ContainerCreating'),
      pod: { status: { phase: 'Pending' } },
    });
    expect((await ask([...creating, stale])).findings).toEqual([]);
  });

  it('leaves out what does not concern the target', async () => {
    const objects = [...healthy('cart'), ...deployment('checkout', { status: waiting('InvalidImageName') })];
    expect((await ask(objects, { target: { kind: 'Deployment', name: 'cart' } })).findings).toEqual([]);
    expect((await ask(objects)).findings).toHaveLength(1);
  });

  it('does not lay the trouble of what it calls at the door of a healthy caller', async () => {
    const objects = [
      ...healthy('front', { container: { env: [{ name: 'API', value: 'http://checkout:80' }] } }),
      ...deployment('checkout', { status: waiting('InvalidImageName') }),
      object('Service', 'checkout', { spec: { selector: { app: 'checkout' }, ports: [{ port: 80 }] } }),
    ];
    const front = { kind: 'Deployment', name: 'front' };
    expect((await ask(objects, { target: front })).findings).toEqual([]);
    expect((await ask(objects, { target: front, question: 'is front all right?' })).findings).toEqual([]);
    const complaint = await ask(objects, { target: front, question: 'customers get errors from front' });
    expect(complaint.findings[0].resource).toMatchObject({ kind: 'Deployment', name: 'checkout' });
  });

  it('names the one workload that a label selector means', async () => {
    const objects = [
      object('CronJob', 'nightly', { spec: { schedule: '0 2 * * *' } }, { labels: { team: 'a' } }),
      object(
        'Job',
        'nightly-1',
        { status: { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] } },
        { owner: ['CronJob', 'nightly'], labels: { team: 'a' } },
      ),
      ...deployment('checkout', { status: waiting('InvalidImageName') }),
    ];
    const diagnosis = await ask(objects, { labelSelector: 'team=a' });
    expect(diagnosis.target).toMatchObject({ kind: 'CronJob', name: 'nightly' });
    expect(diagnosis.rootCause).toBe('Nothing is wrong with CronJob nightly.');
  });

  it('takes the target from the question when it names a workload', async () => {
    const objects = [...healthy('cart'), ...deployment('checkout', { status: waiting('InvalidImageName') })];
    const diagnosis = await ask(objects, { question: 'Why is checkout failing?' });
    expect(diagnosis.target).toEqual({ kind: 'Deployment', namespace: 'shop', name: 'checkout' });
    expect((await ask(objects, { question: 'is cart all right?' })).findings).toEqual([]);
  });

  it('takes what is named first for the target, and a host for its Ingress', async () => {
    const rules = [{ host: 'shop.example.com', http: { paths: [] } }];
    const objects = [...healthy('cart'), ...healthy('checkout'), object('Ingress', 'front', { spec: { rules } })];
    const targetOf = async (question: string) => (await ask(objects, { question })).target?.name;
    expect(await targetOf('checkout panics, is it the cart deploy?')).toBe('checkout');
    expect(await targetOf('cart cannot reach checkout')).toBe('cart');
    expect(await targetOf('shop.example.com shows a wrong certificate')).toBe('front');
  });

  it('says that a target does not exist, and what has a similar name', async () => {
    const diagnosis = await ask(healthy('checkout'), { target: { kind: 'deploy', name: 'check' } });
    expect(diagnosis.rootCause).toBe('There is no Deployment check in namespace shop.');
    expect(diagnosis.blindSpots).toEqual([{ what: expect.any(String), why: 'Did you mean deployment/checkout?' }]);
  });

  it('does not claim that a target is absent when it could not look', async () => {
    const reader = clusterOf(healthy('checkout'), {}, ({ kind }) =>
      kind === 'Deployment'
        ? new ClusterReadError('forbidden', 'Could not list deployments: forbidden for you.', 403)
        : undefined,
    );
    const diagnosis = await diagnose({ namespace: 'shop', target: checkout }, { reader });
    expect(diagnosis.rootCause).toBe(
      'Deployment checkout in namespace shop could not be read, so nothing can be said about it.',
    );
    expect(diagnosis.findings).toEqual([]);
  });

  it('turns a refused read into a blind spot and answers with the rest', async () => {
    const reader = clusterOf(deployment('checkout', { status: waiting('InvalidImageName') }), {}, ({ kind }) =>
      kind === 'Event'
        ? new ClusterReadError('forbidden', 'Could not list events: forbidden for you.', 403)
        : undefined,
    );
    const diagnosis = await diagnose({ namespace: 'shop' }, { reader });
    expect(diagnosis.errorCategory).toBe('invalid-image');
    expect(diagnosis.blindSpots).toEqual([{ what: 'events', why: expect.stringContaining('forbidden for you') }]);
  });

  it('answers with one blind spot when the cluster is out of reach', async () => {
    const reader = clusterOf([], {}, () => new ClusterReadError('unreachable', 'Could not reach the cluster.'));
    const diagnosis = await diagnose({ namespace: 'shop' }, { reader });
    expect(diagnosis.rootCause).toBe('The cluster test could not be read, so nothing can be said about it.');
    expect(diagnosis.blindSpots).toHaveLength(1);
  });

  it('judges a pasted text without a cluster', async () => {
    const diagnosis = await diagnose(
      { errorMessage: 'Error acquiring the state lock\nLock Info:\n  ID: 6638e010-5a10-81ef-b1a2-1e2b4f4b7a6a' },
      {},
    );
    expect(diagnosis.errorCategory).toBe('terraform-state-lock');
    expect(diagnosis.fixCommands).toEqual([
      expect.objectContaining({
        command: 'terraform force-unlock 6638e010-5a10-81ef-b1a2-1e2b4f4b7a6a',
        riskLevel: 'HIGH',
      }),
    ]);
  });

  it('says where to look when only a text tells of the failure', async () => {
    const diagnosis = await ask(healthy('cart'), {
      errorMessage: 'CrashLoopBackOff: back-off restarting failed container',
    });
    expect(diagnosis.errorCategory).toBe('crash-loop-app-error');
    expect(diagnosis.explanation).toContain('No workload in namespace shop shows it now.');
    expect(diagnosis.fixCommands).toEqual([
      expect.objectContaining({ command: 'kubectl -n shop get pods', riskLevel: 'LOW' }),
    ]);
  });

  it('lets the cluster speak before a pasted text', async () => {
    const diagnosis = await ask(
      deployment('checkout', {
        container: { resources: { limits: { memory: '96Mi' } } },
        status: crashing(137, 'OOMKilled'),
      }),
      {
        errorMessage: 'CrashLoopBackOff: back-off restarting failed container',
      },
    );
    expect(diagnosis.errorCategory).toBe('oom-killed');
    expect(diagnosis.classifiedErrors[0]).toMatchObject({ category: 'crash-loop-app-error' });
  });

  it('names what the last rollout changed when the trouble began with it, and offers the way back', async () => {
    const [deploy, replicaSet, pod] = deployment('checkout', {
      status: waiting('ImagePullBackOff'),
      container: { image: 'shop/app:1.1' },
    });
    const now = {
      ...replicaSet,
      metadata: { ...replicaSet.metadata, annotations: { 'deployment.kubernetes.io/revision': '2' } },
    };
    const before = object(
      'ReplicaSet',
      'checkout-5c6f8',
      {
        spec: { replicas: 0, template: { spec: { containers: [{ name: 'app', image: 'shop/app:1.0' }] } } },
        metadata: { creationTimestamp: ago(86_400) },
      },
      { owner: ['Deployment', 'checkout'], annotations: { 'deployment.kubernetes.io/revision': '1' } },
    );
    const diagnosis = await ask([deploy, now, before, pod], { target: checkout });
    expect(diagnosis.explanation).toContain('image of container app: shop/app:1.0 -> shop/app:1.1');
    expect(diagnosis.fixCommands[0].command).toBe('kubectl -n shop rollout undo deployment/checkout --to-revision=1');
  });

  it('offers no way back to a revision that would fail in the same way', async () => {
    const container = {
      env: [
        { name: 'RELEASE', value: '2' },
        { name: 'GATEWAY', valueFrom: { configMapKeyRef: { name: 'settings', key: 'gateway' } } },
      ],
    };
    const before = { env: [{ name: 'RELEASE', value: '1' }, container.env[1]] };
    const [deploy, replicaSet, pod] = deployment('checkout', {
      status: waiting('CreateContainerConfigError', "couldn't find key gateway in ConfigMap shop/settings"),
      container,
    });
    const now = {
      ...replicaSet,
      metadata: { ...replicaSet.metadata, annotations: { 'deployment.kubernetes.io/revision': '2' } },
    };
    const old = object(
      'ReplicaSet',
      'checkout-5c6f8',
      {
        spec: { replicas: 0, template: { spec: { containers: [{ name: 'app', image: 'shop/app:1.0', ...before }] } } },
        metadata: { creationTimestamp: ago(86_400) },
      },
      { owner: ['Deployment', 'checkout'], annotations: { 'deployment.kubernetes.io/revision': '1' } },
    );
    const diagnosis = await ask([deploy, now, old, pod], { target: checkout });
    expect(diagnosis.explanation).toContain('env RELEASE of container app: "1" -> "2". That does not explain it.');
    expect(diagnosis.fixCommands.filter(({ command }) => command.includes('rollout undo'))).toEqual([]);
  });

  it('survives an analyzer that fails, and says so', async () => {
    const broken = {
      name: 'broken',
      sees: '',
      analyze: () => {
        throw new Error('unexpected');
      },
    };
    const diagnosis = await diagnose(
      { namespace: 'shop' },
      { reader: clusterOf(healthy('cart')), analyzers: [broken] },
    );
    expect(diagnosis.blindSpots).toEqual([{ what: 'analyzer broken', why: expect.stringContaining('unexpected') }]);
  });

  it('asks for runbooks with the facts of the cluster beside the words of the user', async () => {
    const advise = jest.fn(async () => [{ title: 'Images', filename: 'imagepullbackoff.md', relevanceScore: 0.9 }]);
    const diagnosis = await diagnose(
      { namespace: 'shop', question: 'why does checkout not start' },
      { reader: clusterOf(deployment('checkout', { status: waiting('ImagePullBackOff') })), advise },
    );
    expect(advise).toHaveBeenCalledWith(
      expect.objectContaining({ category: 'image-pull', kind: 'Deployment', text: 'why does checkout not start' }),
    );
    expect(diagnosis.relatedRunbooks).toHaveLength(1);
  });
});
