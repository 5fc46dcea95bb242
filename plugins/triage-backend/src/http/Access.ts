import { BackstageCredentials, HttpAuthService, PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult, BasicPermission } from '@backstage/plugin-permission-common';
import { Request } from 'express';
import { ClusterCaller } from '../clusters/Clusters';

/**
 * With the name of a way to sign in behind it. The header without one is not taken: it would go to whichever cluster is looked
 * into, also to those that the token is not for.
 */
const CLUSTER_TOKEN_HEADER = 'backstage-kubernetes-authorization-';

/** Who asks, and whether they may. */
export class Access {
  constructor(private readonly options: { httpAuth: HttpAuthService; permissions: PermissionsService }) {}

  /**
   * @throws AuthenticationError when nobody is signed in, NotAllowedError when one of the permissions is denied
   */
  async require(req: Request<any, any, any, any>, ...permissions: BasicPermission[]): Promise<ClusterCaller> {
    const credentials = await this.options.httpAuth.credentials(req, { allow: ['user', 'service'] });
    const allowed = await this.allowed(credentials, permissions);
    const denied = permissions.filter((_, i) => !allowed[i]);
    if (denied.length > 0) {
      throw new NotAllowedError(`Ask for the permission ${denied.map(permission => permission.name).join(' and ')}`);
    }
    return { credentials, clusterTokens: clusterTokens(req) };
  }

  async has(caller: ClusterCaller, permission: BasicPermission): Promise<boolean> {
    const [allowed] = await this.allowed(caller.credentials, [permission]);
    return allowed;
  }

  private async allowed(credentials: BackstageCredentials, permissions: BasicPermission[]): Promise<boolean[]> {
    if (permissions.length === 0) {
      return [];
    }
    const decisions = await this.options.permissions.authorize(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
    return decisions.map(decision => decision.result === AuthorizeResult.ALLOW);
  }
}

/** Only these headers of a request travel on, and only to the Kubernetes plugin. */
function clusterTokens(req: Request<any, any, any, any>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(req.headers).filter(
      (header): header is [string, string] =>
        header[0].startsWith(CLUSTER_TOKEN_HEADER) && typeof header[1] === 'string',
    ),
  );
}
