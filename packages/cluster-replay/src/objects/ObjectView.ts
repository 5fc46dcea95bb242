import { MediaType } from '../api/negotiate';
import { KubernetesObject } from '../snapshot/KubernetesObject';
import { isBuiltInGroup } from '../tables/customResources';
import { Column, TablePrinter } from '../tables/TablePrinter';
import { IncludeObject, partialMetadata, tableRow } from '../tables/renderTable';
import { ResourceType } from './ResourceType';

/** How the objects of one answer are shown: as they are, as rows of a table, or as their metadata alone. */
export interface ObjectView {
  /** Of the answer to a list; rows and items go into `field`. */
  listHead: { kind: string; apiVersion: string; columnDefinitions?: Column[] };
  field: 'items' | 'rows';
  /** In a list. */
  item(object: KubernetesObject): object;
  /** Alone: the answer to a get, the object of a watch event. */
  single(object: KubernetesObject, isFirst: boolean): object;
  /** What a bookmark of a watch carries instead of an object. */
  bookmark(metadata: object): object;
}

export interface ViewContext {
  type: ResourceType;
  printer: TablePrinter;
  includeObject: IncludeObject;
  /** Milliseconds since the epoch. */
  now: number;
}

export function viewFor(mediaType: MediaType, context: ViewContext): ObjectView {
  const metaVersion = `meta.k8s.io/${mediaType.version}`;
  switch (mediaType.as) {
    case 'Table':
      return tableView(metaVersion, context);
    case 'PartialObjectMetadata':
    case 'PartialObjectMetadataList': {
      const metadata = (object: KubernetesObject) => partialMetadata(object, metaVersion);
      return {
        listHead: { kind: 'PartialObjectMetadataList', apiVersion: metaVersion },
        field: 'items',
        item: metadata,
        single: metadata,
        bookmark: partial => ({ kind: 'PartialObjectMetadata', apiVersion: metaVersion, metadata: partial }),
      };
    }
    default:
      return plainView(context.type);
  }
}

function plainView({ apiVersion, kind, group }: ResourceType): ObjectView {
  return {
    listHead: { kind: `${kind}List`, apiVersion },
    field: 'items',
    // Items of built-in kinds are without kind and version, the list has them; others are sent as they are stored
    item: object => {
      if (!isBuiltInGroup(group) || group === 'metrics.k8s.io') return object;
      const { apiVersion: _apiVersion, kind: _kind, ...rest } = object;
      return rest;
    },
    single: object => object,
    bookmark: metadata => ({ kind, apiVersion, metadata }),
  };
}

function tableView(metaVersion: string, { printer, includeObject, now }: ViewContext): ObjectView {
  const row = (object: KubernetesObject) => tableRow(object, printer, { includeObject, now, apiVersion: metaVersion });
  return {
    listHead: { kind: 'Table', apiVersion: metaVersion, columnDefinitions: printer.columns },
    field: 'rows',
    item: row,
    single: (object, isFirst) => ({
      kind: 'Table',
      apiVersion: metaVersion,
      metadata: { resourceVersion: object.metadata.resourceVersion ?? '' },
      columnDefinitions: isFirst ? printer.columns : null,
      rows: [row(object)],
    }),
    bookmark: metadata => ({ kind: 'Table', apiVersion: metaVersion, metadata, columnDefinitions: null, rows: [] }),
  };
}
