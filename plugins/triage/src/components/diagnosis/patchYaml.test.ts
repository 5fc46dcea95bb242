import { parse } from 'yaml';
import { patchYaml } from './patchYaml';

describe('patchYaml', () => {
  it('writes the fields of a manifest, null where one goes', () => {
    const manifest = {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { minAvailable: null, maxUnavailable: 1 },
    };
    expect(parse(patchYaml({ manifest }))).toEqual(manifest);
    expect(patchYaml({ manifest })).toContain('minAvailable: null\n');
  });

  it('writes operations as a patch of a kustomization', () => {
    const operations = [{ op: 'replace' as const, path: '/spec/ports/0/targetPort', value: 3000 }];
    const target = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web', namespace: 'shop' };
    const [{ patch, ...rest }] = parse(patchYaml({ target, operations })).patches;
    expect(parse(patch)).toEqual(operations);
    expect(rest).toEqual({
      target: { group: 'networking.k8s.io', version: 'v1', kind: 'Ingress', name: 'web', namespace: 'shop' },
    });
  });

  it('lets no text of a value become YAML of its own', () => {
    const manifest = { data: { A: 'x\nkind: Secret', B: '*ref', C: '"]}' } };
    expect(parse(patchYaml({ manifest }))).toEqual(manifest);
  });
});
