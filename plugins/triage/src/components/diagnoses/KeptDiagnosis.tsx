import { useDiagnosis } from '../../hooks/useDiagnosis';
import { RequestError } from '../common/RequestError';
import { Working } from '../common/Working';
import { DiagnosisCard } from '../diagnosis/DiagnosisCard';

export interface KeptDiagnosisProps {
  id: string;
  onCheckAgain?: () => void;
}

/** A diagnosis made earlier, by its id. */
export function KeptDiagnosis({ id, onCheckAgain }: KeptDiagnosisProps) {
  const { value, loading, error, retry } = useDiagnosis(id);
  if (error) return <RequestError title="Could not read this diagnosis" error={error} onRetry={retry} />;
  if (loading || !value) return <Working>Reading the diagnosis…</Working>;
  return <DiagnosisCard diagnosis={value} onCheckAgain={onCheckAgain} />;
}
