import { Category } from '../categories';

/**
 * Which changed fields of a pod template can bring about a failure of a category. A rollout that changed nothing of the
 * kind only came at the same time: rolling it back would mend nothing.
 */
const FIELDS: Partial<Record<Category, RegExp>> = {
  'image-pull': /^(image|imagePullSecrets)\b/,
  'invalid-image': /^image\b/,
  'bad-command': /^(image|command|args|volumeMounts|volumes|securityContext|container)\b/,
  'oom-killed': /^(resources|image|args|command|env|container)\b/,
  'crash-loop-app-error': /^(image|args|command|env|envFrom|volumes|volumeMounts|securityContext|container)\b/,
  'exit-code-signal': /^(image|args|command|env|resources|container)\b/,
  'port-conflict': /^(image|args|command|env|ports|container)\b/,
  'init-container': /^(image|args|command|env|envFrom|volumes|container)\b/,
  'log-needle': /^(image|args|command|env|container)\b/,
  'readiness-probe': /^(readinessProbe|image|args|command|env|ports|container)\b/,
  'liveness-probe': /^(livenessProbe|image|args|command|env|resources|container)\b/,
  'startup-probe': /^(startupProbe|image|args|command|env|resources|container)\b/,
  'unschedulable-resources': /^(resources|container)\b/,
  'unschedulable-constraints': /^(nodeSelector|affinity|tolerations|ports)\b/,
  quota: /^(resources|container)\b/,
  'limit-range': /^(resources|container)\b/,
  'admission-rejected': /^(securityContext|serviceAccountName|volumes|image|resources|container)\b/,
  'permission-denied': /^(securityContext|volumes|volumeMounts|image)\b/,
  'rbac-forbidden': /^(serviceAccountName|image)\b/,
  'disk-full': /^(volumes|args|env|image|container)\b/,
};

/**
 * Whether one of the changed lines can have brought the failure: by its field, or because it names what the finding names.
 *
 * @param text - what the finding says, in which the name of a variable, key, host or volume may stand
 */
export function canComeFrom(lines: string[], category: Category, text: string): boolean {
  if (FIELDS[category] && lines.some(line => FIELDS[category]?.test(line))) return true;
  return lines.some(line => subjectsOf(line).some(name => text.includes(name)));
}

/** The variable, key, ConfigMap or host that a changed line speaks of; short words say nothing. */
function subjectsOf(line: string): string[] {
  const names = [
    ...line.matchAll(/\bkey (\S+) of (?:ConfigMap|Secret) (\S+)/g),
    ...line.matchAll(/^env (\S+)/g),
    ...line.matchAll(/"(?:name|secretName|claimName)":"([^"]+)"/g),
    ...line.matchAll(/\b((?:[a-z0-9][-a-z0-9]*\.)+[a-z0-9][-a-z0-9]*|[a-z][-a-z0-9]*):\d{2,5}\b/g),
  ];
  return names.flatMap(match => match.slice(1)).filter(name => name !== undefined && name.length > 3);
}
