/** The forms that Kubernetes itself allows. None of them holds a character that a shell would read. */

/** RFC 1123 subdomain, at most 253 characters. Node and pod names are of this form too. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 253 && /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(value);
}

export function isLabelKey(value: string): boolean {
  return value.length <= 317 && /^([a-z0-9][-a-z0-9.]*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(value);
}

export function isLabelValue(value: string): boolean {
  return value.length <= 63 && /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/.test(value);
}

/** A port number or the name of a container port. */
export function isPort(value: unknown): value is number | string {
  if (typeof value === 'number') return Number.isInteger(value) && value > 0 && value < 65536;
  return typeof value === 'string' && /^[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$/.test(value);
}

export function isQuantity(value: string): boolean {
  return /^\d+(\.\d+)?([numkMGTPE]|[KMGTPE]i)?$/.test(value);
}

/** As in a quota or an RBAC rule: `requests.memory`, `deployments.apps`, `pods/log`. */
export function isResourceName(value: string): boolean {
  return value.length <= 253 && /^[a-z0-9]([-a-z0-9./]*[a-z0-9])?$/.test(value);
}

export function isVerb(value: string): boolean {
  return ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'].includes(value);
}

export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}
