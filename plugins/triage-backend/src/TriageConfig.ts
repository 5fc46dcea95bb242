import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { parseSignatures, Signature } from '@triage/diagnosis';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The settings under `triage`, see config.d.ts. */
export interface TriageConfig {
  defaultCluster?: string;
  /** Milliseconds. */
  retention: number;
  /** Milliseconds for one diagnosis. */
  timeout: number;
  /** What the team knows of the logs of its own programs. */
  signatures: readonly Signature[];
  runbooks: {
    /** Absolute; absent when there is no folder of runbooks. */
    path?: string;
    reload: HumanDuration;
  };
}

const DEFAULT_RETENTION: HumanDuration = { days: 30 };
const DEFAULT_TIMEOUT: HumanDuration = { seconds: 20 };
const DEFAULT_RELOAD: HumanDuration = { minutes: 1 };

export function readTriageConfig(config: RootConfigService): TriageConfig {
  const duration = (key: string, fallback: HumanDuration) =>
    config.has(key) ? readDurationFromConfig(config, { key }) : fallback;
  const runbooksPath = config.getOptionalString('triage.runbooks.path');
  return {
    defaultCluster: config.getOptionalString('triage.defaultCluster'),
    retention: durationToMilliseconds(duration('triage.diagnoses.retention', DEFAULT_RETENTION)),
    timeout: atLeastOneSecond('triage.diagnoses.timeout', duration('triage.diagnoses.timeout', DEFAULT_TIMEOUT)),
    signatures: parseSignatures(config.getOptional('triage.signatures')),
    runbooks: {
      path: runbooksPath ? path.resolve(process.cwd(), runbooksPath) : findRunbooks(process.cwd()),
      reload: duration('triage.runbooks.reload', DEFAULT_RELOAD),
    },
  };
}

function atLeastOneSecond(key: string, duration: HumanDuration): number {
  const milliseconds = durationToMilliseconds(duration);
  if (milliseconds < 1_000) throw new Error(`${key} must be at least one second; no cluster answers sooner`);
  return milliseconds;
}

/** The folder `runbooks` of the Backstage project: the backend is started in its root or in packages/backend. */
function findRunbooks(folder: string): string | undefined {
  const candidate = path.join(folder, 'runbooks');
  if (existsSync(candidate)) {
    return candidate;
  }
  const parent = path.dirname(folder);
  return existsSync(path.join(folder, 'backstage.json')) || parent === folder ? undefined : findRunbooks(parent);
}
