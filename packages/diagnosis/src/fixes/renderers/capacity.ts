import { change, kubectl, nameFor } from '../kubectl';
import { isIntOrPercent, isName, isQuantity, isRef, isResourceName } from '../validation';
import { Renderers } from './Renderers';

/** Autoscalers, disruption budgets and quotas. */
export const capacityRenderers: Renderers<'set-hpa-target' | 'allow-one-disruption' | 'raise-quota'> = {
  'set-hpa-target': ({ hpa, from, to }) => {
    if (!isRef(hpa) || !isName(to)) return undefined;
    const body = (name: string) => ({ spec: { scaleTargetRef: { name } } });
    return {
      ...change(hpa, 'merge', body(to), isName(from) ? body(from) : undefined),
      description: `Point ${nameFor(hpa)} at ${to} (now ${from})`,
      riskLevel: 'MEDIUM',
      changes: 'The autoscaler starts to set the replicas of that workload.',
      verify: kubectl(hpa, `get ${nameFor(hpa)}`),
      expect: 'TARGETS shows numbers',
    };
  },
  'allow-one-disruption': ({ budget, from, minAvailable, maxUnavailable }) => {
    if (!isRef(budget)) return undefined;
    const former = [minAvailable, maxUnavailable];
    const known =
      former.some(each => each !== undefined) && former.every(each => each === undefined || isIntOrPercent(each));
    return {
      ...change(
        budget,
        'merge',
        { spec: { minAvailable: null, maxUnavailable: 1 } },
        known ? { spec: { minAvailable: minAvailable ?? null, maxUnavailable: maxUnavailable ?? null } } : undefined,
      ),
      description: `Let ${nameFor(budget)} allow one disruption at a time (now ${from})`,
      riskLevel: 'MEDIUM',
      changes: 'Evictions may take down one pod at a time. Make sure that the service works with one less.',
      verify: kubectl(budget, `get ${nameFor(budget)}`),
      expect: 'ALLOWED DISRUPTIONS is 1',
    };
  },
  'raise-quota': ({ quota, resource, from, to }) => {
    if (!isRef(quota) || quota.kind !== 'ResourceQuota' || !isResourceName(resource) || !isQuantity(to))
      return undefined;
    const body = (amount: string) => ({ spec: { hard: { [resource]: amount } } });
    return {
      ...change(quota, 'merge', body(to), isQuantity(from) ? body(from) : undefined),
      description: `Raise ${resource} of ${nameFor(quota)} from ${from} to ${to}`,
      riskLevel: 'MEDIUM',
      changes:
        'What the namespace may use in all. The quota belongs to the platform team: ask them, or request less per pod.',
      verify: kubectl(quota, `describe ${nameFor(quota)}`),
      expect: `Hard of ${resource} is ${to}, and Used grows`,
    };
  },
};
