import { change, create, kubectl, nameFor } from '../kubectl';
import { isConfigKey, isName, isPlainText, isQuantity, isRef } from '../validation';
import { Renderers } from './Renderers';

const ACCESS_MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

/** StorageClasses and claims. */
export const storageRenderers: Renderers<'create-storage-class' | 'recreate-claim' | 'expand-claim'> = {
  'create-storage-class': ({ name, like, provisioner, parameters, reclaimPolicy, volumeBindingMode }) => {
    if (!isName(name) || !isName(like) || !isName(provisioner.replace(/\//g, '.'))) return undefined;
    if (!Object.entries(parameters).every(([key, value]) => isConfigKey(key.replace(/\//g, '.')) && isPlainText(value)))
      return undefined;
    if (reclaimPolicy !== undefined && !['Delete', 'Retain'].includes(reclaimPolicy)) return undefined;
    if (volumeBindingMode !== undefined && !['Immediate', 'WaitForFirstConsumer'].includes(volumeBindingMode))
      return undefined;
    return {
      ...create(
        { kind: 'StorageClass', name },
        {
          provisioner,
          ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
          ...(reclaimPolicy ? { reclaimPolicy } : {}),
          ...(volumeBindingMode ? { volumeBindingMode } : {}),
        },
      ),
      description: `Create StorageClass ${name} with the settings of ${like}, the class that exists`,
      riskLevel: 'MEDIUM',
      changes: `A new class for the whole cluster; claims that wait for ${name} are provisioned as ${like} would.`,
      verify: 'kubectl get persistentvolumeclaims -A',
      expect: 'the claims that waited are Bound',
    };
  },
  'recreate-claim': ({ claim, from, to, accessModes, storage }) => {
    if (!isRef(claim) || claim.kind !== 'PersistentVolumeClaim' || !isName(from) || !isName(to)) return undefined;
    if (!isQuantity(storage) || accessModes.length === 0 || !accessModes.every(mode => ACCESS_MODES.includes(mode)))
      return undefined;
    const body = (storageClassName: string) => ({
      spec: { accessModes, storageClassName, resources: { requests: { storage } } },
    });
    const remove = kubectl(claim, `delete ${nameFor(claim)}`);
    const made = create(claim, body(to));
    return {
      command: `${remove}\n${made.command}`,
      undo: `${remove}\n${create(claim, body(from)).command}`,
      patch: made.patch,
      description: `Make ${nameFor(
        claim,
      )} anew with StorageClass ${to} (now ${from}): the class of a claim cannot be changed`,
      riskLevel: 'HIGH',
      changes:
        'The claim is deleted and made again. It was never bound, so no data is lost; a pod that waits for it may have to be deleted once.',
      verify: kubectl(claim, `get ${nameFor(claim)}`),
      expect: 'STATUS is Bound (or Pending until the first pod uses it)',
    };
  },
  'expand-claim': ({ claim, from, to }) => {
    if (!isRef(claim) || claim.kind !== 'PersistentVolumeClaim' || !isQuantity(to)) return undefined;
    return {
      ...change(claim, 'merge', { spec: { resources: { requests: { storage: to } } } }),
      description: `Enlarge ${nameFor(claim)} from ${from} to ${to}`,
      riskLevel: 'MEDIUM',
      changes: 'The volume grows, and costs more. It cannot be made smaller again.',
      undo: 'Not possible.',
      verify: kubectl(claim, `get ${nameFor(claim)}`),
      expect: `CAPACITY is ${to}`,
    };
  },
};
