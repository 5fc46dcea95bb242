import fc from 'fast-check';
import { FixAction } from './FixAction';
import { renderFix } from './renderFix';

const HOSTILE = [
  'x; rm -rf /',
  '$(reboot)',
  '`id`',
  "a'b",
  'a"b',
  'a b',
  'a\nb',
  '../x',
  '-n',
  'A',
  '',
  'a|b',
  'a&b',
  'a>b',
  'x'.repeat(300),
];

/** Every typed fix, with `name` wherever a name or value from the cluster goes in. */
function actionsNaming(name: string): FixAction[] {
  const ref = { kind: 'Deployment', namespace: 'shop', name };
  const foreign = { kind: 'Deployment', namespace: name, name: 'web' };
  const web = { kind: 'Deployment', namespace: 'shop', name: 'web' };
  return [ref, foreign].flatMap((workload): FixAction[] => [
    { type: 'set-memory-limit', workload, container: 'app', from: '1Mi', bytes: 2 ** 20 },
    { type: 'set-memory-limit', workload: web, container: name, from: '1Mi', bytes: 2 ** 20 },
    { type: 'roll-back', workload, why: 'x' },
    { type: 'restart', workload, why: 'x' },
    { type: 'scale', workload, from: 0, to: 1 },
    { type: 'set-target-port', service: workload, portIndex: 0, from: '1', to: 2 },
    { type: 'set-target-port', service: web, portIndex: 0, from: '1', to: name },
    { type: 'set-selector', service: workload, selector: { a: 'b' }, from: { a: 'c' } },
    { type: 'resume-cronjob', cronJob: workload },
    { type: 'raise-quota', quota: workload, resource: 'cpu', from: '1', to: '2' },
    { type: 'raise-quota', quota: web, resource: name, from: '1', to: '2' },
    { type: 'raise-quota', quota: web, resource: 'cpu', from: '1', to: name },
    { type: 'set-hpa-target', hpa: web, from: 'a', to: name },
    { type: 'set-ingress-service', ingress: web, ruleIndex: 0, pathIndex: 0, from: 'a', to: name },
    { type: 'allow-one-disruption', budget: workload, from: 'x' },
    { type: 'uncordon', node: { kind: 'Node', name } },
    { type: 'delete-pod', pod: workload, why: 'x' },
    { type: 'inspect', what: 'describe', target: workload, why: 'x' },
    { type: 'read-log', pod: web, container: name, previous: false, why: 'x' },
    { type: 'can-i', verb: 'list', resource: 'pods', namespace: 'shop', serviceAccount: name },
    { type: 'can-i', verb: name, resource: 'pods', namespace: 'shop', serviceAccount: 'web' },
    { type: 'list-pods', namespace: name },
    { type: 'terraform-unlock', lockId: name },
  ]);
}

describe('renderFix', () => {
  it.each(HOSTILE)('makes no command of a name like %j', name => {
    const commands = actionsNaming(name).flatMap(action => renderFix(action, [])?.command ?? []);
    for (const command of commands) {
      // An action that does not use the name may still render.
      expect(command).toMatch(/^(kubectl|terraform) [-\w./:= ]*( -p '[-\w./:={}[\]", ]*')?$/);
    }
    // Short ones occur in every command.
    expect(commands.filter(command => name.length > 2 && command.includes(name))).toEqual([]);
  });

  it('never lets a character through that a shell reads', () => {
    fc.assert(
      fc.property(fc.string(), name => {
        for (const action of actionsNaming(name)) {
          const command = renderFix(action, [])?.command ?? '';
          expect(command.replace(/'[^']*'/g, '')).not.toMatch(/[;&|<>`$(){}\\"'\n*?~#!]/);
        }
      }),
    );
  });

  it('tells risk, effect and undo of a change', () => {
    const fix = renderFix(
      { type: 'scale', workload: { kind: 'Deployment', namespace: 'shop', name: 'web' }, from: 0, to: 2 },
      ['e1'],
    );
    expect(fix).toEqual({
      command: 'kubectl -n shop scale deployment/web --replicas=2',
      description: 'Scale deployment/web from 0 to 2',
      riskLevel: 'LOW',
      changes: 'spec.replicas of deployment/web.',
      undo: 'kubectl -n shop scale deployment/web --replicas=0',
      verify: 'kubectl -n shop get deployment/web',
      evidence: ['e1'],
    });
  });

  it('removes keys of a selector that the new one has not', () => {
    const service = { kind: 'Service', namespace: 'shop', name: 'web' };
    const fix = renderFix(
      { type: 'set-selector', service, from: { app: 'wbe', tier: 'x' }, selector: { app: 'web' } },
      [],
    );
    expect(fix?.command).toContain(`'{"spec":{"selector":{"app":"web","tier":null}}}'`);
    expect(fix?.undo).toContain(`'{"spec":{"selector":{"app":"wbe","tier":"x"}}}'`);
  });
});
