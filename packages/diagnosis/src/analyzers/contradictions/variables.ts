import { Category } from '../../categories';
import { hostsIn } from '../../cluster/calls';
import { ClusterGraph } from '../../cluster/ClusterGraph';
import { asArray } from '../../cluster/pods';
import { fromObject } from '../evidence';
import { closest } from '../similarity';
import { Contradiction, Failure } from './Contradiction';
import { hasUnknownVariables, Variable, variablesOf } from './environment';

/** Failures that a wrong value can bring about. */
const FROM_CONFIGURATION: Category[] = [
  'crash-loop-app-error',
  'crash-loop-config',
  'config-invalid',
  'dns',
  'dependency-down',
  'init-container',
  'job-failed',
  'log-needle',
  'readiness-probe',
  'liveness-probe',
  'startup-probe',
  'bad-command',
  'permission-denied',
  'tls-certificate',
  'rbac-forbidden',
];
const NOT_SET =
  /missing|not set|unset|undefined|required|must be set|keyerror|no value|not defined|is empty|not provided/i;
/** The variables that the kubelet makes of Services. */
const OF_SERVICE = /_(SERVICE_(HOST|PORT)|PORT)(_\w+)?$|^KUBERNETES_/;

/** Variables that cannot mean what they say: references that stay text, doubles, stray blanks, a name that is misspelled. */
export function variables(failure: Failure, graph: ClusterGraph): Contradiction[] {
  if (!FROM_CONFIGURATION.includes(failure.draft.category)) return [];
  return failure.containers.flatMap(container => {
    const all = variablesOf(container, failure.namespace, graph);
    return [
      ...unresolved(container, all, failure, graph),
      ...doubled(container, all, failure),
      ...untidy(container, all, failure),
      ...misspelled(container, all, failure, graph),
    ].slice(0, 1);
  });
}

function unresolved(
  container: any,
  all: Variable[],
  { text, workload, namespace }: Failure,
  graph: ClusterGraph,
): Contradiction[] {
  const own = asArray(container.env);
  const first = new Map(all.map(({ name }, index): [string, number] => [name, index]).reverse());
  const before = (index: number) => ({
    has: (name: string) => (first.get(name) ?? Infinity) < all.length - own.length + index,
  });
  const uses = [
    ...own.map((entry, index) => ({
      where: `env ${entry.name}`,
      text: String(entry.value ?? ''),
      known: before(index),
    })),
    ...[...asArray(container.command), ...asArray(container.args)].map(part => ({
      where: `the arguments`,
      text: String(part),
      known: before(own.length),
    })),
  ];
  const unknown = hasUnknownVariables(container, namespace, graph);
  return uses.flatMap(use =>
    [...use.text.matchAll(/(?<!\$)\$\(([A-Za-z_][\w.-]{0,100})\)/g)].flatMap(([literal, name]): Contradiction[] => {
      // The shell reads $(…) too, as a command: then it is not the kubelet's.
      if (use.known.has(name) || (OF_SERVICE.test(name) && !text.includes(literal))) return [];
      const isShown = text.includes(literal) || text.includes(name) || text.includes(use.where.replace('env ', ''));
      if (!isShown || (unknown && !text.includes(literal))) return [];
      const isLater = all.some(other => other.name === name);
      return [
        {
          sentence: `In ${use.where} of container ${container.name}, ${literal} stays as it is written: ${
            isLater ? `${name} is defined only after it` : `no variable ${name} is defined`
          }.`,
          evidence: [fromObject(workload, `container ${container.name} ${use.where}: ${use.text}`)],
          fixes: [
            {
              type: 'advice',
              risk: 'MEDIUM',
              description: isLater
                ? `Put ${name} above the variable that refers to it: references are resolved from top to bottom`
                : `Define ${name} in container ${container.name} before it is referred to`,
              changes: 'The pod template: one rollout.',
            },
          ],
        },
      ];
    }),
  );
}

function doubled(container: any, all: Variable[], { text, workload }: Failure): Contradiction[] {
  const own = asArray(container.env).map(entry => String(entry.name));
  const byName = new Map<string, Variable[]>();
  for (const variable of all) {
    const known = byName.get(variable.name);
    if (known) known.push(variable);
    else byName.set(variable.name, [variable]);
  }
  const last = (name: string) => byName.get(name)!.slice(-1)[0];
  return [...byName].flatMap(([name, same]) => {
    const values = new Set(same.map(({ value }) => value ?? 'unknown'));
    if (same.length < 2 || values.size < 2) return [];
    // envFrom is meant to be overridden by env; twice in env is a slip.
    const isSlip = own.filter(other => other === name).length > 1;
    if (!isSlip && !mentions(text, last(name))) return [];
    if (!mentions(text, last(name)) && !text.includes(name)) return [];
    return [
      {
        sentence: `Variable ${name} of container ${container.name} is defined ${same.length} times (${same
          .map(({ value, source }) => `${value === undefined ? 'hidden' : `"${value.trim()}"`} by ${source}`)
          .join(', ')}); the last one wins.`,
        evidence: [
          fromObject(
            workload,
            `container ${container.name}: ${same
              .map(each => `${each.name}=${each.value ?? '(hidden)'}`)
              .join(', then ')}`,
          ),
        ],
      },
    ];
  });
}

function untidy(container: any, all: Variable[], { text, workload, namespace }: Failure): Contradiction[] {
  return all.flatMap(variable => {
    const { name, value = '', source } = variable;
    const isQuoted = /^(["']).*\1$/.test(value.trim());
    const tidy = value.trim().replace(/^(["'])(.*)\1$/, '$2');
    // A text of several lines ends with a line end by right; JSON begins with a quote by right.
    if (tidy === value || tidy === '' || tidy.includes('\n') || (isQuoted && tidy.includes('"'))) return [];
    if (!text.includes(name) && !mentions(text, { ...variable, value: tidy })) return [];
    const what = isQuoted ? 'quotation marks' : 'a blank or a line end';
    const holder = variable.configMap && {
      resource: { kind: 'ConfigMap', namespace, name: variable.configMap },
      category: 'crash-loop-config' as const,
      title: `The value of ${name} in ConfigMap ${variable.configMap} holds ${what}`,
    };
    return [
      {
        sentence: `The value of ${name} (${source}) holds ${what} beside ${JSON.stringify(tidy)}: ${JSON.stringify(
          value,
        )}.`,
        evidence: [fromObject(workload, `container ${container.name} ${source}: ${JSON.stringify(value)}`)],
        fixes: [
          {
            type: 'advice',
            risk: 'MEDIUM',
            description: `Remove ${what} from the value of ${name}`,
            changes: 'The pod template or the ConfigMap: one rollout.',
          },
        ],
        ...(holder && { culprit: holder }),
      },
    ];
  });
}

function misspelled(
  container: any,
  all: Variable[],
  { text, workload, namespace }: Failure,
  graph: ClusterGraph,
): Contradiction[] {
  const names = all.map(({ name }) => name);
  const lines = text.split('\n').filter(line => NOT_SET.test(line));
  const wanted = new Set(lines.flatMap(line => line.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g) ?? []));
  if (names.length === 0 || hasUnknownVariables(container, namespace, graph)) return [];
  return [...wanted].flatMap(name => {
    const near = names.includes(name) ? undefined : closest(name, names);
    // The near one may be a variable of its own that the program reads too.
    if (!near || Math.abs(near.length - name.length) > 3 || wanted.has(near)) return [];
    return [
      {
        sentence: `Container ${container.name} sets ${near}, and not ${name}.`,
        evidence: [fromObject(workload, `container ${container.name}: variables ${names.slice(0, 20).join(', ')}`)],
      },
    ];
  });
}

/** Whether the failure speaks of a value, or of a host in it. Short values stand in any text. */
function mentions(text: string, { value = '' }: Variable): boolean {
  const hosts = hostsIn(value, '', true).map(({ host }) => host);
  return [value.trim(), ...hosts].some(part => part.length > 3 && text.toLowerCase().includes(part.toLowerCase()));
}
