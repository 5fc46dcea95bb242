import { useEffect, useRef } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import { triageApiRef } from '../api/triageApiRef';

/** Diagnoses an entity now, and again on `retry`. Leaving the page gives the request up. */
export function useEntityDiagnosis(entityRef: string, enabled = true) {
  const triage = useApi(triageApiRef);
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), [entityRef]);
  return useAsyncRetry(async () => {
    if (!enabled) return undefined;
    const controller = new AbortController();
    running.current = controller;
    return triage.diagnose({ entityRef }, { signal: controller.signal });
  }, [triage, entityRef, enabled]);
}
