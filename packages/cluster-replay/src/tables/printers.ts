import { ObjectIndex } from '../objects/ObjectIndex';
import { ResourceType } from '../objects/ResourceType';
import { accessPrinters } from './access';
import { batchPrinters } from './batch';
import { corePrinters } from './core';
import { customResourcePrinter, isBuiltInGroup } from './customResources';
import { networkPrinters } from './network';
import { podPrinters } from './pods';
import { policyPrinters } from './policies';
import { storagePrinters } from './storage';
import { systemPrinters } from './system';
import { TablePrinter } from './TablePrinter';
import { workloadPrinters } from './workloads';

const PRINTERS = new Map<string, TablePrinter>(
  [
    accessPrinters,
    batchPrinters,
    corePrinters,
    networkPrinters,
    podPrinters,
    policyPrinters,
    storagePrinters,
    systemPrinters,
    workloadPrinters,
  ].flatMap(family => Object.entries(family)),
);

/** How objects of a resource are shown. A custom resource never takes the columns of a built-in kind of its name. */
export function printerFor(type: ResourceType, index: ObjectIndex): TablePrinter {
  return (isBuiltInGroup(type.group) ? PRINTERS.get(type.kind) : undefined) ?? customResourcePrinter(type, index);
}
