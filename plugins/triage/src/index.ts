export { triagePlugin, TriagePage, EntityTriageContent, EntityTriageCard } from './plugin';
export { isTriageAvailable } from './isTriageAvailable';
export { triageApiRef } from './api/triageApiRef';
export { DiagnosisCard } from './components/diagnosis/DiagnosisCard';
export type { DiagnosisCardProps } from './components/diagnosis/DiagnosisCard';
