import { KubernetesObject } from '../snapshot/KubernetesObject';
import {
  age,
  Cell,
  columns,
  containerNames,
  formatLabels,
  formatSelector,
  selectorText,
  TablePrinter,
} from './TablePrinter';

const replicaColumns = columns(
  'Name',
  'Desired:integer',
  'Current:integer',
  'Ready:integer',
  'Age',
  '+Containers',
  '+Images',
  '+Selector',
);

export const workloadPrinters: Record<string, TablePrinter> = {
  Deployment: {
    columns: columns('Name', 'Ready', 'Up-to-date', 'Available', 'Age', '+Containers', '+Images', '+Selector'),
    cells: (deployment, now) => [
      deployment.metadata.name,
      `${deployment.status?.readyReplicas ?? 0}/${deployment.spec?.replicas ?? 1}`,
      deployment.status?.updatedReplicas ?? 0,
      deployment.status?.availableReplicas ?? 0,
      age(deployment, now),
      ...containerNames(deployment.spec?.template),
      selectorText(deployment.spec?.selector),
    ],
  },
  ReplicaSet: {
    columns: replicaColumns,
    cells: (set, now) => [...replicaCells(set, now), formatSelector(set.spec?.selector)],
  },
  ReplicationController: {
    columns: replicaColumns,
    cells: (controller, now) => [...replicaCells(controller, now), formatLabels(controller.spec?.selector)],
  },
  StatefulSet: {
    columns: columns('Name', 'Ready', 'Age', '+Containers', '+Images'),
    cells: (set, now) => [
      set.metadata.name,
      `${set.status?.readyReplicas ?? 0}/${set.spec?.replicas ?? 1}`,
      age(set, now),
      ...containerNames(set.spec?.template),
    ],
  },
  DaemonSet: {
    columns: columns(
      'Name',
      'Desired:integer',
      'Current:integer',
      'Ready:integer',
      'Up-to-date:integer',
      'Available:integer',
      'Node Selector',
      'Age',
      '+Containers',
      '+Images',
      '+Selector',
    ),
    cells: (set, now) => [
      set.metadata.name,
      set.status?.desiredNumberScheduled ?? 0,
      set.status?.currentNumberScheduled ?? 0,
      set.status?.numberReady ?? 0,
      set.status?.updatedNumberScheduled ?? 0,
      set.status?.numberAvailable ?? 0,
      formatLabels(set.spec?.template?.spec?.nodeSelector),
      age(set, now),
      ...containerNames(set.spec?.template),
      formatSelector(set.spec?.selector),
    ],
  },
  ControllerRevision: {
    columns: columns('Name', 'Controller', 'Revision', 'Age'),
    cells: (revision, now) => [
      revision.metadata.name,
      controllerOf(revision),
      revision.revision ?? 0,
      age(revision, now),
    ],
  },
};

function replicaCells(object: KubernetesObject, now: number): Cell[] {
  return [
    object.metadata.name,
    object.spec?.replicas ?? 1,
    object.status?.replicas ?? 0,
    object.status?.readyReplicas ?? 0,
    age(object, now),
    ...containerNames(object.spec?.template),
  ];
}

function controllerOf(object: KubernetesObject): string {
  const owner = object.metadata.ownerReferences?.find((reference: any) => reference.controller);
  if (!owner) return '<none>';
  const [group, version] = (owner.apiVersion ?? '').split('/');
  return `${owner.kind}${version ? `.${group}` : ''}`.toLowerCase().concat(`/${owner.name}`);
}
