import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const FOLDER = join(root, 'packages/diagnosis/src/analyzers');
const SCENARIOS = join(root, 'scenarios');
/** More than this of a finding is no example any more. */
const MAX_EVIDENCE = 3;
const MAX_TEXT = 240;

/**
 * The page docs/analyzers.md. What an analyzer reads and what categories it gives is seen while it works on the recorded
 * failures and on the situations of the table of reasons; categories also stand in its source.
 *
 * @param require - loads TypeScript
 */
export async function renderAnalyzers(require) {
  const { ANALYZERS } = require(join(FOLDER, 'index.ts'));
  const { CATEGORIES } = require(join(FOLDER, '../categories.ts'));
  const { REASONS } = require(join(FOLDER, '../reasons/index.ts'));
  const notes = new Map(ANALYZERS.map(({ name }) => [name, { reads: new Set(), categories: new Set() }]));
  const watched = ANALYZERS.map(analyzer => watch(analyzer, notes.get(analyzer.name)));

  const told = ['failure', 'depends'].flatMap(verdict => REASONS.filter(row => row.verdict === verdict));
  for (const row of told) {
    await runSituation(require, row, watched, notes);
  }
  const ids = readdirSync(SCENARIOS, { withFileTypes: true })
    // One that is being made has no recording yet.
    .filter(entry => entry.isDirectory() && isComplete(join(SCENARIOS, entry.name)))
    .map(({ name }) => name)
    .sort();
  for (const id of ids) await runScenario(require, id, watched, notes);

  const sources = sourcesOf(ANALYZERS);
  for (const { name } of ANALYZERS) {
    const note = notes.get(name);
    for (const [, word] of ownText(sources.get(name).text, ANALYZERS).matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)) {
      if (CATEGORIES.includes(word)) note.categories.add(word);
    }
    for (const row of REASONS.filter(({ owner }) => owner === name)) {
      for (const category of row.categories ?? []) note.categories.add(category);
    }
    note.reasons = REASONS.filter(({ owner, verdict }) => owner === name && verdict !== 'normal').length;
  }
  return page(ANALYZERS, notes, sources);
}

function page(analyzers, notes, sources) {
  const sorted = [...analyzers].sort((a, b) => a.name.localeCompare(b.name));
  return `${[
    '# Analyzers',
    '<!-- Written by `node scripts/run.mjs docs` from the analyzers, the recorded failures and the table of reasons. -->',
    `An analyzer sees one family of failures. It looks at what was read of the cluster, says what it finds with its proof,
and leaves it to the correlation whether that is a cause or a symptom. There are ${sorted.length} of them; each is a
file or two in \`packages/diagnosis/src/analyzers\`. The examples are what they say about recorded failures of
\`scenarios/\`, or about a situation of [the table of reasons](reasons.md).`,
    sorted.map(({ name }) => `- [${name}](#${name})`).join('\n'),
    ...sorted.map(analyzer => section(analyzer, notes.get(analyzer.name), sources.get(analyzer.name).file)),
  ].join('\n\n')}\n`;
}

function section({ name, sees }, { reads, categories, reasons, example }, file) {
  const facts = [
    `- **Reads:** ${[...reads].sort(byKind).join(', ') || 'nothing by itself'}`,
    `- **Categories:** ${[...categories].sort().join(', ') || 'none of its own'}`,
    ...(reasons > 0 ? [`- **Answers for** ${reasons} of the [reasons](reasons.md) that Kubernetes reports`] : []),
    `- **Code:** \`packages/diagnosis/src/analyzers/${file}\``,
  ];
  return [`## ${name}`, sees, facts.join('\n'), ...(example ? [example.heading, fence(example.finding)] : [])].join(
    '\n\n',
  );
}

/** Kinds of objects first, events and logs behind them. */
function byKind(a, b) {
  const rank = word => (/^[A-Z]/.test(word) ? 0 : 1);
  return rank(a) - rank(b) || a.localeCompare(b);
}

function fence({ severity, category, title, rootCause, explanation, evidence }) {
  return [
    '```text',
    `${severity} ${category}: ${clip(title)}`,
    clip(rootCause, 500),
    clip(explanation, 500),
    ...evidence.slice(0, MAX_EVIDENCE).map(({ source, text }) => `  ${source}: ${clip(text)}`),
    '```',
  ].join('\n');
}

function clip(text, length = MAX_TEXT) {
  const line = text.replace(/\s+/g, ' ').replace(/```/g, '').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

/** Notes what an analyzer looks at, and what it finds. */
function watch(analyzer, note) {
  return {
    name: analyzer.name,
    sees: analyzer.sees,
    async analyze(context) {
      const graph = spy(context.graph, (method, args) => {
        if (method === 'all') note.reads.add(args[0]);
        if (method === 'find' && typeof args[0]?.kind === 'string') note.reads.add(args[0].kind);
        if (method.startsWith('events')) note.reads.add('events');
      });
      const logs = spy(context.logs, method => method.startsWith('of') && note.reads.add('logs'));
      const drafts = await analyzer.analyze({ ...context, graph, logs });
      for (const { category } of drafts) note.categories.add(category);
      note.latest = drafts;
      return drafts;
    },
  };
}

function spy(target, note) {
  return new Proxy(target, {
    get(object, property) {
      const value = object[property];
      if (typeof value !== 'function') return value;
      return (...args) => {
        note(String(property), args);
        return value.apply(object, args);
      };
    },
  });
}

function isComplete(folder) {
  const files = readdirSync(folder);
  return files.includes('expected.json') && (files.includes('snapshot.tar.gz') || files.includes('snapshot'));
}

async function runScenario(require, id, analyzers, notes) {
  const { createClusterReader, createRedactor } = require(join(root, 'packages/diagnosis/src/index.ts'));
  const { openCluster } = require(join(root, 'packages/cli/src/clusters/openCluster.ts'));
  const { snapshotOf } = require(join(root, 'packages/cli/src/scenarios/Scenario.ts'));
  const folder = join(SCENARIOS, id);
  const { question, namespace, target, draft } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  if (draft) return;
  const cluster = await openCluster({ snapshot: await snapshotOf({ id, folder }) });
  try {
    const reader = createClusterReader({ cluster: cluster.name, fetch: cluster.fetch, redactor: createRedactor() });
    const request = { question, namespace, target: target ? { namespace, ...target } : undefined };
    await keepExamples(require, request, reader, analyzers, notes, `\`scenarios/${id}\` ("${question}"):`, true);
  } finally {
    await cluster.close();
  }
}

async function runSituation(require, row, analyzers, notes) {
  const { troubleOf } = require(join(FOLDER, '../reasons/__fixtures__/troubles.ts'));
  const { clusterOf } = require(join(FOLDER, '../testing/cluster.ts'));
  const { objects, request } = troubleOf(row);
  const heading = `A situation in which ${row.kinds[0]} has \`${row.reason}\`:`;
  await keepExamples(require, { namespace: 'shop', ...request }, clusterOf(objects), analyzers, notes, heading, false);
}

/**
 * Keeps a finding as the example of the analyzer that gave it: best the first finding of a recorded failure, then one that
 * stands further down there, then one of a situation. Of two that are as good the earlier one stays.
 */
async function keepExamples(require, request, reader, analyzers, notes, heading, isRecorded) {
  const { diagnose } = require(join(FOLDER, '../diagnose.ts'));
  for (const note of notes.values()) note.latest = [];
  const { findings } = await diagnose(request, { reader, analyzers });
  findings.forEach((finding, index) => {
    const note = [...notes.values()].find(({ latest }) => latest.some(({ title }) => title === finding.title));
    const worth = (isRecorded ? 2 : 0) + (index === 0 ? 1 : 0);
    if (note && worth > (note.example?.worth ?? -1)) note.example = { heading, finding, worth };
  });
}

/** A file that two analyzers share does not tell which of them gives a category. */
function ownText(text, analyzers) {
  return analyzers.filter(({ name }) => text.includes(`name: '${name}'`)).length > 1 ? '' : text;
}

/** The file of each analyzer: that which has its name. */
function sourcesOf(analyzers) {
  const files = readdirSync(FOLDER, { recursive: true }).filter(file => /(?<!\.test)\.ts$/.test(file));
  const texts = files.map(file => ({ file, text: readFileSync(join(FOLDER, file), 'utf8') }));
  return new Map(
    analyzers.map(({ name }) => [
      name,
      texts.find(({ text }) => text.includes(`name: '${name}'`)) ?? { file: 'index.ts', text: '' },
    ]),
  );
}
