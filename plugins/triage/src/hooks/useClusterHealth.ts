import { useRef } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import type { ClusterHealthReport } from '@triage/plugin-triage-common';
import { triageApiRef } from '../api/triageApiRef';

/**
 * The state of all clusters; `retry` reads it anew. With `enabled: false` it asks for nothing.
 * `latest` is the answer to come, for those who can wait.
 */
export function useClusterHealth(enabled = true) {
  const triage = useApi(triageApiRef);
  const latest = useRef<Promise<ClusterHealthReport | undefined>>();
  const state = useAsyncRetry(() => {
    latest.current = enabled ? triage.getClusterHealth() : Promise.resolve(undefined);
    return latest.current;
  }, [triage, enabled]);
  return { ...state, latest };
}
