import path from 'node:path';
import { parseRunbook } from '../reading/parseRunbook';
import { loadRunbooks } from '../reading/loadRunbooks';
import { errorMessages, naturalSentences, offTopic, Question } from '../testing/questions';
import { createRunbookIndex } from './createRunbookIndex';
import { RunbookIndex } from './RunbookIndex';

function indexOf(files: Record<string, string>): RunbookIndex {
  return createRunbookIndex(Object.entries(files).map(([name, text]) => parseRunbook(name, text).runbook!));
}

describe('createRunbookIndex', () => {
  const index = indexOf({
    'ledger.md':
      '---\ncategories: [dependency-down]\nalert: LedgerLagHigh\n---\n# Ledger lags\n## Symptoms\nBalances are late.\n' +
      '## Fix\nScale the consumer of the kafka topic.',
    'cache.md': '---\ncategories: [dns, dependency-down]\n---\n# Cache misses\nFlush redis, then warm it up.',
    'broker.md': '# Broker\nThe kafka broker elects a leader.',
  });

  it('finds by the name of the alert, typed or in the text', () => {
    for (const query of [{ text: '', alertName: 'ledgerlaghigh' }, { text: '[FIRING] LedgerLagHigh in prod' }]) {
      const [first] = index.suggest(query).results;
      expect(first).toMatchObject({ filename: 'ledger.md', why: { alert: 'LedgerLagHigh' } });
      expect(first.relevanceScore).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('finds by the typed category, the runbook that is mainly for it first', () => {
    const { results, abstained } = index.suggest({ text: '', category: 'dependency-down' });
    expect(results.map(({ filename }) => filename)).toEqual(['ledger.md', 'cache.md']);
    expect(results[0]).toMatchObject({ relevanceScore: 0.7, why: { terms: [], category: 'dependency-down' } });
    expect(abstained).toBe(false);
  });

  it('lets words decide between runbooks of one category', () => {
    const { results } = index.suggest({ text: 'redis has to be flushed', category: 'dependency-down' });
    expect(results[0].filename).toBe('cache.md');
  });

  it('reads typed facts as words', () => {
    const { query, results } = index.suggest({ text: 'why?', kind: 'Broker', message: 'kafka has no leader' });
    expect(query).toBe('why? Broker kafka has no leader');
    expect(results[0].filename).toBe('broker.md');
  });

  it('shows the section that matched, an excerpt and the reason', () => {
    expect(index.suggest({ text: 'scaling the kafka consumers' }).results[0]).toMatchObject({
      filename: 'ledger.md',
      title: 'Ledger lags',
      section: 'Fix',
      excerpt: 'Scale the consumer of the kafka topic.',
      why: { terms: expect.arrayContaining(['scaling', 'kafka', 'consumers']) },
    });
  });

  it('counts all that fit and hands out at most topK', () => {
    const answer = index.suggest({ text: 'kafka', topK: 1 });
    expect(answer.results).toHaveLength(1);
    expect(answer.totalMatched).toBe(2);
  });

  it.each(['', '  ', '?!', 'what is the best pizza in town'])('says that nothing fits %p', text => {
    expect(index.suggest({ text })).toEqual({ query: text.trim(), results: [], totalMatched: 0, abstained: true });
  });

  it('does not take "none" for a category', () => {
    expect(index.suggest({ text: '', category: 'none' }).abstained).toBe(true);
  });

  it('has nothing to say without runbooks', () => {
    expect(createRunbookIndex([]).suggest({ text: 'OOMKilled', category: 'oom-killed' }).abstained).toBe(true);
  });

  it('answers a log of 10 MB as fast as its beginning', () => {
    const log = 'kafka broker elects leader ConnectException at com.acme.Main '.repeat(170_000);
    expect(index.suggest({ text: log }).results[0].filename).toBe('broker.md');
    expect(index.suggest({ text: log }).query.length).toBeLessThanOrEqual(20_000);
  });
});

describe('the built-in runbooks', () => {
  let index: RunbookIndex;
  beforeAll(async () => {
    const { runbooks } = await loadRunbooks(path.resolve(__dirname, '../../../../runbooks'));
    index = createRunbookIndex(runbooks);
  });

  function recallAt(k: number, questions: Question[]): number {
    const hits = questions.filter(({ text, relevant }) =>
      index.suggest({ text, topK: k }).results.some(({ filename }) => relevant.includes(filename)),
    );
    return hits.length / questions.length;
  }

  it.each(['tune', 'test'] as const)('answer error messages (%s half)', half => {
    expect(recallAt(1, errorMessages[half])).toBeGreaterThanOrEqual(0.89);
    expect(recallAt(3, errorMessages[half])).toBeGreaterThanOrEqual(0.96);
  });

  it.each(['tune', 'test'] as const)('answer sentences of people (%s half)', half => {
    expect(recallAt(1, naturalSentences[half])).toBeGreaterThanOrEqual(0.8);
    expect(recallAt(3, naturalSentences[half])).toBeGreaterThanOrEqual(0.9);
  });

  it('stay silent off topic, and only there', () => {
    const silent = (questions: Question[]) => questions.filter(({ text }) => index.suggest({ text }).abstained).length;
    const refused = silent(offTopic.tune) + silent(offTopic.test);
    const wronglyRefused = [errorMessages, naturalSentences].reduce((n, q) => n + silent(q.tune) + silent(q.test), 0);
    expect(refused / (offTopic.tune.length + offTopic.test.length)).toBeGreaterThanOrEqual(0.9);
    expect(refused / (refused + wronglyRefused)).toBeGreaterThanOrEqual(0.95);
  });
});
