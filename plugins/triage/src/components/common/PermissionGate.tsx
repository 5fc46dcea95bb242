import { ReactNode } from 'react';
import { EmptyState } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import type { BasicPermission } from '@backstage/plugin-permission-common';

export interface PermissionGateProps {
  permission: BasicPermission;
  /** What the permission is for: "ask for a diagnosis". */
  to: string;
  children: ReactNode;
}

/** Shows its children to those who may; tells the others what to ask for. */
export function PermissionGate({ permission, to, children }: PermissionGateProps) {
  const { loading, allowed } = usePermission({ permission });
  if (loading) return null;
  if (allowed) return <>{children}</>;
  return (
    <EmptyState
      missing="content"
      title={`You may not ${to}`}
      description={`This needs the permission ${permission.name}. Ask whoever runs this portal for it.`}
    />
  );
}
