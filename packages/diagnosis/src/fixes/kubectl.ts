import { findResourceType } from '../cluster/resourceTypes';
import { Fix, ManifestPatch, PatchOperation, ResourceRef } from '../Diagnosis';

/** A fix before the evidence for it is named. */
export type Rendered = Omit<Fix, 'evidence'>;

export function namespaceFlag(ref: { namespace?: string }): string {
  return ref.namespace === undefined ? '' : ` -n ${ref.namespace}`;
}

/** As kubectl and people name an object: `deployment/web`. */
export function nameFor(ref: ResourceRef): string {
  return `${ref.kind.toLowerCase()}/${ref.name}`;
}

export function kubectl(ref: { namespace?: string }, rest: string): string {
  return `kubectl${namespaceFlag(ref)} ${rest}`;
}

/** One word for a POSIX shell. Everything but the plainest text goes between single quotes, where nothing is special. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:@%+,=-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`;
}

/** JSON for a place between single quotes: ASCII only, and without a single quote of its own. */
export function quotedJson(body: unknown): string {
  const json = JSON.stringify(body).replace(
    /['\u007f-\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `'${json}'`;
}

type Sides = Pick<Rendered, 'command' | 'undo' | 'patch'>;

/**
 * One change of an object, three times: as a command, as the command back, and for the manifest in Git.
 *
 * @param how - `strategic` merges lists by their keys (containers by name) and exists for built-in kinds only
 * @param back - the same fields with their former values; `null` removes one
 */
export function change(ref: ResourceRef, how: 'merge' | 'strategic', body: object, back?: object): Sides {
  const command = (content: object) => kubectl(ref, `patch ${nameFor(ref)} --type=${how} -p ${quotedJson(content)}`);
  return { command: command(body), undo: back && command(back), patch: partialManifest(ref, body) };
}

/** A change that needs the place in a list (RFC 6902). */
export function operate(ref: ResourceRef, operations: PatchOperation[], back?: PatchOperation[]): Sides {
  const command = (content: PatchOperation[]) =>
    kubectl(ref, `patch ${nameFor(ref)} --type=json -p ${quotedJson(content)}`);
  return {
    command: command(operations),
    undo: back && command(back),
    patch: { target: { ...typeOf(ref), ...ref }, operations },
  };
}

/** A new object. kubectl reads it from its input, since no flag takes it. */
export function create(ref: ResourceRef, body: object): Sides {
  const patch = partialManifest(ref, body);
  return {
    command: `printf '%s' ${quotedJson(patch.manifest)} | ${kubectl(ref, 'create -f -')}`,
    undo: kubectl(ref, `delete ${nameFor(ref)}`),
    patch,
  };
}

export function partialManifest(ref: ResourceRef, body: object): ManifestPatch {
  const metadata = ref.namespace === undefined ? { name: ref.name } : { name: ref.name, namespace: ref.namespace };
  return { manifest: { ...typeOf(ref), kind: ref.kind, metadata, ...body } };
}

function typeOf({ kind }: ResourceRef): { apiVersion: string } {
  return { apiVersion: findResourceType(kind)?.apiVersion ?? 'v1' };
}
