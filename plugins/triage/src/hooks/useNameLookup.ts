import { MutableRefObject, useCallback } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { CatalogApi, catalogApiRef } from '@backstage/plugin-catalog-react';
import type { ClusterHealthReport } from '@triage/plugin-triage-common';
import { isTriageAvailable } from '../isTriageAvailable';
import type { Known, KnownEntity, KnownWorkload } from '../question/known';
import { parseInput } from '../question/parseInput';
import { Phrase, phrasesOf } from '../question/phrases';

/** Milliseconds that a question waits for the list of workloads; without it the backend reads the names. */
const HEALTH_PATIENCE = 3_000;

const FIELDS = ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title', 'metadata.annotations'];

function toKnownEntity(entity: Entity): KnownEntity {
  return { ref: stringifyEntityRef(entity), name: entity.metadata.name, title: entity.metadata.title };
}

/** The workloads of all clusters, each with its cluster. */
export function knownWorkloads(health: ClusterHealthReport | undefined): KnownWorkload[] {
  return (health?.clusters ?? []).flatMap(({ cluster, workloads }) =>
    workloads.map(workload => ({ ...workload, cluster })),
  );
}

async function workloadsSoon(health: Promise<ClusterHealthReport | undefined> | undefined): Promise<KnownWorkload[]> {
  const patience = new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), HEALTH_PATIENCE));
  return knownWorkloads(await Promise.race([health, patience]).catch(() => undefined));
}

/** Asks only for the words of the question: a catalog may hold tens of thousands of components. */
async function entitiesNamed(catalog: CatalogApi, phrases: Phrase[]): Promise<KnownEntity[]> {
  if (phrases.length === 0) return [];
  try {
    const { items } = await catalog.getEntities({
      filter: [
        { kind: 'Component', 'metadata.name': phrases.map(({ name }) => name) },
        { kind: 'Component', 'metadata.title': phrases.map(({ words }) => words) },
      ],
      fields: FIELDS,
    });
    return items.filter(isTriageAvailable).map(toKnownEntity);
  } catch {
    // Without the catalog a question can still name a workload, and the backend reads names too.
    return [];
  }
}

/** Looks up the words of a question among the workloads and in the catalog, as far as the user may see them. */
export function useNameLookup(
  health: MutableRefObject<Promise<ClusterHealthReport | undefined> | undefined>,
): (text: string) => Promise<Known> {
  const catalog = useApi(catalogApiRef);
  return useCallback(
    async text => {
      const phrases = phrasesOf(parseInput(text).question ?? '');
      const [workloads, entities] = await Promise.all([workloadsSoon(health.current), entitiesNamed(catalog, phrases)]);
      return { workloads, entities };
    },
    [catalog, health],
  );
}
