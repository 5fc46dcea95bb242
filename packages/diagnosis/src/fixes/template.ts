import { ResourceRef } from '../Diagnosis';
import { change, kubectl, nameFor, Rendered } from './kubectl';
import { ContainerRef } from './FixAction';
import { isDnsLabel, isRef } from './validation';

const ROLLED_OUT = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Whether the pod template can be changed in place: that of a Job or of a bare pod can not. */
export function hasTemplate(workload: ResourceRef): boolean {
  return isRef(workload) && workload.namespace !== undefined && [...ROLLED_OUT, 'CronJob'].includes(workload.kind);
}

export function isContainer(ref: ContainerRef): boolean {
  return hasTemplate(ref.workload) && isDnsLabel(ref.container);
}

/** A change of the pod template, with what follows from it. */
export function templateChange(
  workload: ResourceRef,
  podSpec: object,
  back: object,
): Omit<Rendered, 'description' | 'riskLevel'> {
  return {
    ...change(workload, 'strategic', inTemplate(workload, podSpec), inTemplate(workload, back)),
    ...afterRollout(workload),
  };
}

/** The change of one container; the merge finds it by its name. */
export function containerChange(
  { workload, container, init }: ContainerRef,
  body: object,
  back: object,
): Omit<Rendered, 'description' | 'riskLevel'> {
  const list = init ? 'initContainers' : 'containers';
  return templateChange(
    workload,
    { [list]: [{ name: container, ...body }] },
    { [list]: [{ name: container, ...back }] },
  );
}

export function inTemplate(workload: ResourceRef, podSpec: object): object {
  const template = { template: { spec: podSpec } };
  return { spec: workload.kind === 'CronJob' ? { jobTemplate: { spec: template } } : template };
}

/** Where the pod spec stands, for a JSON patch. */
export function templatePath(workload: ResourceRef): string {
  return workload.kind === 'CronJob' ? '/spec/jobTemplate/spec/template/spec' : '/spec/template/spec';
}

/** What a changed template brings about, and how to see that it went well. */
export function afterRollout(workload: ResourceRef): Pick<Rendered, 'changes' | 'verify' | 'expect'> {
  if (workload.kind === 'CronJob') {
    return {
      changes: `The pod template of ${nameFor(workload)}: it counts from the next run on.`,
      verify: kubectl(workload, 'get jobs'),
      expect: 'the next Job shows 1/1 completions',
    };
  }
  const ordered =
    workload.kind === 'StatefulSet' ? ' A pod that never got ready holds up the rollout: delete it once.' : '';
  return {
    changes: `The pod template of ${nameFor(workload)}: its pods are replaced, one rollout.${ordered}`,
    verify: kubectl(workload, `rollout status ${nameFor(workload)} --timeout=5m`),
    expect: workload.kind === 'Deployment' ? 'successfully rolled out' : 'rolling update complete, or all pods updated',
  };
}

export function isRolledOut(workload: ResourceRef): boolean {
  return isRef(workload) && workload.namespace !== undefined && ROLLED_OUT.includes(workload.kind);
}
