import { scopeOfEntity } from './scopeOfEntity';

function component(annotations: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', namespace: 'default', annotations },
  };
}

describe('scopeOfEntity', () => {
  it('goes by the id', () => {
    expect(scopeOfEntity(component({ 'backstage.io/kubernetes-id': 'checkout' }))).toEqual({
      cluster: undefined,
      namespace: undefined,
      labelSelector: 'backstage.io/kubernetes-id=checkout',
    });
  });

  it('prefers the label selector, as the Kubernetes plugin does', () => {
    expect(
      scopeOfEntity(
        component({
          'backstage.io/kubernetes-id': 'checkout',
          'backstage.io/kubernetes-label-selector': 'app in (checkout, cart)',
          'backstage.io/kubernetes-namespace': 'shop',
          'backstage.io/kubernetes-cluster': 'west',
        }),
      ),
    ).toEqual({ cluster: 'west', namespace: 'shop', labelSelector: 'app in (checkout, cart)' });
  });

  it('tells which annotation is missing', () => {
    expect(() => scopeOfEntity(component({}))).toThrow(
      /^component:default\/checkout does not say which workloads .* add the annotation backstage.io\/kubernetes-id/,
    );
  });

  it('refuses annotations that would change the query', () => {
    expect(() => scopeOfEntity(component({ 'backstage.io/kubernetes-id': 'a,b=c' }))).toThrow(
      'The annotation backstage.io/kubernetes-id of component:default/checkout is not the value of a label',
    );
    expect(() =>
      scopeOfEntity(
        component({ 'backstage.io/kubernetes-id': 'a', 'backstage.io/kubernetes-namespace': '../kube-system' }),
      ),
    ).toThrow('is not the name of a namespace');
  });
});
