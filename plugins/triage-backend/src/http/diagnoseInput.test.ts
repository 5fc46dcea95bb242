import { readDiagnoseInput } from './diagnoseInput';

describe('readDiagnoseInput', () => {
  it('reads both spellings', () => {
    const expected = {
      errorMessage: 'OOMKilled',
      question: undefined,
      entityRef: undefined,
      target: { kind: 'Pod', namespace: 'shop', name: 'cart-0' },
      cluster: 'west',
      namespace: 'shop',
      includeClusterHealth: true,
    };
    const shared = { namespace: 'shop', cluster: 'west' };
    expect(
      readDiagnoseInput({ ...shared, errorMessage: 'OOMKilled', podName: 'cart-0', includeClusterHealth: true }),
    ).toEqual(expected);
    expect(
      readDiagnoseInput({ ...shared, error_message: 'OOMKilled', pod_name: 'cart-0', include_cluster_health: true }),
    ).toEqual(expected);
  });

  it('prefers camelCase when both are present', () => {
    expect(
      readDiagnoseInput({ namespace: 'shop', includeClusterHealth: false, include_cluster_health: true }),
    ).toMatchObject({ includeClusterHealth: false });
  });

  it('makes a deployment the target', () => {
    expect(readDiagnoseInput({ deployment_name: 'checkout', namespace: 'shop' }).target).toEqual({
      kind: 'Deployment',
      namespace: 'shop',
      name: 'checkout',
    });
  });

  it('takes an empty field for a missing one', () => {
    expect(() => readDiagnoseInput({ question: '  ', namespace: '' })).toThrow(
      /^Nothing to diagnose: send errorMessage/,
    );
    expect(readDiagnoseInput({ entity_ref: 'checkout', namespace: '' })).toMatchObject({
      entityRef: 'checkout',
      namespace: undefined,
    });
  });

  it.each([
    [{ podName: 'cart-0' }, 'Send the namespace of podName too'],
    [{ deploymentName: 'cart', podName: 'cart-0', namespace: 'shop' }, 'Send only one of'],
    [{ entityRef: 'cart', podName: 'cart-0', namespace: 'shop' }, 'Send only one of'],
    [{ namespace: 'Shop' }, 'namespace is not the name of a namespace'],
    [{ namespace: 'shop/../kube-system' }, 'namespace is not the name of a namespace'],
    [{ namespace: 'a'.repeat(64) }, 'namespace is not the name of a namespace'],
    [{ podName: 'cart-0;reboot', namespace: 'shop' }, 'podName is not the name of an object'],
    [{ deploymentName: '-cart', namespace: 'shop' }, 'deploymentName is not the name of an object'],
    [{ podName: 'cart..0', namespace: 'shop' }, 'podName is not the name of an object'],
  ])('refuses %j', (body, sentence) => {
    expect(() => readDiagnoseInput(body)).toThrow(sentence);
  });

  it('does not repeat what it refuses', () => {
    expect(() => readDiagnoseInput({ namespace: 'ghp_abcdefghijklmnop' })).toThrow(
      expect.objectContaining({ name: 'InputError', message: expect.not.stringContaining('ghp_') }),
    );
  });
});
