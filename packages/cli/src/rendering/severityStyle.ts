import { Severity } from '@triage/diagnosis';
import { Style } from './Terminal';

const STYLES: Record<Severity, Style> = {
  CRITICAL: ['bold', 'red'],
  HIGH: 'red',
  MEDIUM: 'yellow',
  LOW: 'cyan',
  INFO: 'green',
};

export function severityStyle(severity: Severity): Style {
  return STYLES[severity];
}
