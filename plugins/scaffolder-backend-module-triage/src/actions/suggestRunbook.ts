import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { Category } from '@triage/plugin-triage-common';
import { plain, prose } from '../format/markdown';
import { runbookPath } from '../format/paths';
import { askTriage, TriageActionDeps } from './askTriage';
import { examples } from './suggestRunbook.examples';

/** `triage:suggest-runbook`: the team's runbooks that fit an error text, or none. */
export function createSuggestRunbookAction(deps: TriageActionDeps) {
  return createTemplateAction({
    id: 'triage:suggest-runbook',
    description: 'Finds the runbooks that fit an error text or a category. Says so when none fits.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        errorMessage: z => z.string().min(1).describe('An error text, an alert or a question'),
        category: z => z.string().optional().describe('Category of the failure, when it is known'),
        topK: z => z.number().int().min(1).max(20).optional().describe('At most so many; 3 by default'),
      },
      output: {
        abstained: z => z.boolean().describe('True when no runbook fits'),
        runbooks: z =>
          z
            .array(
              z.object({
                title: z.string(),
                filename: z.string(),
                relevanceScore: z.number(),
                link: z.string(),
                section: z.string().optional(),
              }),
            )
            .describe('Best first'),
        markdown: z => z.string().describe('The list with links'),
      },
    },
    async handler(ctx) {
      const { errorMessage, topK } = ctx.input;
      // The backend knows the vocabulary and answers 400 to a word that is not in it.
      const category = (ctx.input.category?.trim() || undefined) as Category | undefined;
      const answer = await askTriage(deps, ctx, (triage, options) =>
        triage.suggestRunbook({ errorMessage, topK, category }, options),
      );
      const runbooks = answer.results.map(({ title, filename, relevanceScore, section }) => ({
        title,
        filename,
        relevanceScore,
        link: runbookPath(filename),
        ...(section ? { section } : {}),
      }));
      if (answer.abstained) ctx.logger.info('No runbook fits.');
      for (const { title, filename, relevanceScore } of runbooks) {
        ctx.logger.info(plain(`${title} (${filename}), relevance ${relevanceScore}`));
      }
      ctx.output('abstained', answer.abstained);
      ctx.output('runbooks', runbooks);
      ctx.output(
        'markdown',
        runbooks.length > 0
          ? runbooks
              .map(({ title, link, section }) => `- [${prose(title)}](${link})${section ? `: ${prose(section)}` : ''}`)
              .join('\n')
          : 'No runbook fits.',
      );
    },
  });
}
