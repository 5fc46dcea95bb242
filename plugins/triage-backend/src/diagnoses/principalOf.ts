import { ClusterCaller } from '../clusters/Clusters';

/** Entity ref of a user, or subject of a service. */
export function principalOf({ credentials: { principal } }: ClusterCaller): string {
  return principal.type === 'user' ? principal.userEntityRef : principal.subject;
}
