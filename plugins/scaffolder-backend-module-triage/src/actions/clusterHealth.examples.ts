import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Look at a cluster before deploying to it',
    example: stringify({
      steps: [
        {
          id: 'health',
          name: 'Look at the cluster',
          action: 'triage:cluster-health',
          input: { cluster: 'production' },
        },
      ],
    }),
  },
];
