import { locateCluster } from './locateCluster';

/** Clusters that know some paths; `refuse` answers 403 to all, `gone` cannot be reached. */
function fetchFrom(clusters: Record<string, Record<string, object> | 'refuse' | 'gone'>) {
  return (cluster: string) => async (path: string) => {
    const known = clusters[cluster];
    if (known === 'gone') {
      throw new TypeError('fetch failed');
    }
    if (known === 'refuse') {
      return Response.json({ kind: 'Status' }, { status: 403 });
    }
    const answer = known[path];
    return answer ? Response.json(answer) : Response.json({ kind: 'Status' }, { status: 404 });
  };
}

const CART = '/apis/apps/v1/namespaces/shop/deployments/cart';

describe('locateCluster', () => {
  it('finds the one that has the workload', async () => {
    const fetchFor = fetchFrom({ west: {}, north: 'gone', south: 'refuse', east: { [CART]: { kind: 'Deployment' } } });
    const scope = { namespace: 'shop', target: { kind: 'Deployment', name: 'cart' } };
    await expect(locateCluster(['west', 'north', 'south', 'east'], scope, fetchFor)).resolves.toBe('east');
  });

  it('finds labelled pods without a deployment, and escapes the selector', async () => {
    const fetchFor = fetchFrom({
      west: { '/api/v1/pods?limit=1&labelSelector=app+in+%28a%2Cb%29': { items: [] } },
      east: { '/api/v1/pods?limit=1&labelSelector=app+in+%28a%2Cb%29': { items: [{}] } },
    });
    await expect(locateCluster(['west', 'east'], { labelSelector: 'app in (a,b)' }, fetchFor)).resolves.toBe('east');
  });

  it('takes the first when it is in several or in none', async () => {
    const scope = { namespace: 'shop', target: { kind: 'Deployment', name: 'cart' } };
    await expect(
      locateCluster(['west', 'east'], scope, fetchFrom({ west: { [CART]: {} }, east: { [CART]: {} } })),
    ).resolves.toBe('west');
    await expect(locateCluster(['west', 'east'], scope, fetchFrom({ west: {}, east: {} }))).resolves.toBe('west');
  });

  it('asks nobody when there is no choice', async () => {
    const fetchFor = jest.fn();
    await expect(locateCluster(['west'], { namespace: 'shop' }, fetchFor)).resolves.toBe('west');
    await expect(locateCluster(['west', 'east'], {}, fetchFor)).resolves.toBe('west');
    expect(fetchFor).not.toHaveBeenCalled();
  });
});
