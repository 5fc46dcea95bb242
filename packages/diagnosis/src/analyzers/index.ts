import { Analyzer } from './Analyzer';
import { autoscaling } from './autoscaling';
import { autoscalingLimits } from './autoscalingLimits';
import { budgetSelections } from './budgetSelections';
import { ingressRouting } from './ingressRouting';
import { containerConfig } from './containerConfig';
import { containerStart } from './containerStart';
import { crashes } from './crashes';
import { cronJobs } from './cronJobs';
import { disruption } from './disruption';
import { evictions } from './evictions';
import { heldRollouts } from './heldRollouts';
import { images } from './images';
import { ingresses } from './ingresses';
import { initContainers } from './initContainers';
import { jobs } from './jobs';
import { lifecycleHooks } from './lifecycleHooks';
import { networkPolicies } from './networkPolicies';
import { nodes } from './nodes';
import { oomKills } from './oomKills';
import { podCreation } from './podCreation';
import { probes } from './probes';
import { reported } from './reported';
import { rollouts } from './rollouts';
import { runningLogs } from './runningLogs';
import { scheduling } from './scheduling';
import { serviceListeners } from './serviceListeners';
import { services } from './services';
import { serviceSelections } from './serviceSelections';
import { staleConfigMaps } from './staleConfigMaps';
import { storage } from './storage';
import { terminating } from './terminating';
import { unendedJobs } from './unendedJobs';
import { unscheduledPods } from './unscheduledPods';
import { daemonSets, statefulSets } from './workloadShapes';

/** Every family of failures that Triage knows by itself. Their order means nothing: causes are found by correlation. */
export const ANALYZERS: Analyzer[] = [
  autoscaling,
  autoscalingLimits,
  budgetSelections,
  ingressRouting,
  containerConfig,
  containerStart,
  crashes,
  cronJobs,
  daemonSets,
  disruption,
  evictions,
  heldRollouts,
  images,
  ingresses,
  initContainers,
  jobs,
  lifecycleHooks,
  networkPolicies,
  nodes,
  oomKills,
  podCreation,
  probes,
  reported,
  rollouts,
  runningLogs,
  scheduling,
  serviceListeners,
  services,
  serviceSelections,
  staleConfigMaps,
  statefulSets,
  storage,
  terminating,
  unendedJobs,
  unscheduledPods,
];
