import { configurationSignatures } from './configuration';
import { databaseSignatures } from './databases';
import { deliverySignatures } from './delivery';
import { harmlessSignatures } from './harmless';
import { messagingSignatures } from './messaging';
import { networkSignatures } from './network';
import { resourceSignatures } from './resources';
import { runtimeSignatures } from './runtime';
import { securitySignatures } from './security';
import { defineSignature, Signature } from './Signature';
import { upstreamSignatures } from './upstream';

/** Everything that the log miner knows by name. */
export const LOG_SIGNATURES: readonly Signature[] = [
  ...databaseSignatures,
  ...messagingSignatures,
  ...networkSignatures,
  ...securitySignatures,
  ...upstreamSignatures,
  ...configurationSignatures,
  ...resourceSignatures,
  ...runtimeSignatures,
  ...deliverySignatures,
  ...harmlessSignatures,
].map(defineSignature);
