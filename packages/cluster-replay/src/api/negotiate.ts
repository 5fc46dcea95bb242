import { notAcceptable } from './ApiError';

/** How the client wants an answer: `Table`, `PartialObjectMetadata(List)`, or as it is. */
export interface MediaType {
  /** Kind of the transformation (`as=`); undefined: the object itself. */
  as?: string;
  group?: string;
  version?: string;
}

const OFFERED = [
  'application/json',
  'application/json;as=Table;g=meta.k8s.io;v=v1',
  'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
];

/**
 * The first JSON form of an Accept header that `supports` says yes to, in the client's order, as the API server
 * chooses it. Protobuf, CBOR and YAML are passed over.
 *
 * @throws ApiError 406 when nothing acceptable is left
 */
export function negotiate(accept: string | undefined, supports: (type: MediaType) => boolean): MediaType {
  if (!accept?.trim()) {
    return {};
  }
  for (const entry of accept.split(',')) {
    const [type, ...rest] = entry.split(';').map(part => part.trim());
    if (!['application/json', 'application/*', '*/*'].includes(type)) continue;
    const parameters = new Map(rest.map(part => part.split('=', 2) as [string, string]));
    const candidate: MediaType = {
      as: parameters.get('as'),
      group: parameters.get('g'),
      version: parameters.get('v'),
    };
    if (!candidate.as || supports(candidate)) {
      return candidate.as ? candidate : {};
    }
  }
  throw notAcceptable(OFFERED);
}

/** For lists and single objects. */
export function supportsTransformation(type: MediaType): boolean {
  return (
    type.group === 'meta.k8s.io' &&
    (type.version === 'v1' || type.version === 'v1beta1') &&
    (type.as === 'Table' || type.as === 'PartialObjectMetadata' || type.as === 'PartialObjectMetadataList')
  );
}
