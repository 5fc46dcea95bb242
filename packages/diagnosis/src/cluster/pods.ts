import { KubernetesObject } from './KubernetesObject';

/** One container of a pod: what was asked and how it stands. */
export interface ContainerView {
  name: string;
  /** `init` covers restartable init containers (sidecars) too. */
  role: 'init' | 'main';
  spec: any;
  status: any;
}

export interface Termination {
  exitCode: number;
  reason?: string;
  message?: string;
  signal?: number;
  startedAt?: string;
  finishedAt?: string;
}

export function containersOf(pod: KubernetesObject): ContainerView[] {
  const view = (role: ContainerView['role'], specs: any, statuses: any): ContainerView[] => {
    const byName = new Map(
      asArray(statuses)
        .map((status): [unknown, any] => [status.name, status])
        .reverse(),
    );
    return asArray(specs).map(spec => ({
      name: String(spec.name ?? ''),
      role,
      spec,
      status: byName.get(spec.name) ?? {},
    }));
  };
  return [
    ...view('init', pod.spec?.initContainers, pod.status?.initContainerStatuses),
    ...view('main', pod.spec?.containers, pod.status?.containerStatuses),
  ];
}

/** How the container ended most recently: now, or before its present run. */
export function lastTermination(container: ContainerView): Termination | undefined {
  const ended = container.status.state?.terminated ?? container.status.lastState?.terminated;
  return ended && typeof ended.exitCode === 'number' ? ended : undefined;
}

export function waitingReason(container: ContainerView): string | undefined {
  return container.status.state?.waiting?.reason;
}

export function restartsOf(pod: KubernetesObject): number {
  return containersOf(pod).reduce((sum, container) => sum + (container.status.restartCount ?? 0), 0);
}

export function condition(object: KubernetesObject, type: string): any {
  return asArray(object.status?.conditions).find(entry => entry?.type === type);
}

export function isReady(pod: KubernetesObject): boolean {
  return condition(pod, 'Ready')?.status === 'True';
}

/** Ended for good, or on its way out: no longer something that serves. */
export function isOver(pod: KubernetesObject): boolean {
  return Boolean(pod.metadata.deletionTimestamp) || pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
}

/** A restartable init container runs beside the main ones for the life of the pod. */
export function isSidecar(container: ContainerView): boolean {
  return container.role === 'init' && container.spec.restartPolicy === 'Always';
}

export function asArray(value: unknown): any[] {
  return Array.isArray(value) ? value.filter(entry => entry !== null && entry !== undefined) : [];
}
