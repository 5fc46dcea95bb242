import { Category } from '../categories';

/** Categories that only say that something does not get ready; the others say why. */
export const SYMPTOMS: Category[] = ['rollout-stuck', 'statefulset-stuck', 'service-no-endpoints'];

/** For one and the same object: whether the first is merely how the second shows. */
export function isSymptomOf(symptom: Category, cause: Category): boolean {
  if (symptom === cause) return false;
  if (SYMPTOMS.includes(symptom))
    return !SYMPTOMS.includes(cause) && cause !== 'hpa-misconfig' && cause !== 'pdb-blocking';
  // A container that is out of memory, cannot start or is killed by a probe also fails the other probes.
  if (symptom === 'readiness-probe')
    return [
      'oom-killed',
      'liveness-probe',
      'startup-probe',
      'bad-command',
      'disk-full',
      'port-conflict',
      'exit-code-signal',
    ].includes(cause);
  return false;
}
