import { ObjectIndex } from '../objects/ObjectIndex';
import { apiVersionOf, toResourceType } from '../objects/ResourceType';

/** Objects of a kind that are looked at to learn its fields. */
const SAMPLED_OBJECTS = 50;

/** A recording has no schemas. These are made of the fields that its objects have: enough for `kubectl explain`. */
const DESCRIPTION = 'Not the real schema: the fields that objects of this kind have in the recording.';

/** Bytes of the protobuf message `Document{swagger: "2.0"}`: the only form in which kubectl takes version 2. */
const EMPTY_DOCUMENT_V2 = Uint8Array.from([0x0a, 0x03, 0x32, 0x2e, 0x30]);

export function openApiV2(accept: string | undefined, version: string): Response {
  if (accept?.includes('com.github.proto-openapi.spec.v2')) {
    return new Response(EMPTY_DOCUMENT_V2, {
      headers: { 'content-type': 'application/com.github.proto-openapi.spec.v2.v1.0+protobuf' },
    });
  }
  return Response.json({ swagger: '2.0', info: { title: 'Kubernetes', version }, paths: {}, definitions: {} });
}

/** @returns undefined when there is no such group version */
export function openApiV3(pathname: string, index: ObjectIndex, version: string): object | undefined {
  const [, , ...rest] = pathname.split('/').filter(Boolean);
  if (rest.length === 0) {
    const paths = index.groups.flatMap(group =>
      group.versions.map(v => (group.name ? `apis/${group.name}/${v.version}` : `api/${v.version}`)),
    );
    return { paths: Object.fromEntries(paths.map(path => [path, { serverRelativeURL: `/openapi/v3/${path}` }])) };
  }
  const [groupName, versionName] = rest[0] === 'apis' ? [rest[1], rest[2]] : ['', rest[1]];
  const group = index.groups.find(candidate => candidate.name === groupName);
  const served = group?.versions.find(candidate => candidate.version === versionName);
  if (!served) {
    return undefined;
  }
  const types = (served.resources ?? []).map(resource => toResourceType(groupName, versionName, resource));
  const apiVersion = apiVersionOf(groupName, versionName);
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version },
    paths: Object.fromEntries(
      types.map(type => [
        `/${groupName ? 'apis' : 'api'}/${apiVersion}/${type.resource}`,
        {
          get: {
            'x-kubernetes-action': 'list',
            'x-kubernetes-group-version-kind': gvk(groupName, versionName, type.kind),
          },
        },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        types.map(type => [
          `${apiVersion.replaceAll('/', '.')}.${type.kind}`,
          {
            ...schemaOf(index.list(type).slice(0, SAMPLED_OBJECTS)),
            description: DESCRIPTION,
            'x-kubernetes-group-version-kind': [gvk(groupName, versionName, type.kind)],
          },
        ]),
      ),
    },
  };
}

function gvk(group: string, version: string, kind: string) {
  return { group, version, kind };
}

/** The union of what the values are. Maps with free keys come out as objects with those keys. */
function schemaOf(values: unknown[]): any {
  const present = values.filter(value => value !== undefined && value !== null);
  const first = present[0];
  if (Array.isArray(first)) {
    return { type: 'array', items: schemaOf(present.filter(Array.isArray).flat()) };
  }
  if (typeof first === 'number') {
    return { type: 'integer' };
  }
  if (typeof first === 'string' || typeof first === 'boolean') {
    return { type: typeof first };
  }
  const objects = present.filter(value => typeof value === 'object') as Record<string, unknown>[];
  const keys = [...new Set(objects.flatMap(object => Object.keys(object)))].filter(key => !key.startsWith('f:')).sort();
  return {
    type: 'object',
    ...(keys.length > 0
      ? { properties: Object.fromEntries(keys.map(key => [key, schemaOf(objects.map(object => object[key]))])) }
      : {}),
  };
}
