import { Advisor } from '@triage/diagnosis';
import { RunbookLibrary } from '../runbooks/RunbookLibrary';

/** Finds runbooks for what the engine found out. */
export function createAdvisor(library: RunbookLibrary): Advisor {
  return async facts => {
    const { results } = await library.suggest(facts);
    return results.map(({ title, filename, relevanceScore, section }) => ({
      title,
      filename,
      relevanceScore,
      section,
    }));
  };
}
