import { change, kubectl, nameFor, partialManifest, shellWord } from '../kubectl';
import { isConfigKey, isPlainText, isRef } from '../validation';
import { Renderers } from './Renderers';

/** A ConfigMap of more is written by hand. */
const MAX_KEYS = 20;

/** ConfigMaps and their keys. Secrets are never read, so nothing can be written into one. */
export const configurationRenderers: Renderers<'create-config-map' | 'set-config-key'> = {
  'create-config-map': ({ configMap, data, why }) => {
    const entries = Object.entries(data);
    if (!isRef(configMap) || configMap.kind !== 'ConfigMap' || entries.length > MAX_KEYS) return undefined;
    if (!entries.every(([key, value]) => isConfigKey(key) && isPlainText(value))) return undefined;
    const literals = entries.map(([key, value]) => ` ${shellWord(`--from-literal=${key}=${value}`)}`).join('');
    return {
      command: kubectl(configMap, `create configmap ${configMap.name}${literals}`),
      description: `Create ConfigMap ${configMap.name} in namespace ${configMap.namespace}: ${why}`,
      riskLevel: 'LOW',
      changes: 'A new object; what waits for it starts by itself.',
      undo: kubectl(configMap, `delete ${nameFor(configMap)}`),
      verify: kubectl(configMap, 'get pods'),
      expect: 'the pods that waited are Running',
      patch: partialManifest(configMap, { data }),
    };
  },
  'set-config-key': ({ configMap, key, from, to, why }) => {
    if (!isRef(configMap) || configMap.kind !== 'ConfigMap' || !isConfigKey(key) || !isPlainText(to)) return undefined;
    const known = from === undefined || isPlainText(from);
    return {
      ...change(configMap, 'merge', { data: { [key]: to } }, known ? { data: { [key]: from ?? null } } : undefined),
      description: `Set key ${key} of ConfigMap ${configMap.name}${from === undefined ? '' : ` to ${to}`}: ${why}`,
      riskLevel: 'MEDIUM',
      changes: `ConfigMap ${configMap.name}. Look first who else reads it. Variables are only read at the start of a container.`,
      verify: kubectl(configMap, `get ${nameFor(configMap)} -o yaml`),
      expect: `data has ${key}`,
    };
  },
};
