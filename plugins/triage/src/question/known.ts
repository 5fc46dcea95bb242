import type { WorkloadHealth } from '@triage/plugin-triage-common';

/** A workload with the cluster it runs in. */
export interface KnownWorkload extends WorkloadHealth {
  cluster: string;
}

/** A catalog component that tells where it runs. */
export interface KnownEntity {
  ref: string;
  name: string;
  title?: string;
}

/** The names that a question is compared with. */
export interface Known {
  workloads: KnownWorkload[];
  entities: KnownEntity[];
}
