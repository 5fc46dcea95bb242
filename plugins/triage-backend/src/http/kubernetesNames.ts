import { InputError } from '@backstage/errors';

const LABEL = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_VALUE = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/*
 * Names go into paths of the API server and into the commands that a diagnosis proposes, so nothing else than a name gets
 * through. The refused value is not repeated: it may be a pasted secret.
 */

/** @throws InputError unless it is an RFC 1123 label, as every namespace is. */
export function validateNamespace(value: string, field: string): void {
  if (!LABEL.test(value)) {
    throw new InputError(
      `${field} is not the name of a namespace: up to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends`,
    );
  }
}

/** @throws InputError unless it is an RFC 1123 subdomain, as every pod and deployment is. */
export function validateObjectName(value: string, field: string): void {
  if (value.length > 253 || !SUBDOMAIN.test(value)) {
    throw new InputError(
      `${field} is not the name of an object: up to 253 lower-case letters, digits, hyphens and dots, with a letter or digit at both ends`,
    );
  }
}

/** @throws InputError unless it can be the value of a label. */
export function validateLabelValue(value: string, field: string): void {
  if (!LABEL_VALUE.test(value)) {
    throw new InputError(
      `${field} is not the value of a label: up to 63 letters, digits, hyphens, underscores and dots, with a letter or digit at both ends`,
    );
  }
}
