import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Analyzer,
  ANALYZERS,
  clusterHealth,
  createClusterReader,
  createRedactor,
  diagnose,
  DiagnosisRequest,
  Signature,
} from '@triage/diagnosis';
import { BlindSpot, Diagnosis, DiagnosisList } from '@triage/plugin-triage-common';
import { randomUUID } from 'node:crypto';
import { EntityScope, EntityScopes } from '../catalog/EntityScopes';
import { ClusterCaller, Clusters } from '../clusters/Clusters';
import { ClusterSelector } from '../clusters/ClusterSelector';
import { DiagnoseInput } from '../http/diagnoseInput';
import { RunbookLibrary } from '../runbooks/RunbookLibrary';
import { createAdvisor } from './createAdvisor';
import { DiagnosisScope } from './DiagnosisScope';
import { DiagnoseOptions, DiagnosisService } from './DiagnosisService';
import { DiagnosisOrigin, DiagnosisStore, KeptDiagnosis } from './DiagnosisStore';
import { principalOf } from './principalOf';

export class DefaultDiagnosisService implements DiagnosisService {
  constructor(
    private readonly options: {
      clusters: Clusters;
      selector: ClusterSelector;
      entities: EntityScopes;
      runbooks: RunbookLibrary;
      store: DiagnosisStore;
      /** Of modules, beside the engine's own. */
      analyzers: Analyzer[];
      signatures: readonly Signature[];
      /** Milliseconds for one diagnosis. */
      timeout: number;
      logger: LoggerService;
    },
  ) {}

  async diagnose(input: DiagnoseInput, caller: ClusterCaller, options: DiagnoseOptions): Promise<Diagnosis> {
    const redactor = createRedactor();
    const entity = input.entityRef ? await this.options.entities.find(input.entityRef, caller.credentials) : undefined;
    const scope = scopeOf(input, entity);
    const request: DiagnosisRequest = {
      requestId: randomUUID(),
      // before anything else sees them: what people paste is full of tokens
      question: input.question && redactor.text(input.question),
      errorMessage: input.errorMessage && redactor.text(input.errorMessage),
      ...scope,
    };

    const textOnly = isTextOnly(input, scope);
    const { cluster, blindSpots } =
      textOnly && !input.includeClusterHealth
        ? { cluster: undefined, blindSpots: [] }
        : await this.selectCluster(input, entity, scope, caller);
    const reader =
      cluster === undefined
        ? undefined
        : createClusterReader({ cluster, fetch: this.options.clusters.fetchFor(cluster, caller), redactor });

    const [diagnosis, health] = await Promise.all([
      diagnose(request, {
        reader: textOnly ? undefined : reader,
        advise: options.withRunbooks ? createAdvisor(this.options.runbooks) : undefined,
        analyzers: [...ANALYZERS, ...this.options.analyzers],
        signatures: this.options.signatures,
        timeout: this.options.timeout,
        signal: options.signal,
      }),
      reader && input.includeClusterHealth ? clusterHealth(reader, { signal: options.signal }) : undefined,
    ]);

    const answer = { ...diagnosis, blindSpots: [...diagnosis.blindSpots, ...blindSpots] };
    // when nobody waits any more, logs may have been left unread, and nobody knows the link
    if (!options.signal?.aborted) {
      await this.keep(answer, {
        owner: principalOf(caller),
        cluster: textOnly ? undefined : cluster,
        namespace: scope.namespace,
        entityRef: entity?.entityRef,
      });
    }
    // not kept: it tells of all namespaces, and whoever opens the link later may see only one
    return { ...answer, ...(health && { clusterHealth: health }) };
  }

  async get(id: string, caller: ClusterCaller): Promise<Diagnosis> {
    const kept = await this.options.store.get(id);
    if (!kept || !(await this.mayRead(kept, caller))) {
      throw new NotFoundError(
        'There is no such diagnosis, or it is of a namespace that you may not read, or it was deleted because of its age',
      );
    }
    return kept.diagnosis;
  }

  async list(
    query: { entityRef?: string; limit: number; offset: number },
    caller: ClusterCaller,
  ): Promise<DiagnosisList> {
    return this.options.store.list({ ...query, owner: principalOf(caller) });
  }

  /** Somebody else's diagnosis quotes what the cluster showed them, so the reader must be allowed to see the same. */
  private async mayRead({ origin, diagnosis }: KeptDiagnosis, caller: ClusterCaller): Promise<boolean> {
    if (origin.owner === principalOf(caller)) {
      return true;
    }
    const { cluster, namespace } = origin;
    if (cluster === undefined) {
      return false;
    }
    // failing calls lead into other namespaces, and the answer quotes those too
    const namespaces = namespace === undefined ? [undefined] : [namespace, ...diagnosis.k8sContext.namespaces];
    const allowed = await Promise.all(
      [...new Set(namespaces)].map(each => this.options.clusters.mayRead(cluster, each, caller)),
    );
    return allowed.every(Boolean);
  }

  /** A pasted text can be explained without a cluster; then having none is a blind spot, otherwise an error. */
  private async selectCluster(
    input: DiagnoseInput,
    entity: EntityScope | undefined,
    scope: DiagnosisScope,
    caller: ClusterCaller,
  ): Promise<{ cluster?: string; blindSpots: BlindSpot[] }> {
    try {
      const cluster = await this.options.selector.select(input.cluster ?? entity?.cluster, scope, caller);
      return { cluster, blindSpots: [] };
    } catch (error) {
      if (!input.errorMessage || input.cluster) {
        throw error;
      }
      return { blindSpots: [{ what: 'the cluster', why: (error as Error).message }] };
    }
  }

  /** The answer is worth more than its link. */
  private async keep(diagnosis: Diagnosis, origin: DiagnosisOrigin): Promise<void> {
    try {
      await this.options.store.save(diagnosis, origin);
    } catch (error) {
      // the message of a database error quotes the statement with its values
      const { name, code } = error as Error & { code?: string };
      this.options.logger.error(`Could not keep diagnosis ${diagnosis.requestId}: ${code ?? name}`);
    }
  }
}

function scopeOf(input: DiagnoseInput, entity: EntityScope | undefined): DiagnosisScope {
  return {
    namespace: input.namespace ?? entity?.namespace,
    target: input.target,
    labelSelector: entity?.labelSelector,
  };
}

/** Nothing names a place in a cluster: the text has to speak for itself. */
function isTextOnly(input: DiagnoseInput, scope: DiagnosisScope): boolean {
  return (
    input.errorMessage !== undefined && !input.cluster && !scope.namespace && !scope.target && !scope.labelSelector
  );
}
