import { Category } from '../categories';
import { FixAction } from './FixAction';

type Facts = Record<string, string>;

/** What a person has to do about a cause that a log names; nothing that a command of ours could do. */
const ADVICE: Partial<Record<Category, (facts: Facts) => string>> = {
  'crash-loop-config': ({ user, variable }) => {
    if (user) return `Give it credentials of user ${user} that the server accepts: a rotation has to reach both sides`;
    return variable
      ? `Set ${variable} in the environment, ConfigMap or Secret that it reads`
      : 'Correct the environment, ConfigMap or Secret that it reads';
  },
  'permission-denied': ({ user, path }) => {
    if (user) return `Give it credentials of user ${user} that the server accepts: a rotation has to reach both sides`;
    return path
      ? `Let its user write ${path}: check runAsUser, fsGroup and whether the volume is mounted read-only`
      : 'Check runAsUser, fsGroup and whether the volume is mounted read-only';
  },
  'config-invalid': ({ file, path }) =>
    `Correct the configuration ${file ?? path ?? 'at the place that the log names'}`,
  'port-conflict': ({ port }) => `Let one of the two listen on another port${port ? ` than ${port}` : ''}`,
  dns: ({ host }) => `Correct the host name${host ? ` ${host}` : ''} in its configuration, or check DNS in the cluster`,
  'tls-certificate': ({ host }) =>
    `Renew the certificate${host ? ` of ${host}` : ''}, or give the program the authority that signed it`,
  'dependency-down': ({ host }) =>
    `Bring ${host ?? 'what it calls'} back; the program recovers by itself once it answers`,
  'rbac-forbidden': ({ verb, resource }) =>
    `Give its ServiceAccount a Role that allows ${verb && resource ? `${verb} ${resource}` : 'what the log names'}`,
  'disk-full': () => 'Free or enlarge the volume that is full',
};

export function adviceFor(category: Category | undefined, facts: Facts): FixAction[] {
  const advice = category && ADVICE[category]?.(facts);
  return advice ? [{ type: 'advice', description: advice, risk: 'MEDIUM' }] : [];
}
