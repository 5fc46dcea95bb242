import { badRequest } from '../api/ApiError';

type Labels = Record<string, string> | undefined;
type Requirement = (labels: Labels) => boolean;

const KEY = '[A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?';
const VALUE = '[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?';
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const COMPARISON = new RegExp(`^(${KEY})\\s*(==|!=|=|>|<)\\s*(${VALUE})?$`);
const EXISTS = new RegExp(`^(!?)\\s*(${KEY})$`);
const VALUE_ONLY = new RegExp(`^(${VALUE})?$`);

/**
 * Understands `a=b`, `a==b`, `a!=b`, `a in (b,c)`, `a notin (b,c)`, `a`, `!a`, `a>1`, `a<1`, joined by commas.
 *
 * @throws ApiError 400 when the selector can't be understood
 */
export function parseLabelSelector(selector: string | undefined): (labels: Labels) => boolean {
  const requirements = splitOutsideParentheses(selector ?? '')
    .filter(part => part !== '')
    .map(part => parseRequirement(part));
  return labels => requirements.every(matches => matches(labels));
}

function parseRequirement(part: string): Requirement {
  const set = SET.exec(part);
  if (set) {
    const values = set[3].split(',').map(value => value.trim());
    if (!values.every(value => VALUE_ONLY.test(value))) throw notUnderstood(part);
    return inSet(set[1], values, set[2] === 'in');
  }
  const comparison = COMPARISON.exec(part);
  if (comparison) {
    return compareWith(part, comparison[1], comparison[2], comparison[3] ?? '');
  }
  const exists = EXISTS.exec(part);
  if (exists) {
    return labels => hasKey(labels, exists[2]) === (exists[1] === '');
  }
  throw notUnderstood(part);
}

/** Objects without the key match `!=` and `notin`. */
function inSet(key: string, values: string[], wanted: boolean): Requirement {
  return labels => (hasKey(labels, key) && values.includes(labels![key])) === wanted;
}

function compareWith(part: string, key: string, operator: string, value: string): Requirement {
  if (operator === '>' || operator === '<') {
    if (!/^-?\d+$/.test(value)) throw notUnderstood(part);
    const bound = Number(value);
    return labels => {
      const label = hasKey(labels, key) ? labels![key] : '';
      if (!/^-?\d+$/.test(label)) return false;
      return operator === '>' ? Number(label) > bound : Number(label) < bound;
    };
  }
  return inSet(key, [value], operator !== '!=');
}

function hasKey(labels: Labels, key: string): boolean {
  return labels !== undefined && Object.hasOwn(labels, key);
}

function splitOutsideParentheses(selector: string): string[] {
  return selector.split(/,(?![^(]*\))/).map(part => part.trim());
}

function notUnderstood(part: string) {
  return badRequest(`unable to parse requirement: found '${part}'`);
}
