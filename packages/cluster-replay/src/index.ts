export type { AccessRule, TokenUser } from './access/AccessList';
export { kubeconfigFor } from './kubeconfigFor';
export { ReplayedCluster } from './ReplayedCluster';
export type { ReplayOptions, ReplayRequest } from './ReplayedCluster';
export { openSnapshot } from './snapshot/openSnapshot';
export type { KubernetesObject as RecordedObject } from './snapshot/KubernetesObject';
export type { RecordedLogRef, Snapshot } from './snapshot/Snapshot';
export { startReplayServer } from './startReplayServer';
export type { ReplayServer, ReplayServerOptions } from './startReplayServer';
