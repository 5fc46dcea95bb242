import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import { MeasuredDiagnosisService } from './MeasuredDiagnosisService';

const caller = { credentials: mockCredentials.user(), clusterTokens: {} };
const input = { errorMessage: 'OOMKilled', includeClusterHealth: false };

describe('MeasuredDiagnosisService', () => {
  it('records duration and outcome, and changes nothing', async () => {
    const record = jest.fn();
    const metrics = metricsServiceMock.mock({ createHistogram: () => ({ record }) });
    const inner = { diagnose: jest.fn(), get: jest.fn(), list: jest.fn() };
    const service = new MeasuredDiagnosisService(inner, metrics);

    inner.diagnose.mockResolvedValueOnce({ errorCategory: 'oom-killed' });
    await expect(service.diagnose(input, caller, { withRunbooks: true })).resolves.toEqual({
      errorCategory: 'oom-killed',
    });
    expect(record).toHaveBeenLastCalledWith(expect.any(Number), { category: 'oom-killed' });

    inner.diagnose.mockRejectedValueOnce(new Error('no cluster'));
    await expect(service.diagnose(input, caller, { withRunbooks: true })).rejects.toThrow('no cluster');
    expect(record).toHaveBeenLastCalledWith(expect.any(Number), { category: 'error' });
  });
});
