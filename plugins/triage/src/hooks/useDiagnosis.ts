import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import { triageApiRef } from '../api/triageApiRef';

/** A kept diagnosis. */
export function useDiagnosis(id: string) {
  const triage = useApi(triageApiRef);
  return useAsyncRetry(async () => triage.getDiagnosis(id), [triage, id]);
}
