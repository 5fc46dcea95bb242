import fc from 'fast-check';
import { scanLines } from './scanLines';
import { templateOf } from './TemplateCounter';

const encoder = new TextEncoder();

function fingerprintsOf(...lines: string[]): number[] {
  return [...scanLines(encoder.encode(`${lines.join('\n')}\n`)).fingerprints];
}

describe('scanLines', () => {
  it('finds the end of each line, also of many', () => {
    expect([...scanLines(encoder.encode('a\n\nbé\n')).ends]).toEqual([1, 2, 6]);
    expect(scanLines(encoder.encode('x y\n'.repeat(20_000))).count).toBe(20_000);
  });

  it.each([
    ['2026-11-20T00:00:01Z worker-7 took 12 ms', '2026-11-21T23:09:33Z worker-31 took 9 ms'],
    ['id=53c0f666-97ac by 10.7.3.1:80', 'id=a1b2c3d4-0e1f by 172.16.5.19:8080'],
    ['\x1b[31mred\x1b[0m', '\x1b[1;32mred\x1b[39m'],
    ['served 200', 'served 304'],
  ])('gives %j and %j one fingerprint', (a, b) => {
    const [one, other] = fingerprintsOf(a, b);
    expect(one).toBe(other);
  });

  it.each([
    ['job done', 'job failed'],
    ['errors=0', 'errors=3'],
    ['served 200', 'served 503'],
    ['a b', 'b a'],
    ['a.b', 'a b'],
    ['', ' '],
  ])('tells %j from %j', (a, b) => {
    const [one, other] = fingerprintsOf(a, b);
    expect(one).not.toBe(other);
  });

  it('never takes lines of two templates for one', () => {
    const piece = fc.constantFrom(
      'error',
      'ok',
      '0',
      '4',
      '404',
      '40',
      'dead',
      'a1',
      ' ',
      '.',
      ':',
      ',',
      '-',
      '"',
      'é',
    );
    const line = fc.array(piece, { maxLength: 9 }).map(pieces => pieces.join(''));
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 40 }), lines => {
        const templates = new Map<number, number>();
        fingerprintsOf(...lines).forEach((fingerprint, index) => {
          const template = templateOf(lines[index]);
          expect(templates.get(fingerprint) ?? template).toBe(template);
          templates.set(fingerprint, template);
        });
      }),
    );
  });

  it.each([
    ['-----BEGIN RSA PRIVATE KEY-----', true],
    ['cert=-----BEGIN CERTIFICATE', true],
    ['{"kind":"Secret","data":{}}', true],
    [String.raw`"{\"kind\": \"Secret\"}"`, true],
    ['kind: Secret', true],
    ['Private-Lines: 14', true],
    ['  password: |', true],
    ['  password: >-', true],
    ['  key: !!binary |2 ', true],
    ['BEGIN transaction', false],
    ['reconciled Secret shop/db', false],
    ['<a>text</a>', false],
    ['a | b |', false],
    ['took: 12', false],
  ])('says whether %j may begin a secret of many lines: %s', (line, spanning) => {
    expect(scanLines(encoder.encode(`x\n${line}\ny\n`)).spanning).toBe(spanning);
  });

  it('notes control characters, line ends of Windows aside', () => {
    expect(scanLines(encoder.encode('a\tb\r\nc\r\n')).controls).toBe(false);
    expect(scanLines(encoder.encode('10%\r20%\n')).controls).toBe(true);
    expect(scanLines(encoder.encode('\x1b[1mx\n')).controls).toBe(true);
  });
});
