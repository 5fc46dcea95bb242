import { ResourceRef } from '../Diagnosis';

/** What can be done, as data. {@link renderFix} alone turns it into text, after validating every name and value. */
export type FixAction =
  | { type: 'set-memory-limit'; workload: ResourceRef; container: string; from: string; bytes: number }
  | { type: 'roll-back'; workload: ResourceRef; revision?: number; why: string }
  | { type: 'restart'; workload: ResourceRef; why: string }
  | { type: 'scale'; workload: ResourceRef; from: number; to: number }
  | { type: 'set-target-port'; service: ResourceRef; portIndex: number; from: string; to: number | string }
  | { type: 'set-selector'; service: ResourceRef; selector: Record<string, string>; from: Record<string, string> }
  | { type: 'resume-cronjob'; cronJob: ResourceRef }
  | { type: 'raise-quota'; quota: ResourceRef; resource: string; from: string; to: string }
  | { type: 'set-hpa-target'; hpa: ResourceRef; from: string; to: string }
  | {
      type: 'set-ingress-service';
      ingress: ResourceRef;
      ruleIndex: number;
      pathIndex: number;
      from: string;
      to: string;
    }
  | { type: 'allow-one-disruption'; budget: ResourceRef; from: string }
  | { type: 'uncordon'; node: ResourceRef }
  | { type: 'delete-pod'; pod: ResourceRef; why: string }
  /** A read-only look at what decides. */
  | { type: 'inspect'; what: 'describe' | 'yaml' | 'events'; target: ResourceRef; why: string }
  | { type: 'read-log'; pod: ResourceRef; container: string; previous: boolean; why: string }
  | { type: 'can-i'; verb: string; resource: string; namespace: string; serviceAccount: string }
  /** Where to begin when only a text is known: the pods of the namespace. */
  | { type: 'list-pods'; namespace: string }
  | { type: 'terraform-unlock'; lockId: string }
  /** Something that only a person can do: change code, data, a name in Git. */
  | { type: 'advice'; description: string; risk?: 'LOW' | 'MEDIUM' | 'HIGH'; changes?: string };
