import { BlindSpot, WorkloadSummary } from '../Diagnosis';

/** UNKNOWN: nothing could be read. */
export type ClusterStatus = 'HEALTHY' | 'DEGRADED' | 'CRITICAL' | 'UNKNOWN';

/** A condition of a node that keeps pods from running well on it. */
export interface NodeIssue {
  node: string;
  /** `NotReady`, `MemoryPressure`, … */
  condition: string;
  message: string;
  /** RFC 3339. */
  since?: string;
}

export interface WorkloadHealth extends WorkloadSummary {
  /** Of a failing workload: what its pods or conditions say, e.g. `CrashLoopBackOff`. */
  reason?: string;
  /** RFC 3339. */
  since?: string;
}

/** Warning events of one cause, of all replicas together. */
export interface ClusterWarning {
  reason: string;
  namespace: string;
  /** `pod/checkout-5d9c-x2b9p`; of several objects the one seen last. */
  object: string;
  message: string;
  count: number;
  /** RFC 3339. */
  lastSeen: string;
}

export interface ClusterHealth {
  cluster: string;
  clusterStatus: ClusterStatus;
  totalNodes: number;
  readyNodes: number;
  nodeIssues: NodeIssue[];
  /** All, also the healthy ones; failing first. */
  workloads: WorkloadHealth[];
  /** Of the last hour, latest first, at most 50. */
  warnings: ClusterWarning[];
  blindSpots: BlindSpot[];
  /** RFC 3339. */
  checkedAt: string;
}
