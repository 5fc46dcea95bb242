import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokenUser } from './access/AccessList';
import { ReplayedCluster, ReplayOptions, ReplayRequest } from './ReplayedCluster';
import { openSnapshot } from './snapshot/openSnapshot';
import { Snapshot } from './snapshot/Snapshot';

const FIXTURE = join(__dirname, '__fixtures__/shop');
const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
const PARTIAL = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
const CART = '/api/v1/namespaces/shop/pods/cart-754d589f59-fztj9';
const HOOKS = '/api/v1/namespaces/shop/pods/hooks-7bd8fd98fb-kjlsk';

/** When the newest event of the fixture happened. */
const RECORDED = Date.parse('2026-11-18T12:00:08Z');

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await openSnapshot(FIXTURE);
});

async function connect(options?: ReplayOptions) {
  const cluster = await ReplayedCluster.create(snapshot, options);
  const json = async (path: string, init?: ReplayRequest) => {
    const response = await cluster.fetch(path, init);
    return { status: response.status, headers: response.headers, body: (await response.json()) as any };
  };
  return { cluster, json, text: async (path: string) => (await cluster.fetch(path)).text() };
}

function names(list: any): string[] {
  return list.items.map((item: any) => `${item.metadata.namespace ?? ''}/${item.metadata.name}`);
}

describe('discovery', () => {
  const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';

  it('is aggregated when the client asks for it', async () => {
    const { json } = await connect();
    const { body, headers } = await json('/apis', { headers: { Accept: AGGREGATED } });
    expect(headers.get('content-type')).toBe('application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList');
    expect(body).toMatchObject({ kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2' });
    expect(body.items.map((group: any) => group.metadata.name)).toEqual(
      expect.arrayContaining(['apps', 'metrics.k8s.io']),
    );
    const core = await json('/api', { headers: { Accept: AGGREGATED.replace('v2', 'v2beta1') } });
    expect(core.body.apiVersion).toBe('apidiscovery.k8s.io/v2beta1');
    expect(core.body.items).toHaveLength(1);
  });

  it('has the old form, too', async () => {
    const { json } = await connect();
    expect((await json('/api')).body).toMatchObject({ kind: 'APIVersions', versions: ['v1'] });
    const groups = (await json('/apis')).body.groups;
    expect(groups.find((group: any) => group.name === 'autoscaling')).toEqual({
      name: 'autoscaling',
      versions: [
        { groupVersion: 'autoscaling/v2', version: 'v2' },
        { groupVersion: 'autoscaling/v1', version: 'v1' },
      ],
      preferredVersion: { groupVersion: 'autoscaling/v2', version: 'v2' },
    });
    expect((await json('/apis/apps')).body).toMatchObject({ kind: 'APIGroup', name: 'apps' });
    const { body } = await json('/api/v1');
    expect(body).toMatchObject({ kind: 'APIResourceList', groupVersion: 'v1' });
    expect(body.resources).toContainEqual(
      expect.objectContaining({ name: 'pods', singularName: 'pod', namespaced: true, kind: 'Pod', shortNames: ['po'] }),
    );
    expect(body.resources).toContainEqual(
      expect.objectContaining({ name: 'pods/log', namespaced: true, verbs: ['get'] }),
    );
    expect((await json('/apis/apps/v1')).body.resources).toContainEqual(
      expect.objectContaining({ name: 'deployments/scale', group: 'autoscaling', version: 'v1', kind: 'Scale' }),
    );
  });

  it('tells version, health and what else there is', async () => {
    const { json, text } = await connect();
    expect((await json('/version')).body.gitVersion).toBe('v1.34.4');
    for (const path of ['/healthz', '/livez', '/readyz', '/readyz/ping']) expect(await text(path)).toBe('ok');
    expect((await json('/')).body.paths).toEqual(expect.arrayContaining(['/api/v1', '/apis/apps/v1', '/version']));
  });

  it('serves schemas made of what the objects have', async () => {
    const { cluster, json } = await connect();
    const { body } = await json('/openapi/v3');
    const { serverRelativeURL } = body.paths['apis/apps/v1'];
    const schemas = (await json(serverRelativeURL)).body.components.schemas;
    expect(schemas['apps.v1.Deployment']).toMatchObject({
      'x-kubernetes-group-version-kind': [{ group: 'apps', version: 'v1', kind: 'Deployment' }],
      properties: { spec: { properties: { replicas: { type: 'integer' } } } },
    });
    expect((await json('/openapi/v2')).body.swagger).toBe('2.0');
    const protobuf = await cluster.fetch('/openapi/v2', {
      headers: { accept: 'application/com.github.proto-openapi.spec.v2@v1.0+protobuf' },
    });
    expect(protobuf.headers.get('content-type')).toMatch(/protobuf$/);
  });
});

describe('lists and objects', () => {
  it('lists a namespace or all of them, in the order of the API server', async () => {
    const { json } = await connect();
    const { body } = await json('/api/v1/pods');
    expect(body).toMatchObject({
      kind: 'PodList',
      apiVersion: 'v1',
      metadata: { resourceVersion: expect.stringMatching(/^\d+$/) },
    });
    expect(names(body)).toEqual([...names(body)].sort());
    expect(body.items[0]).not.toHaveProperty('kind');
    const shop = names((await json('/api/v1/namespaces/shop/pods')).body);
    expect(shop.length).toBeGreaterThan(0);
    expect(shop.every(name => name.startsWith('shop/'))).toBe(true);
    expect(names((await json('/api/v1/namespaces/nosuch/pods')).body)).toEqual([]);
    expect(names((await json('/apis/coordination.k8s.io/v1/leases')).body)).toEqual([]);
    expect(names((await json('/api/v1/nodes')).body)).toEqual(['/node-1']);
  });

  it('gets one', async () => {
    const { json } = await connect();
    expect((await json(CART)).body).toMatchObject({ kind: 'Pod', apiVersion: 'v1', metadata: { namespace: 'shop' } });
    expect((await json(`${CART}/status`)).body.kind).toBe('Pod');
    expect((await json('/api/v1/namespaces/shop')).body).toMatchObject({ kind: 'Namespace' });
    expect((await json('/apis/apps/v1/namespaces/shop/deployments/web/scale')).body).toMatchObject({
      kind: 'Scale',
      spec: { replicas: 2 },
    });
  });

  it('selects by labels and fields', async () => {
    const { json } = await connect();
    const list = async (query: string) => names((await json(`/api/v1/pods?${query}`)).body);
    expect(await list('fieldSelector=status.phase%3DPending,metadata.namespace%3Ddata')).toEqual(['data/users-0']);
    const events = (await json('/api/v1/namespaces/shop/events')).body.items;
    const { uid } = events[0].involvedObject;
    const ofObject = (await json(`/api/v1/events?fieldSelector=involvedObject.uid%3D${uid}`)).body.items;
    expect(ofObject.length).toBeGreaterThan(0);
    expect(ofObject.every((event: any) => event.involvedObject.uid === uid)).toBe(true);
    expect((await json('/api/v1/configmaps?labelSelector=app+in+(web),tier')).body.items).toHaveLength(1);
    expect((await json('/api/v1/configmaps?labelSelector=app!%3Dweb')).body.items).toHaveLength(0);
    expect(await json('/api/v1/pods?labelSelector=a+b')).toMatchObject({
      status: 400,
      body: { reason: 'BadRequest', message: expect.stringContaining('unable to parse requirement') },
    });
  });

  it('lists in pages that are together the whole', async () => {
    const { json } = await connect();
    const all = names((await json('/api/v1/pods')).body);
    const paged: string[] = [];
    let next = '';
    do {
      const { body } = await json(`/api/v1/pods?limit=5&continue=${next}`);
      expect(body.items.length).toBeLessThanOrEqual(5);
      paged.push(...names(body));
      const rest = all.length - paged.length;
      expect(body.metadata.remainingItemCount).toBe(rest || undefined);
      next = body.metadata.continue ?? '';
    } while (next);
    expect(paged).toEqual(all);
    const first = (await json('/api/v1/pods?limit=1&fieldSelector=status.phase%3DRunning')).body;
    expect(first.metadata.continue).toBeDefined();
    expect(first.metadata.remainingItemCount).toBeUndefined();
    expect((await json('/api/v1/pods?continue=nonsense')).status).toBe(400);
    expect((await json('/api/v1/pods?limit=x')).status).toBe(400);
  });

  it('shows other versions of a group', async () => {
    const { json } = await connect();
    const v1 = (await json('/apis/autoscaling/v1/namespaces/shop/horizontalpodautoscalers/pay')).body;
    expect(v1).toMatchObject({ apiVersion: 'autoscaling/v1', spec: { targetCPUUtilizationPercentage: 70 } });
    expect(v1.spec).not.toHaveProperty('metrics');
    const events = (await json('/apis/events.k8s.io/v1/namespaces/shop/events')).body;
    expect(events.items[0]).toMatchObject({ regarding: { namespace: 'shop' }, note: expect.any(String) });
    expect(events.items).toHaveLength((await json('/api/v1/namespaces/shop/events')).body.items.length);
  });

  it('serves metrics', async () => {
    const { json } = await connect();
    const { body } = await json('/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods');
    expect(body.kind).toBe('PodMetricsList');
    expect((await json('/apis/metrics.k8s.io/v1beta1/nodes/node-1')).body).toMatchObject({
      usage: { cpu: expect.any(String) },
    });
  });

  it('says 404 as the API server does', async () => {
    const { json } = await connect();
    expect((await json('/api/v1/namespaces/shop/pods/nope')).body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'pods "nope" not found',
      reason: 'NotFound',
      details: { name: 'nope', kind: 'pods' },
      code: 404,
    });
    expect((await json('/apis/apps/v1/namespaces/shop/deployments/nope')).body.message).toBe(
      'deployments.apps "nope" not found',
    );
    for (const path of [
      '/api/v1/nosuch',
      '/apis/no.such/v1/things',
      '/apis/apps/v9',
      '/apis/no.such',
      '/nosuch',
      `${CART}/nosuch`,
      '/api/v1/%E0%A4%A',
    ]) {
      expect(await json(path)).toMatchObject({
        status: 404,
        body: { kind: 'Status', message: 'the server could not find the requested resource' },
      });
    }
  });

  it('refuses to write', async () => {
    const { json } = await connect();
    for (const [method, path, verb] of [
      ['DELETE', CART, 'delete'],
      ['DELETE', '/api/v1/namespaces/shop/pods', 'deletecollection'],
      ['POST', '/api/v1/namespaces/shop/pods', 'create'],
      ['PUT', CART, 'update'],
      ['PATCH', CART, 'patch'],
      ['POST', `${CART}/exec?command=ls`, 'exec'],
      ['GET', `${CART}/exec?command=ls`, 'exec'],
    ]) {
      expect(await json(path, { method })).toMatchObject({
        status: 405,
        body: {
          kind: 'Status',
          reason: 'MethodNotAllowed',
          message: `${verb} is not supported on resources of kind "pods": this cluster is a recording and can only be read`,
        },
      });
    }
    expect((await json('/version', { method: 'POST' })).status).toBe(405);
  });
});

describe('tables and metadata', () => {
  it('shows what kubectl get shows', async () => {
    const { json } = await connect();
    const { body } = await json('/api/v1/namespaces/shop/pods?includeObject=None', { headers: { accept: TABLE } });
    expect(body).toMatchObject({ kind: 'Table', apiVersion: 'meta.k8s.io/v1' });
    expect(body.columnDefinitions.map((column: any) => [column.name, column.priority])).toEqual([
      ['Name', 0],
      ['Ready', 0],
      ['Status', 0],
      ['Restarts', 0],
      ['Age', 0],
      ['IP', 1],
      ['Node', 1],
      ['Nominated Node', 1],
      ['Readiness Gates', 1],
    ]);
    const rows = Object.fromEntries(body.rows.map((row: any) => [row.cells[0], row]));
    expect(rows['cart-754d589f59-fztj9'].cells.slice(1, 5)).toEqual(['0/1', 'CrashLoopBackOff', '3 (8s ago)', '74s']);
    expect(rows['prices-5bc849b9bb-t5ppb'].cells[2]).toBe('Init:Error');
    expect(rows['cart-754d589f59-fztj9']).not.toHaveProperty('object');
  });

  it('sends with each row what was asked for', async () => {
    const { json } = await connect();
    const headers = { accept: TABLE };
    const one = (query: string) => json(`/api/v1/namespaces/data/pods?${query}`, { headers });
    expect((await one('')).body.rows[0].object).toMatchObject({
      kind: 'PartialObjectMetadata',
      metadata: { namespace: 'data' },
    });
    expect((await one('includeObject=Object')).body.rows[0].object).toMatchObject({
      kind: 'Pod',
      spec: expect.anything(),
    });
    expect((await one('includeObject=Some')).status).toBe(400);
    expect((await json(CART, { headers })).body).toMatchObject({ kind: 'Table', rows: [{ cells: expect.anything() }] });
  });

  it('has a table for every kind', async () => {
    const { json } = await connect();
    const groups = [...snapshot.discovery.api.items, ...snapshot.discovery.apis.items];
    for (const group of groups) {
      for (const { version, resources = [] } of group.versions) {
        for (const { resource, verbs } of resources) {
          if (!verbs?.includes('list')) continue;
          const name = group.metadata?.name;
          const path = `/${name ? `apis/${name}` : 'api'}/${version}/${resource}`;
          const { status, body } = await json(path, { headers: { accept: TABLE } });
          expect([path, status, body.kind]).toEqual([path, 200, 'Table']);
          for (const row of body.rows) expect(row.cells).toHaveLength(body.columnDefinitions.length);
        }
      }
    }
  });

  it('sends metadata alone', async () => {
    const { json } = await connect();
    const { body } = await json('/apis/apps/v1/deployments', { headers: { accept: PARTIAL } });
    expect(body).toMatchObject({ kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1' });
    expect(Object.keys(body.items[0]).sort()).toEqual(['apiVersion', 'kind', 'metadata']);
  });

  it('takes the first form it has, and refuses when it has none', async () => {
    const { json } = await connect();
    const accept = 'application/vnd.kubernetes.protobuf, application/json;q=0.9';
    expect((await json(CART, { headers: { accept } })).body.kind).toBe('Pod');
    expect((await json(CART, { headers: { accept: 'application/vnd.kubernetes.protobuf' } })).status).toBe(406);
  });
});

describe('logs', () => {
  it('takes the only container, and asks which of several', async () => {
    const { text, json } = await connect();
    expect(await text(`${CART}/log`)).not.toBe('');
    expect((await json(`${HOOKS}/log`)).body).toMatchObject({
      code: 400,
      message:
        'a container name must be specified for pod hooks-7bd8fd98fb-kjlsk, choose one of: [hooks metrics-proxy]',
    });
    expect((await text(`${HOOKS}/log?container=hooks&tailLines=1`)).trim().split('\n')).toHaveLength(1);
    expect((await json(`${HOOKS}/log?container=nope`)).body.message).toBe(
      'container nope is not valid for pod hooks-7bd8fd98fb-kjlsk',
    );
  });

  it('has the run before, and init containers', async () => {
    const { text, json } = await connect();
    expect(await text(`${CART}/log?previous=true`)).not.toBe('');
    expect(await text('/api/v1/namespaces/shop/pods/prices-5bc849b9bb-t5ppb/log?container=migrate')).not.toBe('');
    expect((await json('/api/v1/namespaces/shop/pods/web-bf86ff4c7-6zd9f/log?previous=true')).body).toMatchObject({
      code: 400,
      message: 'previous terminated container "web" in pod "web-bf86ff4c7-6zd9f" not found',
    });
    expect((await json('/api/v1/namespaces/shop/pods/prices-5bc849b9bb-t5ppb/log')).body.message).toBe(
      'container "prices" in pod "prices-5bc849b9bb-t5ppb" is waiting to start: PodInitializing',
    );
    expect(await text('/api/v1/namespaces/shop/pods/video-769c49584b-wxhkl/log')).toBe('');
  });

  it('refuses what the API server refuses', async () => {
    const { json } = await connect();
    for (const [query, status] of [
      ['tailLines=-1', 422],
      ['limitBytes=0', 422],
      ['sinceSeconds=0', 422],
      ['sinceSeconds=1&sinceTime=2026-11-18T12:00:00Z', 422],
      ['tailLines=x', 400],
      ['sinceTime=yesterday', 400],
    ]) {
      expect([query, (await json(`${CART}/log?${query}`)).status]).toEqual([query, status]);
    }
  });

  it('follows a running container until the reader leaves, and ends with one that has ended', async () => {
    const { cluster, text } = await connect();
    expect(await text(`${CART}/log?follow=true`)).not.toBe('');
    const response = await cluster.fetch(`${HOOKS}/log?container=hooks&follow=true`);
    const reader = response.body!.getReader();
    expect((await reader.read()).value?.length).toBeGreaterThan(0);
    const next = reader.read();
    await reader.cancel();
    expect((await next).done).toBe(true);
  });
});

describe('watch', () => {
  /** Reads events until the stream ends. */
  async function eventsOf(cluster: ReplayedCluster, path: string, headers = {}) {
    const text = await (await cluster.fetch(path, { headers })).text();
    return text
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line));
  }
  const PODS = '/api/v1/namespaces/data/pods?watch=true&timeoutSeconds=1';

  it('begins with what there is, unless the client has it', async () => {
    const { cluster } = await connect();
    const [fresh, zero, known, named] = await Promise.all([
      eventsOf(cluster, PODS),
      eventsOf(cluster, `${PODS}&resourceVersion=0`),
      eventsOf(cluster, `${PODS}&resourceVersion=123`),
      eventsOf(cluster, `${PODS}&fieldSelector=metadata.name%3Dusers-0`),
    ]);
    expect(fresh.map(event => [event.type, event.object.kind, event.object.metadata.name])).toEqual([
      ['ADDED', 'Pod', 'jobs-0'],
      ['ADDED', 'Pod', 'users-0'],
    ]);
    expect(zero).toEqual(fresh);
    expect(known).toEqual([]);
    expect(named).toHaveLength(1);
  });

  it('marks the end of initial events with a bookmark', async () => {
    const { cluster } = await connect();
    const query =
      '&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&resourceVersion=123';
    const events = await eventsOf(cluster, PODS + query);
    expect(events.map(event => event.type)).toEqual(['ADDED', 'ADDED', 'BOOKMARK']);
    expect(events[2].object).toMatchObject({
      kind: 'Pod',
      metadata: {
        annotations: { 'k8s.io/initial-events-end': 'true' },
        resourceVersion: expect.stringMatching(/^\d+$/),
      },
    });
  });

  it('sends tables to who lists tables', async () => {
    const { cluster } = await connect();
    const events = await eventsOf(cluster, PODS, { accept: TABLE });
    expect(events[0].object).toMatchObject({ kind: 'Table', columnDefinitions: expect.any(Array) });
    expect(events[1].object).toMatchObject({ kind: 'Table', columnDefinitions: null });
  });

  it('ends when the client leaves', async () => {
    const { cluster } = await connect();
    const abort = new AbortController();
    const response = await cluster.fetch('/api/v1/pods?watch=1&resourceVersion=5', { signal: abort.signal });
    const reading = response.text();
    abort.abort();
    await expect(reading).rejects.toThrow(/abort/i);
    await expect(cluster.fetch('/api/v1/pods', { signal: abort.signal })).rejects.toThrow(/abort/i);
  });
});

describe('access', () => {
  const tokens: TokenUser[] = [
    {
      name: 'dev',
      token: 'dev-token',
      groups: ['developers'],
      allow: [
        {
          verbs: ['get', 'list', 'watch'],
          apiGroups: [''],
          resources: ['pods', 'pods/log', 'namespaces'],
          namespaces: ['shop'],
        },
      ],
    },
  ];
  const authorization = { authorization: 'Bearer dev-token' };

  it('lets everybody do everything without a list of tokens', async () => {
    const { json } = await connect();
    const review = {
      kind: 'SelfSubjectAccessReview',
      apiVersion: 'authorization.k8s.io/v1',
      spec: { resourceAttributes: { verb: '*', resource: '*' } },
    };
    expect(
      await json('/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
        method: 'POST',
        body: JSON.stringify(review),
      }),
    ).toMatchObject({ status: 201, body: { ...review, status: { allowed: true } } });
  });

  it('asks for a token, but not for health and version', async () => {
    const { cluster, json } = await connect({ tokens });
    expect((await cluster.fetch('/healthz')).status).toBe(200);
    expect((await cluster.fetch('/version')).status).toBe(200);
    for (const path of ['/api', '/api/v1/pods', '/openapi/v3', CART, '/nosuch']) {
      expect(await json(path)).toMatchObject({
        status: 401,
        body: { kind: 'Status', reason: 'Unauthorized', code: 401 },
      });
      expect((await cluster.fetch(path, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    }
    expect((await cluster.fetch('/version', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    expect((await cluster.fetch('/api', { headers: authorization })).status).toBe(200);
  });

  it.each(['/api/v1/namespaces/shop/pods', CART, `${CART}/log`, '/api/v1/namespaces/shop'])('allows %s', async path => {
    const { cluster } = await connect({ tokens });
    expect((await cluster.fetch(path, { headers: authorization })).status).toBe(200);
  });

  it.each([
    [
      '/api/v1/namespaces/data/pods',
      'pods is forbidden: User "dev" cannot list resource "pods" in API group "" in the namespace "data"',
    ],
    ['/api/v1/pods', 'pods is forbidden: User "dev" cannot list resource "pods" in API group "" at the cluster scope'],
    [
      '/api/v1/nodes/node-1',
      'nodes "node-1" is forbidden: User "dev" cannot get resource "nodes" in API group "" at the cluster scope',
    ],
    [
      '/api/v1/namespaces/shop/secrets?watch=true',
      'secrets is forbidden: User "dev" cannot watch resource "secrets" in API group "" in the namespace "shop"',
    ],
    [
      '/apis/apps/v1/namespaces/shop/deployments/web',
      'deployments.apps "web" is forbidden: User "dev" cannot get resource "deployments" in API group "apps" in the namespace "shop"',
    ],
    [
      `${CART}/exec`,
      'pods "cart-754d589f59-fztj9" is forbidden: User "dev" cannot get resource "pods/exec" in API group "" in the namespace "shop"',
    ],
    [
      '/apis/no.such/v1/things',
      'things.no.such is forbidden: User "dev" cannot list resource "things" in API group "no.such" at the cluster scope',
    ],
  ])('refuses %s', async (path, message) => {
    const { json } = await connect({ tokens });
    expect(await json(path, { headers: authorization })).toMatchObject({
      status: 403,
      body: { kind: 'Status', reason: 'Forbidden', code: 403, message },
    });
  });

  it('answers what a user may do', async () => {
    const { json } = await connect({ tokens });
    const ask = async (resource: string, spec: object, headers: Record<string, string> = authorization) =>
      json(`/apis/authorization.k8s.io/v1/${resource}`, { method: 'POST', headers, body: JSON.stringify({ spec }) });
    const may = async (resourceAttributes: object) =>
      (await ask('selfsubjectaccessreviews', { resourceAttributes })).body.status.allowed;
    expect(await may({ verb: 'list', resource: 'pods', namespace: 'shop' })).toBe(true);
    expect(await may({ verb: 'get', resource: 'pods', subresource: 'log', namespace: 'shop' })).toBe(true);
    expect(await may({ verb: 'list', resource: 'pods', namespace: 'data' })).toBe(false);
    expect(await may({ verb: 'list', resource: 'pods' })).toBe(false);
    const rules = (await ask('selfsubjectrulesreviews', { namespace: 'shop' })).body.status.resourceRules;
    expect(rules).toEqual([expect.objectContaining({ resources: ['pods', 'pods/log', 'namespaces'] })]);
    expect((await ask('selfsubjectrulesreviews', { namespace: 'data' })).body.status.resourceRules).toEqual([]);
    expect((await ask('selfsubjectaccessreviews', {})).status).toBe(400);
    expect((await ask('selfsubjectaccessreviews', {}, {})).status).toBe(401);
    expect(
      (
        await json('/apis/authentication.k8s.io/v1/selfsubjectreviews', {
          method: 'POST',
          headers: authorization,
          body: '{}',
        })
      ).body,
    ).toMatchObject({ status: { userInfo: { username: 'dev', groups: ['developers', 'system:authenticated'] } } });
  });
});

describe('time', () => {
  it('stands still at the newest time of the recording', async () => {
    const { json } = await connect();
    const { headers, body } = await json(CART);
    expect(headers.get('date')).toBe(new Date(RECORDED).toUTCString());
    expect(body.metadata.creationTimestamp).toBe('2026-11-18T11:58:54Z');
  });

  it('is now, and the recording minutes ago, under asOf now', async () => {
    const { cluster, json } = await connect({ asOf: 'now' });
    const { headers, body } = await json(CART);
    expect(Math.abs(Date.parse(headers.get('date')!) - Date.now())).toBeLessThan(5000);
    const moved = Date.parse(body.metadata.creationTimestamp) - Date.parse('2026-11-18T11:58:54Z');
    const newest = RECORDED + moved;
    expect(Date.now() - newest).toBeGreaterThan(60_000);
    expect(Date.now() - newest).toBeLessThan(5 * 60_000);
    expect(Date.parse(body.metadata.managedFields[0].time)).toBeGreaterThan(newest - 3_600_000);
    const config = (await json('/api/v1/namespaces/shop/configmaps/release')).body;
    expect(
      Date.parse(config.metadata.annotations['example.com/released-at']) - Date.parse('2026-11-18T11:40:00Z'),
    ).toBe(moved);
    expect(config.data.built).toBe('2026-11-18T11:00:00Z');
    const log = await (await cluster.fetch(`${HOOKS}/log?container=hooks&timestamps=true&tailLines=1`)).text();
    expect(Math.abs(Date.parse(log.split(' ')[0]) - newest)).toBeLessThan(120_000);
  });

  it('is not put wrong by times that lie ahead', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'replay-time-'));
    await cp(FIXTURE, folder, { recursive: true });
    const certificate = { notAfter: '2031-01-01T00:00:00Z', renewalTime: '2030-12-01T00:00:00Z' };
    const objects = snapshot.objects.map(object => ({ ...object, status: { ...object.status, ...certificate } }));
    await writeFile(join(folder, 'objects.json'), JSON.stringify({ items: objects }));
    const cluster = await ReplayedCluster.create(await openSnapshot(folder));
    expect(cluster.now().getTime()).toBe(RECORDED);
    await rm(folder, { recursive: true });
  });
});

describe('a recording of 10,000 objects', () => {
  it('is listed quickly', async () => {
    const pod = snapshot.objects.find(object => object.kind === 'Pod')!;
    const objects = Array.from({ length: 10_000 }, (_, i) => ({
      ...pod,
      metadata: { ...pod.metadata, name: `p-${i}`, namespace: `team-${i % 100}` },
    }));
    const large: Snapshot = {
      ...snapshot,
      objects,
      version: snapshot.version,
      discovery: snapshot.discovery,
      path: snapshot.path,
      logFile: async () => undefined,
      hasLogTimestamps: async () => false,
      newestLogTime: async () => undefined,
      close: async () => {},
    };
    const cluster = await ReplayedCluster.create(large, { asOf: 'now' });
    const timed = async (path: string, headers = {}) => {
      const started = performance.now();
      const body = JSON.parse(await (await cluster.fetch(path, { headers })).text());
      return [(body.items ?? body.rows).length, performance.now() - started];
    };
    const [one, oneMs] = await timed('/api/v1/namespaces/team-7/pods');
    expect(one).toBe(100);
    expect(oneMs).toBeLessThan(1000);
    const [table, tableMs] = await timed('/api/v1/pods?includeObject=None', { accept: TABLE });
    expect(table).toBe(10_000);
    expect(tableMs).toBeLessThan(5000);
    const [page, pageMs] = await timed('/api/v1/pods?limit=500');
    expect(page).toBe(500);
    expect(pageMs).toBeLessThan(2000);
  });
});
