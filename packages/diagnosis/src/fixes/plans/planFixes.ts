import { FindingDraft } from '../../analyzers/Analyzer';
import { Category } from '../../categories';
import { ClusterGraph } from '../../cluster/ClusterGraph';
import { addressThatExists, ingressBackend } from './callPlans';
import { holderThatExists, keyThatExists, variableOfNeighbours } from './configurationPlans';
import { imageThatRuns, pullSecretOfNeighbours } from './imagePlans';
import { goneNode, nodeLabel, stuckObject, tolerateTaint } from './placementPlans';
import { Plan, planContext, PlannedFix } from './Plan';
import {
  allowCaller,
  budgetWithRoom,
  classThatExists,
  hardenPods,
  headlessService,
  jobAgain,
  largerClaim,
  missingAccount,
  pausedRollout,
  refusedRight,
} from './platformPlans';
import { probeThatFits } from './probePlans';
import { lowerCpuRequest, raiseSizeLimit, withinLimitRange } from './resourcePlans';

/** Which plans a failure has, best first. What an analyzer offers itself comes after them. */
const PLANS: Partial<Record<Category, Plan[]>> = {
  'image-pull': [imageThatRuns, pullSecretOfNeighbours],
  'invalid-image': [imageThatRuns],
  'create-container-config': [keyThatExists, holderThatExists],
  'secret-missing-key': [keyThatExists],
  'volume-mount': [holderThatExists],
  'crash-loop-config': [variableOfNeighbours, addressThatExists],
  dns: [addressThatExists, headlessService],
  'dependency-down': [addressThatExists],
  'service-port-mismatch': [addressThatExists],
  'readiness-probe': [probeThatFits],
  'liveness-probe': [probeThatFits],
  'startup-probe': [probeThatFits],
  'unschedulable-resources': [lowerCpuRequest],
  'unschedulable-constraints': [nodeLabel, tolerateTaint],
  'daemonset-unscheduled': [nodeLabel, tolerateTaint],
  'limit-range': [withinLimitRange],
  'admission-rejected': [missingAccount, hardenPods],
  'rbac-forbidden': [refusedRight, missingAccount],
  'network-policy': [allowCaller],
  'ingress-misconfig': [ingressBackend],
  'pvc-pending': [classThatExists],
  'disk-full': [raiseSizeLimit, largerClaim],
  'pdb-blocking': [budgetWithRoom],
  'job-failed': [jobAgain],
  'cronjob-suspended-or-missed': [jobAgain],
  'statefulset-stuck': [headlessService],
  'rollout-stuck': [pausedRollout],
  'node-problem': [goneNode],
  'deprecated-or-terminating': [stuckObject],
};

/** Fixes whose values are known from objects. Empty when a person has to decide. */
export function planFixes(finding: FindingDraft, graph: ClusterGraph): PlannedFix[] {
  const plans = PLANS[finding.category] ?? [];
  if (plans.length === 0) return [];
  const context = planContext(finding, graph);
  return plans.flatMap(plan => attempt(() => plan(context)));
}

/** Objects may have any shape. One that a plan did not expect costs that plan, never the answer. */
function attempt(plan: () => PlannedFix[]): PlannedFix[] {
  try {
    return plan();
  } catch {
    return [];
  }
}
