import type { Runbook } from '@triage/plugin-triage-common';

/** A runbook with the sections that ours have. */
export function runbook(overrides: Partial<Runbook> = {}): Runbook {
  return {
    filename: 'createcontainerconfigerror.md',
    title: 'CreateContainerConfigError',
    categories: ['create-container-config', 'secret-missing-key'],
    severity: 'HIGH',
    owner: 'team-platform',
    lastReviewed: new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10),
    content: `# CreateContainerConfigError

A container needs a ConfigMap or Secret that is not there, or a key in it that is not.

## Symptoms

- The pod stays in \`CreateContainerConfigError\`; there is **no log**, for the container never started.

## Quick check

\`\`\`bash
kubectl -n NAMESPACE describe pod POD | tail -n 20
\`\`\`

## Missing key

If the key was renamed, check who else reads it before you put the old one back.

| Where | What tells |
| --- | --- |
| ConfigMap | \`couldn't find key X in ConfigMap\` |
| Secret | \`couldn't find key X in Secret\` |

### With Helm

The chart's values may have lost it: compare with \`helm get values\`.

## Prevent

Check references in CI.
`,
    ...overrides,
  };
}
