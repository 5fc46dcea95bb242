import { KubernetesObject } from './KubernetesObject';
import { asArray } from './pods';

interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

/** Whether labels satisfy a plain map, as in `Service.spec.selector`. An empty or absent map matches nothing. */
export function matchesLabels(
  selector: Record<string, string> | undefined,
  labels: Record<string, string> = {},
): boolean {
  const wanted = Object.entries(selector ?? {});
  return wanted.length > 0 && wanted.every(([key, value]) => labels?.[key] === value);
}

/** Whether labels satisfy a `LabelSelector`. An empty one matches everything, an absent one nothing. */
export function matchesSelector(selector: LabelSelector | undefined, labels: Record<string, string> = {}): boolean {
  if (!selector) return false;
  // null, where the object does not come from an API server
  const own = labels ?? {};
  const plain = Object.entries(selector.matchLabels ?? {}).every(([key, value]) => own[key] === value);
  return plain && asArray(selector.matchExpressions).every(expression => matchesExpression(expression, own));
}

/** One requirement of a label selector or of a node selector term. */
export function matchesExpression(
  { key, operator, values = [] }: { key: string; operator: string; values?: string[] },
  labels: Record<string, string>,
): boolean {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return Number(value) > Number(values[0]);
    case 'Lt':
      return Number(value) < Number(values[0]);
    default:
      return false;
  }
}

/** The text form of a selector (`app=web,tier in (a,b),!canary`), as in `backstage.io/kubernetes-label-selector`. */
export function matchesSelectorText(selector: string, object: KubernetesObject): boolean {
  const labels = object.metadata.labels ?? {};
  return splitRequirements(selector).every(requirement => {
    const set = /^([^\s!=]+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(requirement);
    if (set) {
      const values = set[3].split(',').map(value => value.trim());
      return matchesExpression({ key: set[1], operator: set[2] === 'in' ? 'In' : 'NotIn', values }, labels);
    }
    const equality = /^([^\s!=]+)\s*(!=|==?)\s*(\S*)$/.exec(requirement);
    if (equality) return (labels[equality[1]] === equality[3]) === (equality[2] !== '!=');
    return requirement.startsWith('!')
      ? labels[requirement.slice(1).trim()] === undefined
      : labels[requirement] !== undefined;
  });
}

function splitRequirements(selector: string): string[] {
  return selector
    .split(/,(?![^()]{0,1000}\))/)
    .map(requirement => requirement.trim())
    .filter(Boolean);
}

/** How a selector is read aloud: `app=web, tier=front`. */
export function describeLabels(labels: Record<string, string> | undefined): string {
  return Object.entries(labels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
