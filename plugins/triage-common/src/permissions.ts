import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To ask for a diagnosis. What the cluster shows is still limited by the asking user's rights there.
 * @public
 */
export const triageDiagnosisCreatePermission = createPermission({
  name: 'triage.diagnosis.create',
  attributes: { action: 'create' },
});

/**
 * To read kept diagnoses: one's own, and those of namespaces that one may read in the cluster.
 * @public
 */
export const triageDiagnosisReadPermission = createPermission({
  name: 'triage.diagnosis.read',
  attributes: { action: 'read' },
});

/**
 * To see the state of nodes and workloads of whole clusters.
 * @public
 */
export const triageClusterHealthReadPermission = createPermission({
  name: 'triage.cluster-health.read',
  attributes: { action: 'read' },
});

/**
 * To read and search runbooks.
 * @public
 */
export const triageRunbookReadPermission = createPermission({
  name: 'triage.runbook.read',
  attributes: { action: 'read' },
});

/**
 * All permissions of Triage.
 * @public
 */
export const triagePermissions = [
  triageDiagnosisCreatePermission,
  triageDiagnosisReadPermission,
  triageClusterHealthReadPermission,
  triageRunbookReadPermission,
];
