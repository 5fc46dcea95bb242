import { age, columns, TablePrinter } from './TablePrinter';

const ACCESS_MODES: Record<string, string> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};

const BETA_CLASS = 'volume.beta.kubernetes.io/storage-class';

const DEFAULT_CLASS = [
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
];

export const storagePrinters: Record<string, TablePrinter> = {
  PersistentVolume: {
    columns: columns(
      'Name',
      'Capacity',
      'Access Modes',
      'Reclaim Policy',
      'Status',
      'Claim',
      'StorageClass',
      'VolumeAttributesClass',
      'Reason',
      'Age',
      '+VolumeMode',
    ),
    cells: (volume, now) => {
      const claim = volume.spec?.claimRef;
      return [
        volume.metadata.name,
        volume.spec?.capacity?.storage ?? '0',
        accessModes(volume.spec?.accessModes),
        volume.spec?.persistentVolumeReclaimPolicy ?? '',
        volume.metadata.deletionTimestamp ? 'Terminating' : volume.status?.phase ?? '',
        claim ? `${claim.namespace ?? ''}/${claim.name ?? ''}` : '',
        volume.metadata.annotations?.[BETA_CLASS] ?? volume.spec?.storageClassName ?? '',
        volume.spec?.volumeAttributesClassName ?? '<unset>',
        volume.status?.reason ?? '',
        age(volume, now),
        volume.spec?.volumeMode ?? '<unset>',
      ];
    },
  },
  PersistentVolumeClaim: {
    columns: columns(
      'Name',
      'Status',
      'Volume',
      'Capacity',
      'Access Modes',
      'StorageClass',
      'VolumeAttributesClass',
      'Age',
      '+VolumeMode',
    ),
    cells: (claim, now) => {
      const bound = Boolean(claim.spec?.volumeName);
      return [
        claim.metadata.name,
        claim.metadata.deletionTimestamp ? 'Terminating' : claim.status?.phase ?? '',
        claim.spec?.volumeName ?? '',
        bound ? claim.status?.capacity?.storage ?? '0' : '',
        bound ? accessModes(claim.status?.accessModes) : '',
        claim.metadata.annotations?.[BETA_CLASS] ?? claim.spec?.storageClassName ?? '',
        claim.spec?.volumeAttributesClassName ?? '<unset>',
        age(claim, now),
        claim.spec?.volumeMode ?? '<unset>',
      ];
    },
  },
  StorageClass: {
    columns: columns('Name', 'Provisioner', 'ReclaimPolicy', 'VolumeBindingMode', 'AllowVolumeExpansion', 'Age'),
    cells: (storageClass, now) => {
      const isDefault = DEFAULT_CLASS.some(key => storageClass.metadata.annotations?.[key] === 'true');
      return [
        `${storageClass.metadata.name}${isDefault ? ' (default)' : ''}`,
        storageClass.provisioner ?? '',
        storageClass.reclaimPolicy ?? 'Delete',
        storageClass.volumeBindingMode ?? 'Immediate',
        storageClass.allowVolumeExpansion ?? false,
        age(storageClass, now),
      ];
    },
  },
  VolumeAttributesClass: {
    columns: columns('Name', 'DriverName', 'Age'),
    cells: (attributes, now) => [attributes.metadata.name, attributes.driverName ?? '', age(attributes, now)],
  },
  VolumeAttachment: {
    columns: columns('Name', 'Attacher', 'PV', 'Node', 'Attached:boolean', 'Age'),
    cells: (attachment, now) => [
      attachment.metadata.name,
      attachment.spec?.attacher ?? '',
      attachment.spec?.source?.persistentVolumeName ?? '',
      attachment.spec?.nodeName ?? '',
      attachment.status?.attached ?? false,
      age(attachment, now),
    ],
  },
  CSINode: {
    columns: columns('Name', 'Drivers:integer', 'Age'),
    cells: (node, now) => [node.metadata.name, (node.spec?.drivers ?? []).length, age(node, now)],
  },
  CSIDriver: {
    columns: columns(
      'Name',
      'AttachRequired:boolean',
      'PodInfoOnMount:boolean',
      'StorageCapacity:boolean',
      'TokenRequests',
      'RequiresRepublish:boolean',
      'Modes',
      'Age',
    ),
    cells: (driver, now) => [
      driver.metadata.name,
      driver.spec?.attachRequired ?? true,
      driver.spec?.podInfoOnMount ?? false,
      driver.spec?.storageCapacity ?? false,
      driver.spec?.tokenRequests?.map((request: any) => request.audience).join(',') ?? '<unset>',
      driver.spec?.requiresRepublish ?? false,
      (driver.spec?.volumeLifecycleModes ?? []).join(',') || '<none>',
      age(driver, now),
    ],
  },
  CSIStorageCapacity: {
    columns: columns('Name', 'StorageClassName', 'Capacity'),
    cells: capacity => [capacity.metadata.name, capacity.storageClassName ?? '', capacity.capacity ?? '<unset>'],
  },
};

function accessModes(modes: string[] | undefined): string {
  return Object.keys(ACCESS_MODES)
    .filter(mode => modes?.includes(mode))
    .map(mode => ACCESS_MODES[mode])
    .join(',');
}
