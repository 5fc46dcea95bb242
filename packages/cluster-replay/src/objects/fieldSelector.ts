import { badRequest } from '../api/ApiError';
import { KubernetesObject } from '../snapshot/KubernetesObject';

/** Fields that the API server names otherwise than the object does, or that have a value when they are absent. */
const SPECIAL: Record<string, Record<string, (object: KubernetesObject) => unknown>> = {
  Pod: {
    'spec.host': pod => pod.spec?.nodeName,
    'spec.hostNetwork': pod => pod.spec?.hostNetwork ?? false,
    'status.podIP': pod => pod.status?.podIPs?.[0]?.ip ?? pod.status?.podIP,
  },
  Node: { 'spec.unschedulable': node => node.spec?.unschedulable ?? false },
  Job: { 'status.successful': job => job.status?.succeeded ?? 0 },
  ReplicaSet: { 'status.replicas': set => set.status?.replicas ?? 0 },
  Event: {
    source: event => event.source?.component || event.reportingComponent,
  },
};

/**
 * Understands `a.b=c`, `a.b==c` and `a.b!=c` joined by commas, with `\` before `\`, `,` and `=` in values, on any
 * path of the object. An absent field has the value ''.
 *
 * @throws ApiError 400 when the selector can't be understood
 */
export function parseFieldSelector(selector: string | undefined): (object: KubernetesObject) => boolean {
  const terms = splitTerms(selector ?? '').map(term => {
    const match = /^(.*?)(!=|==|=)(.*)$/s.exec(term);
    if (!match || match[1].trim() === '') {
      throw badRequest(`invalid selector: '${selector}'; can't understand '${term}'`);
    }
    return { path: match[1].trim(), equal: match[2] !== '!=', value: unescape(match[3]) };
  });
  return object => terms.every(({ path, equal, value }) => (fieldOf(object, path) === value) === equal);
}

function fieldOf(object: KubernetesObject, path: string): string {
  const special = SPECIAL[object.kind ?? '']?.[path];
  const value = special ? special(object) : path.split('.').reduce<any>(step, object);
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

function step(value: any, key: string): any {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, key) ? value[key] : undefined;
}

function splitTerms(selector: string): string[] {
  return (selector.match(/(?:\\.|[^,\\]|\\$)+/gs) ?? []).filter(term => term !== '');
}

function unescape(value: string): string {
  if (/(?:^|[^\\])(?:\\\\)*[,=]/.test(value)) {
    throw badRequest('invalid field selector: unescaped character in value');
  }
  return value.replace(/\\(.?)/gs, (sequence, character) => {
    if (!['\\', ',', '='].includes(character)) {
      throw badRequest(`invalid field selector: invalid escape sequence: ${sequence}`);
    }
    return character;
  });
}
