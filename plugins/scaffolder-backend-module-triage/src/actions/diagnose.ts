import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { diagnosisLines, diagnosisMarkdown } from '../format/diagnosisText';
import { diagnosisPath, runbookPath } from '../format/paths';
import { askTriage, TriageActionDeps } from './askTriage';
import { examples } from './diagnose.examples';

/** `triage:diagnose`: the root cause of what is wrong with a service, a namespace or in a pasted error. */
export function createDiagnoseAction(deps: TriageActionDeps) {
  return createTemplateAction({
    id: 'triage:diagnose',
    description:
      'Finds the root cause of a failure. Give a catalog entity, or a namespace with a deployment or pod, or a pasted ' +
      'error text. Changes nothing in the cluster; reads it with the rights of the person who runs the template.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z
            .string()
            .optional()
            .describe('A catalog entity with a backstage.io/kubernetes-* annotation: component:default/checkout'),
        namespace: z => z.string().optional().describe('A Kubernetes namespace'),
        deploymentName: z => z.string().optional().describe('A deployment; needs the namespace'),
        podName: z => z.string().optional().describe('A pod; needs the namespace'),
        errorMessage: z => z.string().optional().describe('A log excerpt, an event, the output of a CI job'),
        question: z => z.string().optional().describe('What one wants to know, in own words'),
        cluster: z => z.string().optional().describe('A cluster of the Kubernetes plugin; else the entity decides'),
      },
      output: {
        diagnosisId: z => z.string().describe('Id of the diagnosis'),
        severity: z => z.enum(['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFO']).describe('INFO when nothing is wrong'),
        category: z => z.string().describe('Category of the failure; none when nothing is wrong'),
        rootCause: z => z.string().describe('The root cause in one sentence'),
        explanation: z => z.string().describe('What happened, in plain sentences'),
        markdown: z => z.string().describe('The answer with evidence, fixes and runbooks'),
        link: z => z.string().describe('Path of the diagnosis in the portal'),
        runbookTitle: z => z.string().optional().describe('Title of the runbook that fits best, if one fits'),
        runbookLink: z => z.string().optional().describe('Path of that runbook in the portal'),
      },
    },
    async handler(ctx) {
      const request = withoutBlanks(ctx.input);
      const { entityRef, namespace, deploymentName, podName, errorMessage } = request;
      if (!entityRef && !namespace && !errorMessage) {
        throw new InputError('Give an entityRef, a namespace or an errorMessage: Triage must know what to look at.');
      }
      if ((deploymentName || podName) && !namespace) {
        throw new InputError('A deploymentName or podName needs its namespace.');
      }
      if ([entityRef, deploymentName, podName].filter(target => target).length > 1) {
        throw new InputError('Give only one of entityRef, deploymentName and podName.');
      }

      const diagnosis = await askTriage(deps, ctx, (triage, options) => triage.diagnose(request, options));
      diagnosisLines(diagnosis).forEach(line => ctx.logger.info(line));

      ctx.output('diagnosisId', diagnosis.requestId);
      ctx.output('severity', diagnosis.severity);
      ctx.output('category', diagnosis.errorCategory);
      ctx.output('rootCause', diagnosis.rootCause);
      ctx.output('explanation', diagnosis.explanation);
      ctx.output('markdown', diagnosisMarkdown(diagnosis));
      ctx.output('link', diagnosisPath(diagnosis.requestId));
      const [runbook] = diagnosis.relatedRunbooks;
      if (runbook) {
        ctx.output('runbookTitle', runbook.title);
        ctx.output('runbookLink', runbookPath(runbook.filename));
      }
    },
  });
}

/** A form field that was left empty arrives as an empty text. */
function withoutBlanks<T extends Record<string, string | undefined>>(input: T): T {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value?.trim())) as T;
}
