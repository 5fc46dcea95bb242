import { KubernetesObject } from '../snapshot/KubernetesObject';
import { ResourceType } from './ResourceType';

/**
 * A recorded object as a version of its group shows it. Objects are recorded in the preferred version only; most others
 * differ in nothing but the name, these do:
 */
const CONVERSIONS: Record<string, (object: KubernetesObject) => KubernetesObject> = {
  'autoscaling/v1 HorizontalPodAutoscaler': autoscalerV1,
  'events.k8s.io/v1 Event': eventsV1,
  'events.k8s.io/v1beta1 Event': eventsV1,
};

export function convert(object: KubernetesObject, type: ResourceType): KubernetesObject {
  if (object.apiVersion === type.apiVersion && object.kind === type.kind) {
    return object;
  }
  const converted = CONVERSIONS[`${type.apiVersion} ${type.kind}`]?.(object) ?? object;
  const { apiVersion: _apiVersion, kind: _kind, ...rest } = converted;
  return { apiVersion: type.apiVersion, kind: type.kind, ...rest };
}

function autoscalerV1(object: KubernetesObject): KubernetesObject {
  const { metrics, behavior: _behavior, ...spec } = object.spec ?? {};
  const { currentMetrics, conditions: _conditions, ...status } = object.status ?? {};
  const cpu = (list: any[] | undefined) =>
    list?.find(metric => metric.type === 'Resource' && metric.resource?.name === 'cpu')?.resource;
  const target = cpu(metrics)?.target?.averageUtilization;
  const current = cpu(currentMetrics)?.current?.averageUtilization;
  return {
    ...object,
    spec: { ...spec, ...(target === undefined ? {} : { targetCPUUtilizationPercentage: target }) },
    status: { ...status, ...(current === undefined ? {} : { currentCPUUtilizationPercentage: current }) },
  };
}

function eventsV1(object: KubernetesObject): KubernetesObject {
  const { involvedObject, message, source, firstTimestamp, lastTimestamp, count, reportingComponent, ...rest } = object;
  return {
    ...rest,
    regarding: involvedObject,
    note: message,
    reportingController: reportingComponent,
    deprecatedSource: source,
    deprecatedFirstTimestamp: firstTimestamp,
    deprecatedLastTimestamp: lastTimestamp,
    ...(count === undefined ? {} : { deprecatedCount: count }),
  };
}
