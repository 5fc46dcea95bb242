import { KubernetesObject } from '../snapshot/KubernetesObject';
import { TablePrinter } from './TablePrinter';

/** What of the object goes with each row. */
export type IncludeObject = 'None' | 'Metadata' | 'Object';

export interface TableOptions {
  includeObject: IncludeObject;
  /** Milliseconds since the epoch. */
  now: number;
  /** `meta.k8s.io/v1` or its beta. */
  apiVersion: string;
}

export function tableRow(object: KubernetesObject, printer: TablePrinter, options: TableOptions): object {
  const conditions = printer.conditions?.(object);
  return {
    cells: printer.cells(object, options.now),
    ...(conditions ? { conditions } : {}),
    ...(options.includeObject === 'None'
      ? {}
      : { object: options.includeObject === 'Object' ? object : partialMetadata(object, options.apiVersion) }),
  };
}

export function partialMetadata(object: KubernetesObject, apiVersion: string): object {
  return { kind: 'PartialObjectMetadata', apiVersion, metadata: object.metadata };
}
