import { ANALYZERS } from '../analyzers';
import { CATEGORIES } from '../categories';
import { classifyText } from '../classify/classifyText';
import { diagnose } from '../diagnose';
import { Diagnosis } from '../Diagnosis';
import { clusterOf } from '../testing/cluster';
import { healthOf } from './__fixtures__/health';
import { Situation } from './__fixtures__/parts';
import { troubleOf } from './__fixtures__/troubles';
import { findReasons, Reason, REASONS } from '.';

const BAD = REASONS.filter(({ verdict }) => verdict !== 'normal');
const idOf = ({ where, kinds, reason, condition }: Reason) =>
  [where, kinds.join('/'), condition && `${condition.type}=${condition.status}`, reason].filter(Boolean).join(' ');
const cases = (rows: Reason[]) => rows.map(row => [idOf(row), row] as const);

/** The answer, and the names of the analyzers that found something. */
async function ask({ objects, request }: Situation): Promise<{ diagnosis: Diagnosis; speakers: string[] }> {
  const speakers: string[] = [];
  const analyzers = ANALYZERS.map(analyzer => ({
    name: analyzer.name,
    sees: analyzer.sees,
    async analyze(context: Parameters<typeof analyzer.analyze>[0]) {
      const drafts = await analyzer.analyze(context);
      if (drafts.length > 0) speakers.push(analyzer.name);
      return drafts;
    },
  }));
  const diagnosis = await diagnose({ namespace: 'shop', ...request }, { reader: clusterOf(objects), analyzers });
  return { diagnosis, speakers };
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
const textOf = ({ findings }: Diagnosis) =>
  squeeze(
    findings
      .flatMap(each => [each.title, each.rootCause, each.explanation, ...each.evidence.map(({ text }) => text)])
      .join(' '),
  );

describe('the table of reasons', () => {
  it('has each word once for a place, a kind and a status', () => {
    const keys = REASONS.flatMap(row => row.kinds.map(kind => idOf({ ...row, kinds: [kind] })));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(cases(BAD))('gives %s a category and an owner that exists', (_, row) => {
    expect(ANALYZERS.map(({ name }) => name)).toContain(row.owner);
    expect(row.categories?.filter(category => !CATEGORIES.includes(category) || category === 'none')).toEqual([]);
    expect(row.categories).not.toHaveLength(0);
  });

  it('says of everything that depends on what it depends', () => {
    const silent = REASONS.filter(({ verdict, on }) => (verdict === 'depends') !== (on !== undefined));
    expect(silent.map(idOf)).toEqual([]);
  });

  it('names the condition of each row of a condition, and the source of every row', () => {
    expect(REASONS.filter(row => (row.where === 'condition') !== Boolean(row.condition)).map(idOf)).toEqual([]);
    expect(REASONS.filter(({ source }) => !/^[\w./-]+(: [\w./-]+)?$/.test(source)).map(idOf)).toEqual([]);
  });

  it('writes sentences without their full stop, so that they can be joined', () => {
    expect(REASONS.filter(({ means, on = '' }) => /^[a-z]/.test(means) || /\.$/.test(means + on)).map(idOf)).toEqual(
      [],
    );
  });

  it('is found by word, place and kind', () => {
    expect(findReasons('FailedMount', 'event', 'Pod')[0].owner).toBe('storage');
    expect(findReasons('FailedMount', 'event', 'Node')).toEqual([]);
    expect(findReasons('NodeNotReady', 'event', 'Pod')).toHaveLength(1);
  });
});

describe('a failure that Kubernetes reports', () => {
  const inCluster = BAD.filter(({ where, kinds }) => !(where === 'status' && kinds[0] === 'Pod'));

  it.each(cases(inCluster))('%s is found by its owner, with its category and its words', async (_, row) => {
    const { diagnosis, speakers } = await ask(troubleOf(row));
    expect(speakers).toContain(row.owner);
    expect(diagnosis.findings.filter(({ category }) => row.categories?.includes(category))).not.toEqual([]);
    // What is longer is cut.
    expect(textOf(diagnosis)).toContain(squeeze(row.example ?? '').slice(0, 40));
    expect(diagnosis.blindSpots.filter(({ what }) => what.startsWith('analyzer'))).toEqual([]);
  });

  it.each(cases(BAD.filter(({ where }) => where === 'status')))('%s is known when it is pasted', (_, row) => {
    expect(row.categories).toContain(classifyText(row.example ?? '').category);
  });
});

describe('what is well', () => {
  const situations = REASONS.flatMap(row => {
    const situation = healthOf(row);
    return situation ? [[idOf(row), situation] as const] : [];
  });

  it('is tried with most words that can be said of it', () => {
    expect(situations.length).toBeGreaterThan(200);
  });

  it.each(situations)('gives no alarm for %s', async (_, situation) => {
    const { diagnosis } = await ask(situation);
    expect(diagnosis.findings.filter(({ severity }) => severity !== 'INFO').map(({ title }) => title)).toEqual([]);
  });
});
