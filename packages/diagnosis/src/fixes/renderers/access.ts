import { ActionOf } from '../FixAction';
import { kubectl, partialManifest, Rendered } from '../kubectl';
import { isApiGroup, isDnsLabel, isName, isRef, isResourceName, isVerb } from '../validation';
import { Renderers } from './Renderers';

const READING = ['get', 'list', 'watch'];
/** Who may touch these may become somebody else: nothing to grant because a log line asks for it. */
const NEVER =
  /^(secrets|serviceaccounts|roles|rolebindings|clusterroles|clusterrolebindings|certificatesigningrequests|.*webhookconfigurations|tokenreviews|nodes|.*\/.*)$/;

/** Rights and accounts. */
export const accessRenderers: Renderers<'grant-access' | 'create-service-account'> = {
  'grant-access': grantAccess,
  'create-service-account': ({ account, why }) => {
    if (!isRef(account) || account.kind !== 'ServiceAccount') return undefined;
    return {
      command: kubectl(account, `create serviceaccount ${account.name}`),
      description: `Create ServiceAccount ${account.name}: ${why}`,
      riskLevel: 'LOW',
      changes: 'A new account without any rights; what it may do is for a RoleBinding to say.',
      undo: kubectl(account, `delete serviceaccount ${account.name}`),
      verify: kubectl(account, 'get pods'),
      expect: 'the pods are created',
      patch: partialManifest(account, {}),
    };
  },
};

function grantAccess(action: ActionOf<'grant-access'>): Rendered | undefined {
  const { role, serviceAccount, verbs, resource, group } = action;
  if (!isRef(role) || role.kind !== 'Role' || role.namespace === undefined) return undefined;
  if (!isName(serviceAccount.name) || !isDnsLabel(serviceAccount.namespace)) return undefined;
  if (verbs.length === 0 || !verbs.every(isVerb) || !isResourceName(resource) || !isApiGroup(group)) return undefined;
  if (NEVER.test(resource) || /[./]/.test(resource)) return undefined;
  const named = group ? `${resource}.${group}` : resource;
  const account = `${serviceAccount.namespace}:${serviceAccount.name}`;
  return {
    command: [
      kubectl(role, `create role ${role.name} --verb=${verbs.join(',')} --resource=${named}`),
      kubectl(role, `create rolebinding ${role.name} --role=${role.name} --serviceaccount=${account}`),
    ].join('\n'),
    description: `Allow ServiceAccount ${serviceAccount.name} to ${verbs.join(', ')} ${named} in namespace ${
      role.namespace
    }`,
    riskLevel: verbs.every(verb => READING.includes(verb)) ? 'MEDIUM' : 'HIGH',
    changes: `A Role and a RoleBinding, both ${role.name}. Rights belong beside the workload in Git: add the rule to its Role there.`,
    undo: kubectl(role, `delete role/${role.name} rolebinding/${role.name}`),
    verify: kubectl(role, `auth can-i ${verbs[0]} ${named} --as=system:serviceaccount:${account}`),
    expect: 'yes',
    patch: partialManifest(role, { rules: [{ apiGroups: [group], resources: [resource], verbs }] }),
  };
}
