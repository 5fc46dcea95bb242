import { execFileSync } from 'child_process';
import fc from 'fast-check';
import { CATALOGUE } from './catalogue';
import { Fix } from '../Diagnosis';
import { FixAction } from './FixAction';
import { renderFix } from './renderFix';

const HOSTILE = [
  'x; touch /tmp/pwned',
  '$(reboot)',
  '`id`',
  "a'b",
  "'; id; '",
  'a"b',
  'a\\b',
  'a b',
  'a\nb',
  'a\rb',
  'a\tb',
  'a\u0000b',
  '\u001b[2Jx',
  '../x',
  '-n',
  '--kubeconfig=/tmp/x',
  'A B',
  '',
  'a|b',
  'a&&b',
  'a>b',
  '*',
  '~',
  '!x',
  '#x',
  '{a,b}',
  'ünïcode',
  '\u202ereversed',
  '\u200bhidden',
  '日本語',
  '[redacted:jwt#1]',
  'x'.repeat(10_240),
];

/** Texts for people: they stand beside the command, never in it. */
const WORDS = ['why', 'description'];
const FREE_TEXT = ['to', 'from', 'data', 'parameters', 'value'];

type Path = (string | number)[];

/** The places of all strings (keys of maps, too) in an example. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return path[0] === 'type' && path.length === 1 ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]));
}

function withText(action: FixAction, path: Path, text: string): FixAction {
  const copy = JSON.parse(JSON.stringify(action));
  const holder = path.slice(0, -1).reduce((at: any, key) => at[key], copy);
  holder[path[path.length - 1]] = text;
  return copy;
}

/** Also as the name of a key, where an action has a map. */
function withKey(action: FixAction, text: string): FixAction[] {
  return ['selector', 'podLabels', 'namespaceLabels', 'data', 'parameters'].flatMap(field =>
    field in action ? [{ ...action, [field]: { [text]: 'x' } } as FixAction] : [],
  );
}

const places = Object.values(CATALOGUE).flatMap(({ example }) =>
  placesIn(example)
    .filter(path => !WORDS.includes(String(path[path.length - 1])))
    .map(path => ({ example: example as FixAction, path, label: `${example.type} ${path.join('.')}` })),
);

/** The words that a POSIX shell makes of a line, by the shell itself; a pipe or a second command would show as its own. */
function wordsOf(line: string): string[] {
  const text = execFileSync('sh', ['-c', `set -f; printf '%s\\0' ${line}`], { encoding: 'utf8' });
  return text.split('\0').slice(0, -1);
}

/** What of a command is outside of single quotes: all that a shell would interpret. */
function unquoted(command: string): string {
  // An escaped quote in the middle of a word: it ends one pair and begins the next.
  return command.replace(/'\\''/g, '').replace(/'[^']*'/g, '');
}

// Control characters are what is looked for.
// eslint-disable-next-line no-control-regex
const SPECIAL = /[;&<>`$(){}\\"'*?~#!\r\t\u0000-\u0009\u000b-\u001f\u007f-\uffff]/;

/** Of a new object that kubectl reads from its input. */
const PIPE = /^printf +\| kubectl( -n [-a-z0-9]+)? create -f -$/;

/** Lines of a command, of the way back or of the check in which a shell would find more than data. */
function unsafeLines(fix: Fix | undefined): string[] {
  // Some ways back are sentences.
  const undo = fix?.undo?.startsWith('kubectl') ? fix.undo : '';
  return [fix?.command ?? '', undo, fix?.verify ?? '']
    .flatMap(text => text.split('\n'))
    .filter(line => SPECIAL.test(unquoted(line)) || (unquoted(line).includes('|') && !PIPE.test(unquoted(line))));
}

describe('renderFix', () => {
  it.each(places)('makes nothing but data of a hostile $label', ({ example, path }) => {
    const actions = HOSTILE.flatMap(text => [withText(example, path, text), ...withKey(example, text)]);
    expect(actions.flatMap(action => unsafeLines(renderFix(action, [])))).toEqual([]);
  });

  it('never offers a fix with a name of no valid form', () => {
    const isFreeText = (path: Path) => path.some(key => FREE_TEXT.includes(String(key)));
    const offered = places
      .filter(({ path }) => !isFreeText(path))
      .flatMap(({ example, path, label }) =>
        HOSTILE.filter(text => text.length > 2)
          .filter(text => renderFix(withText(example, path, text), [])?.command?.includes(text))
          .map(text => `${label}: ${text.slice(0, 40)}`),
      );
    expect(offered).toEqual([]);
  });

  it('survives any text in any place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.string({ unit: 'binary' }), ({ example, path }, text) => {
        expect(unsafeLines(renderFix(withText(example, path, text), []))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('reaches a real shell as the words that were meant', () => {
    for (const value of ["it's", '$HOME `id` $(id)', 'a "b" \\ c', '*', '-x', "'';'"]) {
      const variable = renderFix({ ...CATALOGUE['set-env'].example, to: value }, [])!;
      expect(wordsOf(variable.command!)).toContain(`DB_HOST=${value}`);
      const key = renderFix({ ...CATALOGUE['set-config-key'].example, to: value }, [])!;
      const words = wordsOf(key.command!);
      expect(JSON.parse(words[words.indexOf('-p') + 1])).toEqual({ data: { DB_URL: value } });
      const literal = renderFix({ ...CATALOGUE['create-config-map'].example, data: { A: value } }, [])!;
      expect(wordsOf(literal.command!)).toContain(`--from-literal=A=${value}`);
    }
  });

  it.each(Object.entries(CATALOGUE))('gives a shell the patch of %s unchanged', (_type, { example }) => {
    const fix = renderFix(example, []);
    const line = fix?.command?.includes(' -p ') ? fix.command : `x -p '{}'`;
    const words = wordsOf(line);
    expect(() => JSON.parse(words[words.indexOf('-p') + 1])).not.toThrow();
  });

  it('pipes a new object to kubectl as it stands in the patch for Git', () => {
    const fix = renderFix(CATALOGUE['create-headless-service'].example, [])!;
    const [printing] = fix.command!.split(' | kubectl');
    expect(JSON.parse(execFileSync('sh', ['-c', printing], { encoding: 'utf8' }))).toEqual(fix.patch?.manifest);
  });

  it('tells risk, effect, way back and manifest of a change', () => {
    expect(renderFix(CATALOGUE.scale.example, ['e1'])).toEqual({
      command: 'kubectl -n shop scale deployment/web --replicas=1',
      description: 'Scale deployment/web from 0 to 1',
      riskLevel: 'LOW',
      changes: 'spec.replicas of deployment/web.',
      undo: 'kubectl -n shop scale deployment/web --replicas=0',
      verify: 'kubectl -n shop get deployment/web',
      expect: 'READY 1/1',
      patch: {
        manifest: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'web', namespace: 'shop' },
          spec: { replicas: 1 },
        },
      },
      evidence: ['e1'],
    });
  });

  it('removes keys of a selector that the new one has not', () => {
    const service = { kind: 'Service', namespace: 'shop', name: 'web' };
    const fix = renderFix(
      { type: 'set-selector', service, from: { app: 'wbe', tier: 'x' }, selector: { app: 'web' } },
      [],
    );
    expect(fix?.command).toContain(`'{"spec":{"selector":{"tier":null,"app":"web"}}}'`);
    expect(fix?.undo).toContain(`'{"spec":{"selector":{"app":"wbe","tier":"x"}}}'`);
  });

  it('guards a change by place against a list that has changed', () => {
    const fix = renderFix(CATALOGUE['set-target-port'].example, []);
    expect(fix?.patch).toEqual({
      target: { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'web' },
      operations: [
        { op: 'test', path: '/spec/ports/0/targetPort', value: 8080 },
        { op: 'replace', path: '/spec/ports/0/targetPort', value: 3000 },
      ],
    });
  });

  it('changes the template of a CronJob where it stands, and none that cannot be changed', () => {
    const example = CATALOGUE['set-size-limit'].example;
    const nightly = { kind: 'CronJob', namespace: 'shop', name: 'nightly' };
    expect(renderFix({ ...example, workload: nightly }, [])?.command).toContain(
      `'{"spec":{"jobTemplate":{"spec":{"template":{"spec":{"volumes":[`,
    );
    expect(renderFix({ ...example, workload: { ...nightly, kind: 'Job' } }, [])).toBeUndefined();
    expect(renderFix({ ...example, workload: { ...nightly, kind: 'Pod' } }, [])).toBeUndefined();
  });

  it('grants nothing that makes somebody else of the account', () => {
    const { example } = CATALOGUE['grant-access'];
    for (const resource of ['secrets', 'roles', 'pods/exec', '*', 'serviceaccounts/token', 'nodes'])
      expect(renderFix({ ...example, resource, group: '' }, [])).toBeUndefined();
    expect(renderFix({ ...example, verbs: ['*'] }, [])).toBeUndefined();
    expect(renderFix({ ...example, verbs: ['delete'] }, [])?.riskLevel).toBe('HIGH');
    expect(renderFix(example, [])?.riskLevel).toBe('MEDIUM');
  });
});
