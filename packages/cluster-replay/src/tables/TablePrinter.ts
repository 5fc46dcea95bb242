import { KubernetesObject } from '../snapshot/KubernetesObject';
import { parseTime } from '../time/rfc3339';
import { humanDuration } from '../time/humanDuration';

export interface Column {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  format: string;
  description: string;
  /** 0: always shown; 1: only by `-o wide`. */
  priority: number;
}

export type Cell = string | number | boolean;

export interface RowCondition {
  type: string;
  status: string;
  reason: string;
  message: string;
}

/** Shows objects of one kind as `kubectl get` does. Wording and order are those of the API server's own printers. */
export interface TablePrinter {
  columns: Column[];
  /** @param now - the cluster's time in milliseconds since the epoch: ages are counted to it */
  cells(object: KubernetesObject, now: number): Cell[];
  conditions?(object: KubernetesObject): RowCondition[] | undefined;
  /** The order in which a whole list is shown, where it is not by name. */
  compare?(a: KubernetesObject, b: KubernetesObject): number;
}

/** `Name`, `Up-to-date`, `Desired:integer`, and with a `+` in front what only `-o wide` shows. */
export function columns(...specs: string[]): Column[] {
  return specs.map(spec => {
    const [name, type = 'string'] = spec.replace(/^\+/, '').split(':');
    return {
      name,
      type: type as Column['type'],
      format: name === 'Name' ? 'name' : '',
      description: '',
      priority: spec.startsWith('+') ? 1 : 0,
    };
  });
}

/** Time since, as kubectl writes it. */
export function since(time: unknown, now: number): string {
  const ms = parseTime(time);
  return ms === undefined ? '<unknown>' : humanDuration(now - ms);
}

export function age(object: KubernetesObject, now: number): string {
  return since(object.metadata.creationTimestamp, now);
}

export function containerNames(template: any): [names: string, images: string] {
  const containers: any[] = template?.spec?.containers ?? [];
  return [containers.map(c => c.name).join(','), containers.map(c => c.image ?? '').join(',')];
}

/** A set of labels: `a=b,c=d`, or `<none>`. */
export function formatLabels(labels: Record<string, string> | undefined): string {
  const entries = Object.entries(labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? '<none>' : entries.map(([key, value]) => `${key}=${value}`).join(',');
}

/** A label selector with expressions: `a=b,c in (d,e),!f`; `<none>` selects everything. */
export function formatSelector(selector: any): string {
  const text = selectorText(selector);
  return text === '' ? '<none>' : text;
}

export function selectorText(selector: any): string {
  const operators: Record<string, (key: string, values: string[]) => string> = {
    In: (key, values) => `${key} in (${values.join(',')})`,
    NotIn: (key, values) => `${key} notin (${values.join(',')})`,
    Exists: key => key,
    DoesNotExist: key => `!${key}`,
  };
  const parts = [
    ...Object.entries<string>(selector?.matchLabels ?? {}).map(([key, value]) => ({ key, text: `${key}=${value}` })),
    ...(selector?.matchExpressions ?? []).map((e: any) => ({
      key: e.key,
      text: operators[e.operator]?.(e.key, [...(e.values ?? [])].sort()) ?? '<error>',
    })),
  ];
  return parts
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(part => part.text)
    .join(',');
}

/** At most `max` of a list, and how many more there are. */
export function listWithMore(list: string[], max: number, empty: string): string {
  if (list.length > max) {
    return `${list.slice(0, max).join(',')} + ${list.length - max} more...`;
  }
  return list.join(',') || empty;
}

export function countOf(map: object | undefined): number {
  return Object.keys(map ?? {}).length;
}
