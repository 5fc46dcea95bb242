import { MetricsService, MetricsServiceHistogram } from '@backstage/backend-plugin-api/alpha';
import { Diagnosis, DiagnosisList } from '@triage/plugin-triage-common';
import { ClusterCaller } from '../clusters/Clusters';
import { DiagnoseInput } from '../http/diagnoseInput';
import { DiagnoseOptions, DiagnosisService } from './DiagnosisService';

/** Seconds; most answers take one. */
const BUCKETS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60];

/** Records how long diagnoses take and what they find. */
export class MeasuredDiagnosisService implements DiagnosisService {
  private readonly duration: MetricsServiceHistogram;

  constructor(private readonly inner: DiagnosisService, metrics: MetricsService) {
    this.duration = metrics.createHistogram('triage.diagnosis.duration', {
      description: 'Time from the question to the diagnosis',
      unit: 's',
      advice: { explicitBucketBoundaries: BUCKETS },
    });
  }

  async diagnose(input: DiagnoseInput, caller: ClusterCaller, options: DiagnoseOptions): Promise<Diagnosis> {
    const start = performance.now();
    const record = (category: string) => this.duration.record((performance.now() - start) / 1000, { category });
    try {
      const diagnosis = await this.inner.diagnose(input, caller, options);
      record(diagnosis.errorCategory);
      return diagnosis;
    } catch (error) {
      record('error');
      throw error;
    }
  }

  get(id: string, caller: ClusterCaller): Promise<Diagnosis> {
    return this.inner.get(id, caller);
  }

  list(query: { entityRef?: string; limit: number; offset: number }, caller: ClusterCaller): Promise<DiagnosisList> {
    return this.inner.list(query, caller);
  }
}
