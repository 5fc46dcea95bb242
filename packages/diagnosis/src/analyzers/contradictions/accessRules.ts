import { ClusterGraph } from '../../cluster/ClusterGraph';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { asArray } from '../../cluster/pods';
import { list } from '../../explain/words';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';

/** The refusal of an API server, as client libraries print it. */
const REFUSAL =
  /User \\?"system:serviceaccount:(?<namespace>[\w-]{1,63}):(?<account>[\w.-]{1,253})\\?" cannot (?<verb>\w{1,20}) resource \\?"(?<resource>[\w./-]{1,120})\\?" in API group \\?"(?<group>[\w.-]{0,200})\\?"(?: in the namespace \\?"(?<where>[\w-]{1,63}))?/;

interface Refused {
  namespace: string;
  account: string;
  verb: string;
  resource: string;
  group: string;
  where: string;
}

/** A ServiceAccount that may not do something: no RoleBinding names it, or the Role that it has lacks the verb. */
export function accessRules({ draft, text }: Failure, graph: ClusterGraph): Contradiction[] {
  if (draft.category !== 'rbac-forbidden') return [];
  const groups = REFUSAL.exec(text)?.groups;
  // A refusal for the whole cluster is a matter of ClusterRoles, which are not read.
  if (!groups?.where || !graph.knows('RoleBinding') || !graph.knows('Role')) return [];
  const refused = groups as unknown as Refused;
  const bindings = graph.all('RoleBinding', refused.where);
  const own = bindings.filter(binding => asArray(binding.subjects).some(subject => isAccount(subject, refused)));
  const roles = own.flatMap(binding => {
    const role = roleOf(binding, graph);
    return role ? [{ binding, role }] : [];
  });
  if (own.length > 0) return roles.length === own.length ? lacking(roles, refused) : [];
  return [unbound(bindings, refused, graph)];
}

/** No RoleBinding names the account; one that grants the right to another account is the likely mistake. */
function unbound(bindings: KubernetesObject[], refused: Refused, graph: ClusterGraph): Contradiction {
  const { account, verb, resource, where } = refused;
  const other = bindings.find(binding => {
    const role = roleOf(binding, graph);
    return role !== undefined && asArray(role.rules).some(rule => allows(rule, refused));
  });
  const subjects = asArray(other?.subjects).map(({ kind, name }) => `${kind} ${name}`);
  const hint = other
    ? `; RoleBinding ${other.metadata.name} grants ${verb} ${resource} to ${list(subjects) || 'nobody'} instead`
    : '';
  return {
    sentence: `No RoleBinding in namespace ${where} names ServiceAccount ${account}${hint}.`,
    evidence: other
      ? [
          fromObject(
            other,
            `roleRef: ${other.roleRef?.kind} ${other.roleRef?.name}; subjects: ${subjects.join(', ') || 'none'}`,
          ),
        ]
      : [],
    fixes: other
      ? [
          {
            type: 'advice',
            risk: 'MEDIUM',
            description: `Name ServiceAccount ${account} as a subject of RoleBinding ${other.metadata.name}`,
            changes: `Who may use ${other.roleRef?.kind} ${other.roleRef?.name} in namespace ${where}.`,
          },
        ]
      : [],
  };
}

function lacking(
  roles: { binding: KubernetesObject; role: KubernetesObject }[],
  { account, verb, resource, where }: Refused,
): Contradiction[] {
  const granted = roles
    .flatMap(({ role }) => asArray(role.rules))
    .filter(rule => asArray(rule.resources).some(name => name === resource || name === '*'))
    .flatMap(rule => asArray(rule.verbs));
  const [{ role, binding }] = roles;
  return [
    {
      sentence: `RoleBinding ${binding.metadata.name} gives ServiceAccount ${account} the Role ${
        role.metadata.name
      }, which ${
        granted.length > 0 ? `allows only ${list([...new Set(granted)])} on ${resource}` : `does not name ${resource}`
      }.`,
      evidence: [fromObject(role, `rules: ${asArray(role.rules).map(describeRule).join('; ') || 'none'}`)],
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Allow ${verb} on ${resource} in Role ${role.metadata.name} of namespace ${where}`,
          changes: `What every subject of Role ${role.metadata.name} may do.`,
        },
      ],
    },
  ];
}

/** Only Roles are read: what a ClusterRole allows is not known. */
function roleOf(binding: KubernetesObject, graph: ClusterGraph): KubernetesObject | undefined {
  if (binding.roleRef?.kind !== 'Role') return undefined;
  return graph.find({ kind: 'Role', namespace: binding.metadata.namespace, name: String(binding.roleRef.name) });
}

function isAccount(subject: any, { account, namespace }: Refused): boolean {
  if (subject.kind === 'Group') {
    return ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'].includes(
      subject.name,
    );
  }
  return subject.kind === 'ServiceAccount' && subject.name === account && subject.namespace === namespace;
}

function allows(rule: any, { verb, resource, group }: Refused): boolean {
  const has = (values: unknown, wanted: string) => asArray(values).some(value => value === wanted || value === '*');
  return has(rule.verbs, verb) && has(rule.resources, resource) && has(rule.apiGroups, group);
}

function describeRule(rule: any): string {
  return `${asArray(rule.verbs).join(', ')} on ${asArray(rule.resources).join(', ') || 'paths'}`;
}
