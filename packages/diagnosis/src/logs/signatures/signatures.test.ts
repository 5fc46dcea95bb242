import { CLUSTER_SIGNATURES, TYPED_SIGNATURES } from '../../classify/signatures';
import { LOG_SIGNATURES } from '.';
import { requiredLiterals } from './requiredLiterals';
import { defineSignature, renderSentence } from './Signature';
import { SignatureCatalog } from './SignatureCatalog';

const ALL = [...LOG_SIGNATURES, ...CLUSTER_SIGNATURES, ...TYPED_SIGNATURES];
const catalog = new SignatureCatalog(ALL);
const first = (line: string) => catalog.matchAll(line)[0];

describe('signatures', () => {
  it('have names of their own and honest weights', () => {
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
    for (const { weight } of ALL) expect(weight > 0 && weight <= 1).toBe(true);
  });

  it('leave no placeholder in a sentence, with or without facts', () => {
    for (const { sentence } of ALL) expect(sentence({})).not.toMatch(/[[\]{}]|undefined/);
  });

  it.each([
    [
      'postgres-auth-failed',
      'FATAL:  password authentication failed for user "app"',
      'PostgreSQL rejected the password of user app.',
    ],
    [
      'mysql-access-denied',
      "Access denied for user 'shop'@'10.0.0.7' (using password: YES)",
      'MySQL denies user shop from 10.0.0.7 access.',
    ],
    [
      'connection-refused',
      'dial tcp 10.0.0.1:6379: connect: connection refused',
      'Nothing accepts connections at 10.0.0.1:6379 (connection refused).',
    ],
    [
      'dns-name-not-found',
      'dial tcp: lookup db.prod on 10.96.0.10:53: no such host',
      'The name db.prod can not be resolved (DNS server 10.96.0.10:53).',
    ],
    [
      'port-in-use',
      'listen tcp :8080: bind: address already in use',
      'The port 8080 is already in use: another process in the pod (or on the host network) listens there.',
    ],
    ['env-missing', 'environment variable DB_URL is not set', 'The environment variable DB_URL is not set.'],
    [
      'file-permission-denied',
      'open /data/x: permission denied',
      'The process may not use /data/x (permission denied): the file belongs to another user than the container runs as.',
    ],
    [
      'kubernetes-rbac-forbidden',
      'pods is forbidden: User "system:serviceaccount:a:b" cannot list resource "pods" in API group "" in the namespace "a"',
      'system:serviceaccount:a:b may not list pods in namespace a: no Role allows it.',
    ],
    [
      'tls-name-mismatch',
      'x509: certificate is valid for a.example, not b.example',
      'The TLS certificate is not made out for b.example the name that the client asks for; it is valid for a.example.',
    ],
    [
      'kafka-broker-unreachable',
      '[Producer clientId=p] Connection to node -1 (kafka/10.0.0.3:9092) could not be established. Broker may not be available.',
      'Kafka at 10.0.0.3:9092 can not be reached, or has no leader for the partition.',
    ],
  ])('%s reads: %s', (name, line, sentence) => {
    const { signature, facts } = first(line);
    expect(signature.name).toBe(name);
    expect(signature.sentence(facts)).toBe(sentence);
  });

  it('are found by their words exactly where their pattern fits', () => {
    const lines = [
      'permission denied',
      'connect ECONNREFUSED 1.2.3.4:5',
      'DB_URL must be set',
      'retry succeeded',
      'a sound line',
      'No space left on device',
    ];
    for (const line of lines) {
      const expected = ALL.filter(({ pattern }) => pattern.test(line)).map(({ name }) => name);
      expect(
        catalog
          .matchAll(line)
          .map(({ signature }) => signature.name)
          .sort(),
      ).toEqual(expected.sort());
    }
  });

  it('match hostile text of 50 kB in the time of a few scans', () => {
    const fill = (unit: string) => unit.repeat(Math.ceil(50_000 / unit.length)).slice(0, 50_000);
    const plain = /(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta)[^\n]{0,80}omega/i;
    const time = (pattern: RegExp, text: string) => {
      const start = performance.now();
      pattern.test(text);
      return performance.now() - start;
    };
    const common = ['a', ' ', '1', '/a', 'a.', 'A_', '"', 'a b ', 'a:1 ', 'failed to '].map(fill);
    const scan = Math.max(...common.map(text => time(plain, text)), time(plain, fill('alpha ')));
    const slow = ALL.map(({ name, pattern }) => {
      const words = (pattern.source.match(/[A-Za-z][A-Za-z ]{3,}/g) ?? []).slice(0, 12);
      return { name, worst: Math.max(...[...common, ...words.map(fill)].map(text => time(pattern, text))) };
    }).filter(({ worst }) => worst > Math.max(400, scan * 40));
    // Quadratic matching takes seconds here.
    expect(slow).toEqual([]);
  });
});

describe('requiredLiterals', () => {
  it.each<[RegExp, string[] | undefined]>([
    [/permission denied/i, ['permission denied']],
    [/(?:foo|barbaz) qux/i, [' qux']],
    [/(?:alpha|beta)\d+/, ['alpha', 'beta']],
    [/lost?connection/, ['connection']],
    [/(?:optional)? x/, undefined],
    [/\d{3}-\w+/, undefined],
    [/(?<host>[\w.]+) refused(?! again)/, [' refused']],
    [/"\w+" missing/, ['" missing']],
  ])('%s', (pattern, literals) => {
    expect(requiredLiterals(pattern)).toEqual(literals);
  });

  it('never asks for a word that a match need not have', () => {
    const line = 'Connection to cache:6379 lost';
    const signature = defineSignature({
      name: 'x',
      category: 'dns',
      pattern: 'connection to (?<host>[\\w.]{1,20}):\\d{1,5} (?:lost|closed)',
      says: '{host}',
    });
    expect(new SignatureCatalog([signature]).matchAll(line)[0].facts).toMatchObject({ host: 'cache' });
  });
});

describe('renderSentence', () => {
  it('leaves out parts whose facts are unknown', () => {
    const template = 'X[ at {host}[:{port}]] fails.';
    expect(renderSentence(template, {})).toBe('X fails.');
    expect(renderSentence(template, { host: 'h' })).toBe('X at h fails.');
    expect(renderSentence(template, { host: 'h', port: '1' })).toBe('X at h:1 fails.');
  });
});
