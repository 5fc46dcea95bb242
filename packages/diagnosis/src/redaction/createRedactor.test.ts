/** @jest-environment node */
import fc from 'fast-check';
import { carrierLookalikesFour, carriersFour } from './__fixtures__/carriersFour';
import { carrierLookalikesOne, carriersOne } from './__fixtures__/carriersOne';
import { carrierLookalikesThree, carriersThree } from './__fixtures__/carriersThree';
import { carrierLookalikesTwo, carriersTwo } from './__fixtures__/carriersTwo';
import { pastedHarmlessTexts, pastedSecrets } from './__fixtures__/pastedTexts';
import { harmlessTexts, heldOutHarmlessTexts, heldOutSecretCases, secretCases } from './__fixtures__/secretCases';
import {
  unseenLookalikes,
  unseenLookalikesThree,
  unseenLookalikesTwo,
  unseenSecrets,
  unseenSecretsThree,
  unseenSecretsTwo,
} from './__fixtures__/unseenTexts';
import { createRedactor } from './createRedactor';

describe('secrets', () => {
  it.each(
    [
      ...secretCases,
      ...heldOutSecretCases,
      ...unseenSecrets,
      ...unseenSecretsTwo,
      ...unseenSecretsThree,
      ...carriersOne,
      ...carriersTwo,
      ...carriersThree,
      ...carriersFour,
    ].map(each => [each.carrier, each] as const),
  )('in %s are removed', (_, { text, secrets }) => {
    const redacted = createRedactor().text(text);
    for (const secret of secrets) {
      expect(redacted).not.toContain(secret);
    }
    expect(redacted).toContain('[redacted:');
    expect(redacted.split('\n')).toHaveLength(text.split('\n').length);
  });
});

describe('pasted secrets', () => {
  it.each(pastedSecrets)('are removed from %j', (text, ...secrets) => {
    const redacted = createRedactor().text(text);
    for (const secret of secrets) {
      expect(redacted).not.toContain(secret);
    }
  });
});

describe('what is no secret', () => {
  it.each([
    ...harmlessTexts,
    ...heldOutHarmlessTexts,
    ...pastedHarmlessTexts,
    ...unseenLookalikes,
    ...unseenLookalikesTwo,
    ...unseenLookalikesThree,
    ...carrierLookalikesOne,
    ...carrierLookalikesTwo,
    ...carrierLookalikesThree,
    ...carrierLookalikesFour,
  ])('stays: %s', text => {
    expect(createRedactor().text(text)).toBe(text);
  });
});

describe('objects', () => {
  it('show secrets by their shape', () => {
    const pod = {
      kind: 'Pod',
      metadata: {
        name: 'token-service-0',
        labels: { 'controller-revision-hash': 'token-service-6b96fc6db8' },
        annotations: { note: 'password=hunter2', 'api-token': 'annotated9' },
      },
      spec: {
        containers: [
          {
            image: 'registry/token-service@sha256:4c0fdaa8b6341bfdeca5f18f7837462c80cff90527ee35ef185571e1c327beac',
            command: ['mysql', '-u', 'root', '-p', 'flagsecret1'],
            args: ['--port', '8080', '--api-key', 'argsecret1', '--db-password=argsecret2'],
            env: [
              { name: 'DB_PASSWORD', value: 'swordfish' },
              { name: 'DB_URL', value: 'postgres://app:swordfish@db/x' },
              { name: 'API_KEY', valueFrom: { secretKeyRef: { name: 'api', key: 'password' } } },
              { name: 'PASSWORD_FILE', value: '/run/secrets/db' },
              { name: 'TOKEN_SERVICE_PORT', value: 'tcp://10.0.0.1:80' },
            ],
            livenessProbe: { httpGet: { httpHeaders: [{ name: 'Authorization', value: 'Bearer probesecret1' }] } },
          },
        ],
        imagePullSecrets: [{ name: 'registry-credentials' }],
        volumes: [{ secret: { secretName: 'shop-tls' } }],
      },
    };
    const copy = JSON.parse(JSON.stringify(pod));
    const redacted = createRedactor().object(pod);
    expect(pod).toEqual(copy);
    expect(redacted).toEqual({
      ...pod,
      metadata: {
        name: 'token-service-0',
        labels: { 'controller-revision-hash': 'token-service-6b96fc6db8' },
        annotations: { note: 'password=[redacted:password#1]', 'api-token': '[redacted:token#1]' },
      },
      spec: {
        ...pod.spec,
        containers: [
          {
            ...pod.spec.containers[0],
            command: ['mysql', '-u', 'root', '-p', '[redacted:password#2]'],
            args: ['--port', '8080', '--api-key', '[redacted:key#1]', '--db-password=[redacted:password#3]'],
            env: [
              { name: 'DB_PASSWORD', value: '[redacted:password#4]' },
              { name: 'DB_URL', value: 'postgres://app:[redacted:password#4]@db/x' },
              ...pod.spec.containers[0].env.slice(2),
            ],
            livenessProbe: {
              httpGet: { httpHeaders: [{ name: 'Authorization', value: expect.stringMatching(/redacted/) }] },
            },
          },
        ],
      },
    });
    expect(JSON.stringify(redacted)).not.toContain('probesecret1');
  });

  it('never show the data of a Secret, alone, in a list, or as binary data', () => {
    const data = { anything: 'cGxhaW4=' };
    for (const object of [
      { kind: 'Secret', data, stringData: { nested: { a: 'cGxhaW4=' } } },
      { kind: 'SecretList', items: [{ metadata: { name: 'a' }, data }] },
      { kind: 'List', items: [{ kind: 'Secret', data }] },
      { kind: 'ConfigMap', binaryData: data },
    ]) {
      expect(JSON.stringify(createRedactor().object(object))).not.toContain('cGxhaW4=');
    }
  });

  it('keep the texts of a ConfigMap but for the secrets in them', () => {
    expect(
      createRedactor().object({
        kind: 'ConfigMap',
        data: { 'app.conf': 'host=db\npassword=hunter2\n', DB_PASSWORD: 'x9', LEVEL: 'info' },
      }),
    ).toEqual({
      kind: 'ConfigMap',
      data: {
        'app.conf': 'host=db\npassword=[redacted:password#1]\n',
        DB_PASSWORD: '[redacted:password#2]',
        LEVEL: 'info',
      },
    });
  });

  it('may be of any shape and depth', () => {
    let deep: any = 'password=hunter2';
    for (let depth = 0; depth < 5_000; depth += 1) {
      deep = { deep };
    }
    expect(() => createRedactor().object(deep)).not.toThrow();
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        createRedactor().object(value);
      }),
    );
    const polluting = JSON.parse('{"__proto__": {"polluted": true}, "a": 1}');
    expect((createRedactor().object(polluting) as any).polluted).toBeUndefined();
  });
});

describe('always', () => {
  const samples = [...secretCases, ...heldOutSecretCases].map(({ text }) => text);
  const fragment = fc.oneof(
    fc.constantFrom(...samples, ...harmlessTexts),
    fc.constantFrom(
      'password=',
      'token: ',
      'Bearer ',
      '://',
      '@',
      '"',
      "'",
      '\\"',
      '\n',
      ' ',
      '%3D',
      '[redacted:x#1]',
      '-p ',
    ),
    fc.string({ unit: 'binary' }),
    fc.string(),
  );
  const anyText = fc.array(fragment, { maxLength: 8 }).map(parts => parts.join(''));

  it('leaves alone what it has redacted, keeps the number of lines, and never throws', () => {
    fc.assert(
      fc.property(anyText, text => {
        const redactor = createRedactor();
        const once = redactor.text(text);
        expect(redactor.text(once)).toBe(once);
        expect(once.split('\n')).toHaveLength(text.split('\n').length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives equal secrets equal placeholders, and different ones different placeholders', () => {
    const secret = fc.stringMatching(/^[a-z]{4}[A-Z]{3}[0-9]{3}$/);
    fc.assert(
      fc.property(secret, secret, (one, other) => {
        fc.pre(one !== other);
        const redactor = createRedactor();
        const first = redactor.text(`password=${one}`).slice('password='.length);
        expect(redactor.text(`postgres://app:${one}@db`)).toBe(`postgres://app:${first}@db`);
        expect(redactor.object({ env: [{ name: 'DB_PASSWORD', value: one }] }).env[0].value).toBe(first);
        expect(redactor.text(`password=${other}`)).not.toContain(first);
      }),
    );
  });

  const length = 50_000;
  it.each([
    ...[
      'password',
      'password=',
      'password=,',
      'password="\\',
      'password | ',
      'password is ',
      '"',
      '\\"',
      ' ',
      '(',
      '%',
      '%41',
    ],
    ...[
      '://',
      '://a:',
      '://a:b@',
      '://a:b/',
      'eyJ',
      'eyJaaaaaaaaaa.',
      'Bearer ',
      'Authorization: Bearer a,a=',
      'sk-',
      'a8Q~',
    ],
    ...[
      '-----BEGIN RSA PRIVATE KEY-----',
      '-----BEGIN RSA PRIVATE KEY-----\n',
      'kind: Secret "data":{',
      'QUFBQUFB',
      'A',
      'aB',
    ],
    ...[
      'cookie: a=',
      'curl -u a:',
      'mysql -p',
      '--password ',
      '--from-literal=a=',
      "identified by '",
      'echo a',
      'set token ',
    ],
    ...['name: password value', '<a', 'password: |\n', 'name: password\n', 'login a password ', 'AKIAAAAAAAAAAAAAAAAA'],
  ])('takes no longer for %j many times than its length demands', marker => {
    const text = marker.repeat(Math.ceil(length / marker.length));
    const redactor = createRedactor();
    const started = performance.now();
    redactor.text(text);
    redactor.text(`password token key curl ${text}`);
    // linear ones take 10 to 200 ms, depending on the machine; quadratic ones several seconds
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
