import { decodeReview } from './decodeReview';

function field(number: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content as string);
  return Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes]);
}

function envelope(kind: string, object: Buffer): Buffer {
  const type = Buffer.concat([field(1, 'authorization.k8s.io/v1'), field(2, kind)]);
  return Buffer.concat([Buffer.from('k8s\0'), field(1, type), field(2, object)]);
}

describe('decodeReview', () => {
  it('reads what a Go client asks', () => {
    const attributes = Buffer.concat([
      field(1, 'shop'),
      field(2, 'list'),
      field(3, ''),
      field(5, 'pods'),
      field(6, 'log'),
    ]);
    const object = Buffer.concat([field(1, ''), field(2, field(1, attributes)), field(3, Buffer.from([8, 0]))]);
    expect(decodeReview(envelope('SelfSubjectAccessReview', object))).toEqual({
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: { namespace: 'shop', verb: 'list', resource: 'pods', subresource: 'log' } },
    });
    const rules = field(2, field(1, 'shop'));
    expect(decodeReview(envelope('SelfSubjectRulesReview', rules))?.spec).toEqual({ namespace: 'shop' });
  });

  it('refuses what is no such message or cut off', () => {
    expect(decodeReview(Buffer.from('{}'))).toBeUndefined();
    const whole = envelope('SelfSubjectRulesReview', field(2, field(1, 'shop')));
    expect(() => decodeReview(whole.subarray(0, -2))).toThrow(RangeError);
  });
});
