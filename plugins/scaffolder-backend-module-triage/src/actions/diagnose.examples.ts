import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Diagnose a component of the catalog',
    example: stringify({
      steps: [
        {
          id: 'diagnose',
          name: 'Find the root cause',
          action: 'triage:diagnose',
          input: { entityRef: 'component:default/checkout', question: 'Why do payments fail since noon?' },
        },
      ],
    }),
  },
  {
    description: 'Diagnose a deployment after it was rolled out',
    example: stringify({
      steps: [
        {
          id: 'diagnose',
          name: 'Look whether the rollout is sound',
          action: 'triage:diagnose',
          input: { cluster: 'production', namespace: 'shop', deploymentName: 'checkout' },
        },
      ],
    }),
  },
  {
    description: 'Explain an error text',
    example: stringify({
      steps: [
        {
          id: 'diagnose',
          name: 'Explain the error',
          action: 'triage:diagnose',
          input: { errorMessage: 'Error acquiring the state lock: ConditionalCheckFailedException' },
        },
      ],
    }),
  },
];
