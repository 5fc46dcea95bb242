// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('diagnoses', table => {
    table.comment('Diagnoses, kept for deep links until triage.diagnoses.retention has passed');
    table.string('id').notNullable().primary().comment('requestId of the diagnosis');
    table.string('owner').notNullable().comment('Entity ref or subject with whose rights the cluster was read');
    table.string('cluster').nullable().comment('The cluster that was read, if any');
    table.string('namespace').nullable().comment('The namespace that was read; NULL: all of them');
    table.string('entity_ref').nullable().comment('The entity it was asked for');
    table.dateTime('created_at').notNullable().comment('When it was kept');
    table.text('summary').notNullable().comment('JSON of a DiagnosisSummary');
    table.text('diagnosis').notNullable().comment('JSON of the Diagnosis');
    table.index(['owner', 'created_at'], 'diagnoses_owner_created_at_idx');
    table.index(['created_at'], 'diagnoses_created_at_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('diagnoses');
};
