import { AuditorService, AuditorServiceCreateEventOptions } from '@backstage/backend-plugin-api';

/** Does something and tells the auditor how it ended. Texts of people and clusters stay out of `meta`. */
export async function audited<T>(
  auditor: AuditorService,
  options: AuditorServiceCreateEventOptions,
  work: () => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent(options);
  try {
    const result = await work();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
