import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { packSnapshot } from '@triage/cluster-replay';
import { createClusterReader, createRedactor, diagnose } from '@triage/diagnosis';
import { badUse } from '../CliError';
import { openCluster, OpenCluster } from '../clusters/openCluster';
import { write } from '../output';
import { parseTarget } from '../parseTarget';
import { draftExpectation } from '../scenarios/draftExpectation';

export interface NewScenarioOptions {
  snapshot: string;
  namespace?: string;
  target?: string;
  question?: string;
}

export async function newScenarioCommand(folder: string, options: NewScenarioOptions): Promise<void> {
  const { snapshot, question } = options;
  const target = options.target === undefined ? undefined : parseTarget(options.target);
  await assertFree(folder);
  const cluster = await openCluster({ snapshot });
  try {
    const namespace = namespaceOf(options, cluster);
    const redactor = createRedactor();
    const reader = createClusterReader({ cluster: cluster.name, fetch: cluster.fetch, redactor });
    const asked = question === undefined ? undefined : redactor.text(question);
    const diagnosis = await diagnose(
      { question: asked, namespace, target: target && { ...target, namespace } },
      { reader },
    );
    const id = basename(resolve(folder));
    const expectation = draftExpectation(diagnosis, { id, namespace, target, question: asked });
    await mkdir(folder, { recursive: true });
    await copySnapshot(snapshot, join(folder, 'snapshot.tar.gz'));
    await writeFile(join(folder, 'expected.json'), `${JSON.stringify(expectation, undefined, 2)}\n`);
    await write(nextSteps(folder, diagnosis.findings[0]?.title, cluster.recordedByTriage === true));
  } finally {
    await cluster.close();
  }
}

async function assertFree(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error): string[] => {
    if (error.code === 'ENOENT') return [];
    throw badUse(`No scenario can be made at ${folder}: ${error.message}.`);
  });
  const taken = names.find(name => ['expected.json', 'snapshot', 'snapshot.tar.gz'].includes(name));
  if (taken) {
    throw badUse(`${folder} has ${taken === 'expected.json' ? 'an' : 'a'} ${taken} already: choose another name.`);
  }
}

function namespaceOf({ namespace }: NewScenarioOptions, { namespaces = [] }: OpenCluster): string {
  if (namespace !== undefined && !namespaces.includes(namespace)) {
    throw badUse(`This recording has no namespace ${namespace}, but ${namespaces.join(', ') || 'none'}.`);
  }
  if (namespace === undefined && namespaces.length !== 1) {
    throw badUse(`Say which namespace it is about: --namespace NAME. This recording has ${namespaces.join(', ')}.`);
  }
  return namespace ?? namespaces[0];
}

async function copySnapshot(snapshot: string, file: string): Promise<void> {
  if ((await stat(snapshot)).isDirectory()) {
    await packSnapshot(snapshot, file);
    return;
  }
  try {
    await cp(snapshot, file, { errorOnExist: true, force: false });
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

function nextSteps(folder: string, found: string | undefined, redacted: boolean): string {
  const warning = redacted
    ? ''
    : '\nThis recording was not made by triage record: secrets in its logs and objects may stand there as they were.\n';
  return `${folder}: a draft. Triage says at present: ${found ?? 'nothing is wrong'}
${warning}
Now say in ${join(folder, 'expected.json')} what is true, which may be something else:
  - title, question: what was wrong, and what the person on call asked
  - rootCause: the category, the object to blame, and in says what a right answer cannot leave out (regular expressions)
  - healthy: true, when the answer has to be that nothing is wrong
  - notCause: tempting wrong claims; alsoAccept, alsoCategories: what is as good
  - canaries: fake secrets in the recording that no answer may show
Look through the recording for what nobody else should see. Then remove "draft", and judge it:
  triage eval ${folder}
`;
}
