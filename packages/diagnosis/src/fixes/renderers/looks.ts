import { kubectl, nameFor } from '../kubectl';
import { isName, isOneOf, isRef, isResourceName, isUuid, isVerb } from '../validation';
import { Renderers } from './Renderers';

/** What only looks, what is not for kubectl, and what only a person can do. */
export const lookRenderers: Renderers<'inspect' | 'read-log' | 'can-i' | 'list-pods' | 'terraform-unlock' | 'advice'> =
  {
    inspect: ({ target, what, why }) => {
      if (!isRef(target)) return undefined;
      const commands = {
        describe: `describe ${nameFor(target)}`,
        yaml: `get ${nameFor(target)} -o yaml`,
        events: `events --for ${nameFor(target)}`,
      };
      if (!isOneOf(what, Object.keys(commands))) return undefined;
      return {
        command: kubectl(target, commands[what]),
        description: why,
        riskLevel: 'LOW',
        changes: 'Nothing: it only reads.',
      };
    },
    'read-log': ({ pod, container, previous, why }) => {
      if (!isRef(pod) || !isName(container)) return undefined;
      return {
        command: kubectl(pod, `logs ${pod.name} -c ${container}${previous ? ' --previous' : ''}`),
        description: why,
        riskLevel: 'LOW',
        changes: 'Nothing: it only reads.',
      };
    },
    'can-i': ({ verb, resource, namespace, serviceAccount }) => {
      if (!isVerb(verb) || !isResourceName(resource) || !isName(namespace) || !isName(serviceAccount)) return undefined;
      return {
        command: `kubectl -n ${namespace} auth can-i ${verb} ${resource} --as=system:serviceaccount:${namespace}:${serviceAccount}`,
        description: `Check what ServiceAccount ${serviceAccount} may do; then add a rule for ${verb} ${resource} to its Role`,
        riskLevel: 'LOW',
        changes: 'Nothing: it only asks.',
      };
    },
    'list-pods': ({ namespace }) => {
      if (!isName(namespace)) return undefined;
      return {
        command: `kubectl -n ${namespace} get pods`,
        description: 'See which pods are not ready, then ask about one of them by its name',
        riskLevel: 'LOW',
        changes: 'Nothing: it only reads.',
      };
    },
    'terraform-unlock': ({ lockId }) => {
      if (!isUuid(lockId)) return undefined;
      return {
        command: `terraform force-unlock ${lockId}`,
        description: 'Release the state lock, once you are sure that no other run is still writing',
        riskLevel: 'HIGH',
        changes: 'The lock only. If the other run still lives, the state can be damaged.',
        undo: 'Not possible.',
        verify: 'terraform plan',
        expect: 'no error about the lock',
      };
    },
    advice: ({ description, risk, changes }) => ({ description, riskLevel: risk ?? 'LOW', changes }),
  };
