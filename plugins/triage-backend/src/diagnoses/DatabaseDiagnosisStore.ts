import { DatabaseService, resolvePackagePath } from '@backstage/backend-plugin-api';
import { Diagnosis, DiagnosisList, DiagnosisSummary } from '@triage/plugin-triage-common';
import { Knex } from 'knex';
import { DiagnosisOrigin, DiagnosisStore, KeptDiagnosis } from './DiagnosisStore';

const TABLE = 'diagnoses';

interface Row {
  id: string;
  owner: string;
  cluster?: string | null;
  namespace?: string | null;
  entity_ref?: string | null;
  created_at: Date;
  /** JSON, because a text of a cluster may hold characters that Postgres refuses in a column of text, such as NUL. */
  summary: string;
  diagnosis: string;
}

export class DatabaseDiagnosisStore implements DiagnosisStore {
  static async create(database: DatabaseService): Promise<DatabaseDiagnosisStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath('@triage/plugin-triage-backend', 'migrations'),
      });
    }
    return new DatabaseDiagnosisStore(knex);
  }

  private constructor(private readonly knex: Knex) {}

  async save(diagnosis: Diagnosis, origin: DiagnosisOrigin): Promise<void> {
    await this.knex<Row>(TABLE).insert({
      id: diagnosis.requestId,
      owner: origin.owner,
      cluster: origin.cluster,
      namespace: origin.namespace,
      entity_ref: origin.entityRef,
      // not diagnosis.createdAt, which goes by the clock of the cluster
      created_at: new Date(),
      summary: JSON.stringify(summarize(diagnosis, origin.entityRef)),
      diagnosis: JSON.stringify(diagnosis),
    });
  }

  async get(id: string): Promise<KeptDiagnosis | undefined> {
    const row = await this.knex<Row>(TABLE).where({ id }).first();
    return (
      row && {
        diagnosis: JSON.parse(row.diagnosis),
        origin: {
          owner: row.owner,
          cluster: row.cluster ?? undefined,
          namespace: row.namespace ?? undefined,
          entityRef: row.entity_ref ?? undefined,
        },
      }
    );
  }

  async list(query: { owner: string; entityRef?: string; limit: number; offset: number }): Promise<DiagnosisList> {
    const own = this.knex<Row>(TABLE).where({
      owner: query.owner,
      ...(query.entityRef && { entity_ref: query.entityRef }),
    });
    const [rows, [{ total }]] = await Promise.all([
      own
        .clone()
        .select('summary')
        .orderBy([
          { column: 'created_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(query.limit)
        .offset(query.offset),
      own.clone().count({ total: '*' }),
    ]);
    return { items: rows.map(row => JSON.parse(row.summary)), totalItems: Number(total) };
  }

  async deleteOlderThan(date: Date): Promise<number> {
    return this.knex<Row>(TABLE).where('created_at', '<', date).delete();
  }

  async check(): Promise<void> {
    await this.knex<Row>(TABLE).first('id');
  }
}

function summarize(diagnosis: Diagnosis, entityRef: string | undefined): DiagnosisSummary {
  const { requestId, createdAt, cluster, namespace, target, question, severity, errorCategory, rootCause } = diagnosis;
  return { requestId, createdAt, cluster, namespace, target, entityRef, question, severity, errorCategory, rootCause };
}
