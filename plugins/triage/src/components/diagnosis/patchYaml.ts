import type { ManifestPatch } from '@triage/plugin-triage-common';
import { stringify } from 'yaml';

/** The change as it goes into Git: fields of a manifest, or an entry of a kustomization's `patches`. */
export function patchYaml({ manifest, target, operations }: ManifestPatch): string {
  if (manifest) return stringify(manifest);
  const { apiVersion = '', kind, name, namespace } = target ?? {};
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : [undefined, apiVersion];
  return stringify({
    patches: [{ target: { group, version, kind, name, namespace }, patch: stringify(operations ?? []) }],
  });
}
