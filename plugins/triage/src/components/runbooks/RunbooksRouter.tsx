import { Route, Routes } from 'react-router-dom';
import { triageRunbookReadPermission } from '@triage/plugin-triage-common';
import { PermissionGate } from '../common/PermissionGate';
import { RunbookPage } from './RunbookPage';
import { RunbooksPage } from './RunbooksPage';

/** The list of runbooks, and each by its file name. */
export function RunbooksRouter() {
  return (
    <PermissionGate permission={triageRunbookReadPermission} to="read runbooks">
      <Routes>
        <Route index element={<RunbooksPage />} />
        <Route path=":filename" element={<RunbookPage />} />
      </Routes>
    </PermissionGate>
  );
}
