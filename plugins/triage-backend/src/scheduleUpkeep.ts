import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { DiagnosisStore } from './diagnoses/DiagnosisStore';
import { RunbookLibrary } from './runbooks/RunbookLibrary';
import { TriageConfig } from './TriageConfig';

/** What has to be done from time to time without anybody asking. */
export async function scheduleUpkeep(options: {
  scheduler: SchedulerService;
  logger: LoggerService;
  store: DiagnosisStore;
  runbooks: RunbookLibrary;
  config: TriageConfig;
}): Promise<void> {
  const { scheduler, logger, store, runbooks, config } = options;
  await scheduler.scheduleTask({
    id: 'triage-delete-old-diagnoses',
    frequency: { hours: 1 },
    timeout: { minutes: 5 },
    fn: async () => {
      const deleted = await store.deleteOlderThan(new Date(Date.now() - config.retention));
      if (deleted > 0) {
        logger.info(`Deleted ${deleted} diagnoses that were older than triage.diagnoses.retention`);
      }
    },
  });
  await scheduler.scheduleTask({
    id: 'triage-reload-runbooks',
    // every replica has its own library in memory
    scope: 'local',
    frequency: config.runbooks.reload,
    timeout: { minutes: 1 },
    fn: async () => runbooks.reload(),
  });
}
