import type { Diagnosis, Finding, ResourceRef, WorkloadSummary } from '@triage/plugin-triage-common';

function sameObject(a: ResourceRef, b: ResourceRef): boolean {
  return a.kind.toLowerCase() === b.kind.toLowerCase() && a.name === b.name && a.namespace === b.namespace;
}

/** The object the answer is about: the one asked for, else the only workload looked at, else the one that is broken. */
export function subjectOf({ target, findings, k8sContext: { workloads } }: Diagnosis): ResourceRef | undefined {
  return target ?? (workloads.length === 1 ? workloads[0] : findings[0]?.resource);
}

/** The cluster's name; pasted text comes from none. */
export function subjectCluster({ cluster }: Diagnosis): string | undefined {
  return cluster && cluster !== 'none' ? cluster : undefined;
}

/** The name by which a reader knows what was asked. */
export function subjectName(diagnosis: Diagnosis): string {
  return subjectOf(diagnosis)?.name ?? diagnosis.namespace ?? subjectCluster(diagnosis) ?? 'pasted text';
}

export function subjectNamespace(diagnosis: Diagnosis): string | undefined {
  return subjectOf(diagnosis)?.namespace ?? diagnosis.namespace;
}

/** The workload in the summary that is the subject, or of which the subject is a pod. */
export function subjectWorkload(diagnosis: Diagnosis): WorkloadSummary | undefined {
  const subject = subjectOf(diagnosis);
  if (!subject) return undefined;
  const { workloads } = diagnosis.k8sContext;
  return (
    workloads.find(workload => sameObject(workload, subject)) ??
    workloads.find(w => w.namespace === subject.namespace && subject.name.startsWith(`${w.name}-`))
  );
}

/** "2 of 3 pods down", "3 of 3 ready". Kinds that run to completion have no replicas to speak of. */
export function describeReplicas({ kind, ready, desired, status }: WorkloadSummary): string | undefined {
  if (status === 'scaled-to-zero') return 'scaled to 0';
  if (/job/i.test(kind)) return status === 'completed' ? 'completed' : undefined;
  if (ready >= desired) return `${ready} of ${desired} ready`;
  return `${desired - ready} of ${desired} pods down`;
}

/** "Deployment checkout", with its namespace where that differs from the one on screen. */
export function describeResource(resource: ResourceRef, namespace?: string): string {
  const elsewhere = resource.namespace && resource.namespace !== namespace ? ` in ${resource.namespace}` : '';
  return `${resource.kind} ${resource.name}${elsewhere}`;
}

export function findById(diagnosis: Diagnosis, id: string): Finding | undefined {
  return diagnosis.findings.find(finding => finding.id === id);
}
