import { Entity, parseEntityRef } from '@backstage/catalog-model';

interface Linked {
  title: string;
  /** Path in the portal. */
  to: string;
}

/** A system with what belongs to it. */
export interface SystemSummary extends Linked {
  description?: string;
  parts: Linked[];
}

/** The systems among the entities, by title, each with its components and resources. */
export function systemsOf(entities: Entity[]): SystemSummary[] {
  return entities
    .filter(({ kind }) => kind === 'System')
    .map(system => ({
      ...linked(system),
      description: system.metadata.description,
      parts: entities
        .filter(entity => belongsTo(entity, system))
        .map(linked)
        .sort(byTitle),
    }))
    .sort(byTitle);
}

function belongsTo(entity: Entity, system: Entity): boolean {
  if (typeof entity.spec?.system !== 'string') return false;
  const { namespace, name } = parseEntityRef(entity.spec.system, {
    defaultKind: 'System',
    defaultNamespace: entity.metadata.namespace,
  });
  return name === system.metadata.name && namespace === (system.metadata.namespace ?? 'default');
}

/** Title and page of an entity. */
export function linked({ kind, metadata }: Entity): Linked {
  const namespace = metadata.namespace ?? 'default';
  return {
    title: metadata.title ?? metadata.name,
    to: `/catalog/${namespace}/${kind.toLocaleLowerCase('en-US')}/${metadata.name}`,
  };
}

function byTitle(a: Linked, b: Linked): number {
  return a.title.localeCompare(b.title);
}
