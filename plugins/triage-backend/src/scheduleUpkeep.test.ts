import { mockServices } from '@backstage/backend-test-utils';
import { scheduleUpkeep } from './scheduleUpkeep';

describe('scheduleUpkeep', () => {
  it('deletes what is older than the retention and reads the runbooks again', async () => {
    const scheduler = mockServices.scheduler.mock();
    const store = {
      deleteOlderThan: jest.fn(async () => 2),
      save: jest.fn(),
      get: jest.fn(),
      list: jest.fn(),
      check: jest.fn(),
    };
    const runbooks = { reload: jest.fn(), list: jest.fn(), get: jest.fn(), suggest: jest.fn(), state: jest.fn() };
    await scheduleUpkeep({
      scheduler,
      logger: mockServices.logger.mock(),
      store,
      runbooks,
      config: { retention: 1000, timeout: 20_000, signatures: [], runbooks: { reload: { minutes: 5 } } },
    });

    const tasks = Object.fromEntries(scheduler.scheduleTask.mock.calls.map(([task]) => [task.id, task]));
    const before = Date.now() - 1000;
    await tasks['triage-delete-old-diagnoses'].fn(new AbortController().signal);
    const [[limit]] = store.deleteOlderThan.mock.calls as unknown as [[Date]];
    expect(limit.getTime()).toBeGreaterThanOrEqual(before);
    expect(limit.getTime()).toBeLessThanOrEqual(Date.now() - 1000);

    // each replica has its own library
    expect(tasks['triage-reload-runbooks']).toMatchObject({ scope: 'local', frequency: { minutes: 5 } });
    await tasks['triage-reload-runbooks'].fn(new AbortController().signal);
    expect(runbooks.reload).toHaveBeenCalledTimes(1);
  });
});
