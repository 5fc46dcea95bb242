import { KubernetesObject } from '../snapshot/KubernetesObject';
import { humanDuration } from '../time/humanDuration';
import { age, columns, TablePrinter } from './TablePrinter';

const bindingPrinter: TablePrinter = {
  columns: columns('Name', 'Role', 'Age', '+Users', '+Groups', '+ServiceAccounts'),
  cells: (binding, now) => {
    const subjects: any[] = binding.subjects ?? [];
    const names = (kind: string) => subjects.filter(subject => subject.kind === kind).map(subject => subject.name);
    return [
      binding.metadata.name,
      `${binding.roleRef?.kind}/${binding.roleRef?.name}`,
      age(binding, now),
      names('User').join(', '),
      names('Group').join(', '),
      subjects
        .filter(subject => subject.kind === 'ServiceAccount')
        .map(subject => `${subject.namespace ? `${subject.namespace}/` : ''}${subject.name}`)
        .join(', '),
    ];
  },
};

/** Roles have no printer of their own: the API server shows their creation time. */
const rolePrinter: TablePrinter = {
  columns: columns('Name', 'Created At:date'),
  cells: role => [role.metadata.name, role.metadata.creationTimestamp ?? ''],
};

export const accessPrinters: Record<string, TablePrinter> = {
  Role: rolePrinter,
  ClusterRole: rolePrinter,
  RoleBinding: bindingPrinter,
  ClusterRoleBinding: bindingPrinter,
  CertificateSigningRequest: {
    columns: columns('Name', 'Age', 'SignerName', 'Requestor', 'RequestedDuration', 'Condition'),
    cells: (request, now) => {
      const seconds = request.spec?.expirationSeconds;
      return [
        request.metadata.name,
        age(request, now),
        request.spec?.signerName || '<none>',
        request.spec?.username ?? '',
        seconds === undefined ? '<none>' : humanDuration(seconds * 1000),
        signingState(request),
      ];
    },
  },
};

function signingState(request: KubernetesObject): string {
  const has = (type: string) => (request.status?.conditions ?? []).some((c: any) => c.type === type);
  const decision = ['Denied', 'Approved'].find(has) ?? 'Pending';
  return [decision, ...(has('Failed') ? ['Failed'] : []), ...(request.status?.certificate ? ['Issued'] : [])].join(',');
}
