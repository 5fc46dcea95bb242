import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CompoundEntityRef, parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DiagnosisScope } from '../diagnoses/DiagnosisScope';
import { scopeOfEntity } from './scopeOfEntity';

export interface EntityScope extends DiagnosisScope {
  /** In its full form. */
  entityRef: string;
  cluster?: string;
}

/** Where the workloads of catalog entities run, as far as the caller may see the entities. */
export class EntityScopes {
  constructor(private readonly catalog: CatalogService) {}

  /**
   * @param ref - `component:default/checkout`, or shorter: a component of the namespace `default` is assumed
   * @throws InputError for what is no entity ref or an entity without the annotations, NotFoundError for an unknown one
   */
  async find(ref: string, credentials: BackstageCredentials): Promise<EntityScope> {
    const compound = parseRef(ref);
    const entityRef = stringifyEntityRef(compound);
    const entity = await this.catalog.getEntityByRef(compound, { credentials });
    if (!entity) {
      throw new NotFoundError('The catalog has no such entity, or you may not see it');
    }
    return { entityRef, ...scopeOfEntity(entity) };
  }
}

function parseRef(ref: string): CompoundEntityRef {
  try {
    return parseEntityRef(ref, { defaultKind: 'component', defaultNamespace: 'default' });
  } catch {
    throw new InputError(
      'entityRef is not an entity reference: send kind:namespace/name, e.g. component:default/checkout',
    );
  }
}
