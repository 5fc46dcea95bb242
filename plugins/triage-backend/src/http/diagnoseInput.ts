import { InputError } from '@backstage/errors';
import { ResourceRef } from '@triage/diagnosis';
import { DiagnoseRequest } from '@triage/plugin-triage-common';
import { validateNamespace, validateObjectName } from './kubernetesNames';

/** A valid question, in one spelling. */
export interface DiagnoseInput {
  errorMessage?: string;
  question?: string;
  entityRef?: string;
  target?: ResourceRef;
  cluster?: string;
  namespace?: string;
  includeClusterHealth: boolean;
}

/** @throws InputError with a sentence that tells what to send instead. */
export function readDiagnoseInput(body: DiagnoseRequest): DiagnoseInput {
  const errorMessage = given(body.errorMessage ?? body.error_message);
  const question = given(body.question);
  const entityRef = given(body.entityRef ?? body.entity_ref);
  const podName = given(body.podName ?? body.pod_name);
  const deploymentName = given(body.deploymentName ?? body.deployment_name);
  const namespace = given(body.namespace);

  if (!errorMessage && !question && !entityRef && !podName && !deploymentName && !namespace) {
    throw new InputError(
      'Nothing to diagnose: send errorMessage, question, entityRef or namespace, or podName or deploymentName with its namespace',
    );
  }
  if ([entityRef, podName, deploymentName].filter(value => value).length > 1) {
    throw new InputError('Send only one of entityRef, podName and deploymentName');
  }
  if (namespace) {
    validateNamespace(namespace, 'namespace');
  }
  return {
    errorMessage,
    question,
    entityRef,
    target:
      readTarget('Pod', 'podName', podName, namespace) ??
      readTarget('Deployment', 'deploymentName', deploymentName, namespace),
    cluster: given(body.cluster),
    namespace,
    includeClusterHealth: body.includeClusterHealth ?? body.include_cluster_health ?? false,
  };
}

function readTarget(kind: string, field: string, name: string | undefined, namespace: string | undefined) {
  if (!name) {
    return undefined;
  }
  validateObjectName(name, field);
  if (!namespace) {
    throw new InputError(`Send the namespace of ${field} too`);
  }
  return { kind, namespace, name };
}

/** An empty field of a form is a field that was not filled. */
function given(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}
