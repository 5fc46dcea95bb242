import { ResourceRef } from '../Diagnosis';

/** A container of a pod template. */
export interface ContainerRef {
  workload: ResourceRef;
  container: string;
  /** Of `initContainers`. */
  init?: boolean;
}

export interface ServiceAccountRef {
  namespace: string;
  name: string;
}

export interface Toleration {
  key?: string;
  operator?: string;
  value?: string;
  effect?: string;
  tolerationSeconds?: number;
}

/** What a level of Pod Security asks of a container; `undefined`: it has it already. */
export interface Hardening {
  container: string;
  init?: boolean;
  allowPrivilegeEscalation?: false;
  dropAllCapabilities?: true;
  privileged?: false;
}

/** A quantity of a container's resources. `from` is absent when it was not set. */
export interface ResourceChange {
  field: 'requests' | 'limits';
  resource: 'memory' | 'cpu' | 'ephemeral-storage';
  from?: string;
  to: string;
}

/** Fields of a probe that can be wrong. `path`, `port` and `scheme` belong to its handler. */
export interface ProbeChange {
  field: 'path' | 'port' | 'scheme' | 'timeoutSeconds' | 'failureThreshold' | 'periodSeconds' | 'initialDelaySeconds';
  /** What holds without this change: the value that was set, or the default. */
  from: string | number;
  to: string | number;
}

/** The place of a backend in an Ingress; without indexes it is the default backend. */
export interface BackendRef {
  ingress: ResourceRef;
  ruleIndex?: number;
  pathIndex?: number;
}

/** What can be done, as data. {@link renderFix} alone turns it into text, after validating every name and value. */
export type FixAction =
  // what a container is given
  | ({ type: 'set-resources'; changes: ResourceChange[]; why: string } & ContainerRef)
  | ({ type: 'set-image'; from: string; to: string; why: string } & ContainerRef)
  | ({ type: 'set-env'; variable: string; from?: string; to: string; why: string } & ContainerRef)
  | ({
      type: 'set-env-key';
      variable: string;
      holder: 'ConfigMap' | 'Secret';
      name: string;
      from: string;
      to: string;
    } & ContainerRef)
  | ({
      type: 'set-env-source';
      containerIndex: number;
      index: number;
      holder: 'ConfigMap' | 'Secret';
      from: string;
      to: string;
    } & ContainerRef)
  | ({
      type: 'set-probe';
      probe: 'readinessProbe' | 'livenessProbe' | 'startupProbe';
      handler: 'httpGet' | 'tcpSocket' | 'grpc' | 'exec';
      changes: ProbeChange[];
      why: string;
    } & ContainerRef)
  | { type: 'harden'; workload: ResourceRef; containers: Hardening[]; runAsNonRoot?: true; seccompProfile?: true }
  // what a pod is given
  | {
      type: 'set-volume-source';
      workload: ResourceRef;
      volume: string;
      holder: 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim';
      from: string;
      to: string;
    }
  | { type: 'set-size-limit'; workload: ResourceRef; volume: string; from: string; to: string }
  | { type: 'set-service-account'; workload: ResourceRef; from: string; to: string }
  | { type: 'add-pull-secret'; workload: ResourceRef; secret: string; why: string }
  | { type: 'set-node-selector'; workload: ResourceRef; key: string; from: string; to: string }
  | { type: 'add-toleration'; workload: ResourceRef; toleration: Toleration; existing: Toleration[] }
  // rollouts and replicas
  | { type: 'roll-back'; workload: ResourceRef; revision?: number; present?: number; why: string }
  | { type: 'restart'; workload: ResourceRef; why: string }
  | { type: 'resume-rollout'; workload: ResourceRef }
  | { type: 'scale'; workload: ResourceRef; from: number; to: number }
  // configuration
  | { type: 'create-config-map'; configMap: ResourceRef; data: Record<string, string>; why: string }
  | { type: 'set-config-key'; configMap: ResourceRef; key: string; from?: string; to: string; why: string }
  // the way to the pods
  | {
      type: 'set-target-port';
      service: ResourceRef;
      portIndex: number;
      from: string;
      to: number | string;
    }
  | { type: 'set-selector'; service: ResourceRef; selector: Record<string, string>; from: Record<string, string> }
  | ({ type: 'set-ingress-service'; from: string; to: string } & BackendRef)
  | ({ type: 'set-ingress-port'; from: string | number; to: number } & BackendRef)
  | { type: 'set-ingress-class'; ingress: ResourceRef; from?: string; to: string }
  | {
      type: 'create-headless-service';
      service: ResourceRef;
      statefulSet: string;
      selector: Record<string, string>;
      ports: number[];
    }
  | {
      type: 'allow-traffic';
      policy: ResourceRef;
      direction: 'ingress' | 'egress';
      /** How many rules the policy has now: the new one goes behind them. */
      rules: number;
      podLabels: Record<string, string>;
      /** Of the peer's namespace, when it is another one. */
      namespaceLabels?: Record<string, string>;
      port?: number;
    }
  // autoscaling, budgets, quotas
  | { type: 'set-hpa-target'; hpa: ResourceRef; from: string; to: string }
  | {
      type: 'allow-one-disruption';
      budget: ResourceRef;
      from: string;
      minAvailable?: string | number;
      maxUnavailable?: string | number;
    }
  | { type: 'raise-quota'; quota: ResourceRef; resource: string; from: string; to: string }
  // jobs
  | { type: 'resume-cronjob'; cronJob: ResourceRef }
  | { type: 'set-time-zone'; cronJob: ResourceRef; from: string; to: string }
  | { type: 'run-cronjob'; cronJob: ResourceRef; why: string }
  | { type: 'resume-job'; job: ResourceRef }
  // storage
  | {
      type: 'create-storage-class';
      name: string;
      like: string;
      provisioner: string;
      parameters: Record<string, string>;
      reclaimPolicy?: string;
      volumeBindingMode?: string;
    }
  | {
      type: 'recreate-claim';
      claim: ResourceRef;
      from: string;
      to: string;
      accessModes: string[];
      storage: string;
    }
  | { type: 'expand-claim'; claim: ResourceRef; from: string; to: string }
  // nodes
  | { type: 'cordon'; node: ResourceRef; why: string }
  | { type: 'uncordon'; node: ResourceRef }
  | { type: 'label'; target: ResourceRef; key: string; value: string; from?: string; why: string }
  | { type: 'delete-node'; node: ResourceRef }
  // rights
  | {
      type: 'grant-access';
      role: ResourceRef;
      serviceAccount: ServiceAccountRef;
      verbs: string[];
      resource: string;
      /** API group, empty for the core group. */
      group: string;
    }
  | { type: 'create-service-account'; account: ResourceRef; why: string }
  // what is stuck
  | { type: 'delete-pod'; pod: ResourceRef; why: string; force?: boolean }
  | { type: 'remove-finalizer'; target: ResourceRef; index: number; finalizer: string }
  /** A read-only look at what decides. */
  | { type: 'inspect'; what: 'describe' | 'yaml' | 'events'; target: ResourceRef; why: string }
  | { type: 'read-log'; pod: ResourceRef; container: string; previous: boolean; why: string }
  | { type: 'can-i'; verb: string; resource: string; namespace: string; serviceAccount: string }
  /** Where to begin when only a text is known: the pods of the namespace. */
  | { type: 'list-pods'; namespace: string }
  | { type: 'terraform-unlock'; lockId: string }
  /** Something that only a person can do: change code, data, a name in Git. */
  | { type: 'advice'; description: string; risk?: 'LOW' | 'MEDIUM' | 'HIGH'; changes?: string };

export type ActionOf<T extends FixAction['type']> = Extract<FixAction, { type: T }>;

/** They only look: no fix where a real one is known. */
export const LOOKS: FixAction['type'][] = ['inspect', 'read-log', 'can-i', 'list-pods'];
