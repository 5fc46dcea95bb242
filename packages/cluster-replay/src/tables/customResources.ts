import { ObjectIndex } from '../objects/ObjectIndex';
import { ResourceType } from '../objects/ResourceType';
import { age, Cell, Column, columns, since, TablePrinter } from './TablePrinter';

const defaultPrinter: TablePrinter = {
  columns: columns('Name', 'Age:date'),
  cells: (object, now) => [object.metadata.name, age(object, now)],
};

/** Kinds of the API server itself that it has no printer for. */
const createdAtPrinter: TablePrinter = {
  columns: columns('Name', 'Created At:date'),
  cells: object => [object.metadata.name, object.metadata.creationTimestamp ?? ''],
};

/** The columns that a CustomResourceDefinition declares, when it was recorded; else name and age. */
export function customResourcePrinter(type: ResourceType, index: ObjectIndex): TablePrinter {
  const definitions = index.type('apiextensions.k8s.io/v1', 'customresourcedefinitions');
  const definition = definitions && index.get(definitions, `${type.resource}.${type.group}`);
  if (!definition) {
    return isBuiltInGroup(type.group) ? createdAtPrinter : defaultPrinter;
  }
  const version = definition.spec?.versions?.find((candidate: any) => candidate.name === type.version);
  const declared: any[] = version?.additionalPrinterColumns ?? [];
  return declared.length > 0 ? declaredPrinter(declared) : defaultPrinter;
}

/** Groups of Kubernetes itself. Some of `k8s.io` are custom resources, too. */
export function isBuiltInGroup(group: string): boolean {
  return !group.includes('.') || group.endsWith('.k8s.io');
}

function declaredPrinter(declared: any[]): TablePrinter {
  const paths = declared.map(column => String(column.jsonPath ?? ''));
  return {
    columns: [
      ...columns('Name'),
      ...declared.map(
        (column): Column => ({
          name: column.name,
          type: column.type,
          format: column.format ?? '',
          description: column.description ?? '',
          priority: column.priority ?? 0,
        }),
      ),
    ],
    cells: (object, now) => [
      object.metadata.name,
      ...paths.map((path, i) => toCell(readJsonPath(object, path), declared[i].type, now)),
    ],
  };
}

function toCell(value: unknown, type: string, now: number): Cell {
  if (value === undefined || value === null) return '';
  if (type === 'date') return since(value, now);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The part of JSONPath that printer columns use: `.a.b`, `['a']`, `[0]`, `[?(@.type=="Ready")].status`. */
export function readJsonPath(object: unknown, path: string): unknown {
  const steps = path.matchAll(/\.([\w-]+)|\['([^']+)'\]|\[(\d+)\]|\[\?\(@\.([\w.]+)\s*==\s*["']([^"']*)["']\)\]/g);
  let value: any = object;
  for (const [, plain, quoted, position, key, wanted] of steps) {
    if (value === undefined || value === null) return undefined;
    if (key !== undefined) {
      value = Array.isArray(value) ? value.find(entry => String(readJsonPath(entry, `.${key}`)) === wanted) : undefined;
    } else if (position !== undefined) {
      value = value[Number(position)];
    } else {
      value = value[quoted ?? plain];
    }
  }
  return value;
}
