import { defineSignature, Signature } from '../../logs/signatures/Signature';
import { containerSignatures } from './containers';
import { schedulingSignatures } from './scheduling';
import { typedSignatures } from './typed';
import { workloadSignatures } from './workloads';

/** What Kubernetes itself reports: events, statuses, messages of its API. */
export const CLUSTER_SIGNATURES: readonly Signature[] = [
  ...containerSignatures,
  ...schedulingSignatures,
  ...workloadSignatures,
].map(defineSignature);

/** What people type. */
export const TYPED_SIGNATURES: readonly Signature[] = typedSignatures.map(defineSignature);
