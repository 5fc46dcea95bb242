import { parseQuantity } from '../cluster/quantity';
import { ResourceRef } from '../Diagnosis';

/**
 * The forms that Kubernetes itself allows (apimachinery `util/validation`, distribution `reference`). What is of none of
 * them enters no command. Free text, such as the value of a variable, has its own check and is always quoted.
 */

/** RFC 1123 subdomain, at most 253 characters. Node and pod names are of this form too. */
export function isName(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 253 &&
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(value)
  );
}

/** RFC 1123 label: namespaces and containers. */
export function isDnsLabel(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(value);
}

/** RBAC allows more in names than DNS does (`system:auth-delegator`). */
export function isRef(ref: ResourceRef): boolean {
  return (
    isName(ref.name) &&
    /^[A-Z][A-Za-z]{0,62}$/.test(ref.kind) &&
    (ref.namespace === undefined || isDnsLabel(ref.namespace))
  );
}

export function isLabelKey(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const parts = value.split('/');
  const name = parts.pop()!;
  return (
    parts.length <= 1 &&
    parts.every(isName) &&
    name.length <= 63 &&
    /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(name)
  );
}

export function isLabelValue(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 63 && /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/.test(value);
}

export function isLabels(labels: Record<string, string>): boolean {
  return Object.entries(labels).every(([key, value]) => isLabelKey(key) && isLabelValue(value));
}

/** A port number or the name of a container port. */
export function isPort(value: unknown): value is number | string {
  if (typeof value === 'number') return Number.isInteger(value) && value > 0 && value < 65536;
  return (
    typeof value === 'string' &&
    /^[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$/.test(value) &&
    /[a-z]/.test(value) &&
    !/--/.test(value)
  );
}

/** A quantity that is not negative, in Kubernetes' own notation. */
export function isQuantity(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 40 &&
    /^\d+(\.\d+)?([numkMGTPE]|[KMGTPE]i|e\d{1,2})?$/.test(value) &&
    parseQuantity(value) !== undefined
  );
}

/** As in a quota or an RBAC rule: `requests.memory`, `deployments.apps`, `pods/log`. */
export function isResourceName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 253 && /^[a-z0-9]([-a-z0-9./]*[a-z0-9])?$/.test(value);
}

/** Of an API: empty for the core group. */
export function isApiGroup(value: unknown): value is string {
  return value === '' || isName(value);
}

export function isVerb(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'].includes(value)
  );
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}

/** A C identifier, or with dots and dashes as newer versions allow; never one that kubectl takes for a flag. */
export function isEnvName(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= 253 && /^[A-Za-z_][-._A-Za-z0-9]*$/.test(value) && !value.endsWith('-')
  );
}

/** The key of a ConfigMap or Secret. */
export function isConfigKey(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 253 &&
    /^[-._A-Za-z0-9]+$/.test(value) &&
    !value.startsWith('-') &&
    value !== '.' &&
    !value.startsWith('..')
  );
}

/** `registry:5000/team/app:1.2@sha256:…`, in the grammar of the distribution project. */
export function isImage(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 512 &&
    /^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:\d{1,5})?\/)?[a-z0-9]+([._-]{1,2}[a-z0-9]+)*(\/[a-z0-9]+([._-]{1,2}[a-z0-9]+)*)*(:\w[\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/.test(
      value,
    )
  );
}

/** The path of an HTTP probe: what RFC 3986 allows in a path with a query, without what shells expand. */
export function isUrlPath(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 512 && /^\/[-A-Za-z0-9._~:@%+,=/?]*$/.test(value);
}

/** Of the IANA database: `Europe/Berlin`. */
export function isTimeZone(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 64 && /^[A-Z][A-Za-z]*([/_+-][A-Za-z0-9]+)*$/.test(value);
}

/** What the types promise, for whoever builds an action from data. */
export function isOneOf<T>(value: unknown, allowed: readonly T[]): value is T {
  return allowed.includes(value as T);
}

/** `2`, `50%`. */
export function isIntOrPercent(value: unknown): value is string | number {
  return typeof value === 'number'
    ? Number.isSafeInteger(value) && value >= 0
    : typeof value === 'string' && /^\d{1,3}%$/.test(value);
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** The longest value that is put into a command. Characters. */
const MAX_TEXT = 1024;

/**
 * The value of a variable or key: printable ASCII. Control and formatting characters could hide from a reader what a
 * terminal receives. A placeholder of the redaction stands for something that must not be written back.
 */
export function isPlainText(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= MAX_TEXT &&
    /^[\x20-\x7e]*$/.test(value) &&
    !value.includes('[redacted')
  );
}
