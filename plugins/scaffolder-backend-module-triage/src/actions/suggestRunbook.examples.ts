import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Find the runbook for an error text',
    example: stringify({
      steps: [
        {
          id: 'runbook',
          name: 'Find a runbook',
          action: 'triage:suggest-runbook',
          input: { errorMessage: 'CrashLoopBackOff: back-off restarting failed container' },
        },
      ],
    }),
  },
  {
    description: 'Find runbooks for what a diagnosis found',
    example: stringify({
      steps: [
        {
          id: 'runbook',
          name: 'Find runbooks',
          action: 'triage:suggest-runbook',
          input: {
            errorMessage: '${{ steps.diagnose.output.rootCause }}',
            category: '${{ steps.diagnose.output.category }}',
            topK: 5,
          },
        },
      ],
    }),
  },
];
