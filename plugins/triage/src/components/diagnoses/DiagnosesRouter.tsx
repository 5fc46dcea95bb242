import { Route, Routes } from 'react-router-dom';
import { triageDiagnosisReadPermission } from '@triage/plugin-triage-common';
import { PermissionGate } from '../common/PermissionGate';
import { DiagnosesPage } from './DiagnosesPage';
import { DiagnosisPage } from './DiagnosisPage';

/** The list of diagnoses, and each behind its link. */
export function DiagnosesRouter() {
  return (
    <PermissionGate permission={triageDiagnosisReadPermission} to="read diagnoses">
      <Routes>
        <Route index element={<DiagnosesPage />} />
        <Route path=":id" element={<DiagnosisPage />} />
      </Routes>
    </PermissionGate>
  );
}
