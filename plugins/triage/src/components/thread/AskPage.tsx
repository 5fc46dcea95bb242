import useAsync from 'react-use/esm/useAsync';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { triageClusterHealthReadPermission, triageDiagnosisCreatePermission } from '@triage/plugin-triage-common';
import { PermissionGate } from '../common/PermissionGate';
import { Working } from '../common/Working';
import { ThreadView } from './ThreadView';
import { PageBody } from '../common/PageBody';

function SignedInThread() {
  const identity = useApi(identityApiRef);
  const { value: user, loading, error } = useAsync(() => identity.getBackstageIdentity(), [identity]);
  const health = usePermission({ permission: triageClusterHealthReadPermission });
  if (loading || health.loading) return <Working>Opening the thread…</Working>;
  return <ThreadView userEntityRef={error || !user ? 'unknown' : user.userEntityRef} mayReadHealth={health.allowed} />;
}

/** The page where one asks. */
export function AskPage() {
  return (
    <PageBody narrow>
      <PermissionGate permission={triageDiagnosisCreatePermission} to="ask for a diagnosis">
        <SignedInThread />
      </PermissionGate>
    </PageBody>
  );
}
