import { ago, healthy, object } from '../../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../../testing/expectDiagnosis';

const LOG =
  'E1121 09:10:58.726460 1 reflector.go:200] "Failed to watch" err="failed to list *v1.ConfigMap: configmaps is forbidden: User "system:serviceaccount:shop:syncer" cannot list resource "configmaps" in API group "" in the namespace "shop""\n';

const role = (verbs: string[]) =>
  object('Role', 'reader', { rules: [{ apiGroups: [''], resources: ['configmaps'], verbs }] });
const binding = (account: string) =>
  object('RoleBinding', 'reader', {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' },
    subjects: [{ kind: 'ServiceAccount', name: account, namespace: 'shop' }],
    metadata: { creationTimestamp: ago(600) },
  });
const syncer = healthy('syncer', { pod: { spec: { serviceAccountName: 'syncer' } } });
const logs = { 'shop/syncer-7d4b9-x2x4z/app': LOG.repeat(10) };
const base = {
  logs,
  question: 'why does syncer not sync?',
  category: 'rbac-forbidden' as const,
  culprit: 'Deployment/syncer',
};

const CASES: DiagnosisCase[] = [
  {
    ...base,
    state: 'a RoleBinding that names another account',
    objects: [...syncer, role(['get', 'list']), binding('default')],
    says: [
      'No RoleBinding in namespace shop names ServiceAccount syncer',
      'RoleBinding reader grants list configmaps to ServiceAccount default instead',
    ],
  },
  {
    ...base,
    state: 'a Role without the verb',
    objects: [...syncer, role(['get', 'watch']), binding('syncer')],
    says: [
      'RoleBinding reader gives ServiceAccount syncer the Role reader, which allows only get and watch on configmaps',
    ],
  },
  {
    ...base,
    state: 'an account that no RoleBinding names',
    objects: [...syncer],
    says: ['No RoleBinding in namespace shop names ServiceAccount syncer.'],
  },
];

describe('access rules', () => {
  it.each(CASES)('$state', async each => {
    await expectDiagnosis(each);
  });
});
