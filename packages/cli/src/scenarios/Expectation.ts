import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CATEGORIES, ResourceRef } from '@triage/diagnosis';

/** What a scenario asks, and what is right to answer: its `expected.json` (see `scenarios/README.md`). */
export interface Expectation {
  title?: string;
  question?: string;
  /** Absent: the whole cluster. */
  namespace?: string;
  target?: ResourceRef;
  /** Nothing is wrong: every finding above INFO is a false alarm. */
  healthy: boolean;
  /** Nobody has said yet what is right. */
  draft: boolean;
  /** Empty when healthy. */
  categories: string[];
  /** Empty when healthy. A name is exact, or a regular expression between slashes. */
  culprits: ResourceRef[];
  says: RegExp[];
  notCause: RegExp[];
  canaries: string[];
}

/** @throws Error with one sentence when there is no expectation in the folder, or nothing can be judged by it */
export async function readExpectation(folder: string): Promise<Expectation> {
  const text = await readFile(join(folder, 'expected.json'), 'utf8').catch(error => {
    throw new Error(error.code === 'ENOENT' ? 'It has no expected.json.' : `expected.json: ${error.message}.`);
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new Error(`expected.json is not JSON: ${(error as Error).message}.`);
  }
  return parseExpectation(content);
}

/** @throws Error with one sentence */
export function parseExpectation(content: unknown): Expectation {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new Error('expected.json is no object.');
  }
  const fields = content as Record<string, any>;
  const { rootCause = {}, alsoAccept = [], alsoCategories = [] } = fields;
  const draft = fields.draft === true;
  const healthy = fields.healthy === true;
  const expectation: Expectation = {
    title: optionalText(fields, 'title'),
    question: optionalText(fields, 'question'),
    namespace: optionalText(fields, 'namespace'),
    target: fields.target ? reference(fields.target, 'target') : undefined,
    healthy,
    draft,
    categories: healthy ? [] : [rootCause?.category, ...listOf(alsoCategories, 'alsoCategories')],
    culprits: healthy
      ? []
      : [
          ...(rootCause?.resource ? [reference(rootCause.resource, 'rootCause.resource')] : []),
          ...listOf(alsoAccept, 'alsoAccept').map(one => reference(one, 'alsoAccept')),
        ],
    says: healthy ? [] : patterns(rootCause?.says ?? [], 'rootCause.says'),
    notCause: patterns(fields.notCause ?? [], 'notCause'),
    canaries: texts(fields.canaries ?? [], 'canaries'),
  };
  if (!healthy && !draft) {
    assertJudgeable(expectation);
  }
  return expectation;
}

function assertJudgeable({ categories, culprits }: Expectation) {
  const unknown = categories.find(category => !(CATEGORIES as readonly unknown[]).includes(category));
  if (categories[0] === undefined || unknown !== undefined) {
    throw new Error(`expected.json: rootCause.category ${unknown ?? ''} is no category of a diagnosis.`);
  }
  if (culprits.length === 0) {
    throw new Error('expected.json: rootCause.resource is missing, so nothing could be blamed rightly.');
  }
}

function optionalText(fields: Record<string, any>, name: string): string | undefined {
  const value = fields[name] ?? undefined;
  if (value !== undefined && typeof value !== 'string') {
    throw new Error(`expected.json: ${name} is no text.`);
  }
  return value;
}

function reference(value: any, name: string): ResourceRef {
  if (typeof value?.kind !== 'string' || typeof value?.name !== 'string') {
    throw new Error(`expected.json: ${name} needs a kind and a name.`);
  }
  const pattern = namePattern(value.name);
  if (pattern !== undefined) {
    compile(pattern, name);
  }
  return { kind: value.kind, name: value.name, ...(value.namespace ? { namespace: String(value.namespace) } : {}) };
}

/** What stands between the slashes of a name; undefined for a plain one. */
export function namePattern(name: string): string | undefined {
  return /^\/(.*)\/$/s.exec(name)?.[1];
}

function listOf(value: unknown, name: string): any[] {
  if (!Array.isArray(value)) {
    throw new Error(`expected.json: ${name} is no list.`);
  }
  return value;
}

function texts(value: unknown, name: string): string[] {
  return listOf(value, name).map(text => {
    if (typeof text !== 'string' || text === '') {
      throw new Error(`expected.json: ${name} may have texts only, and none that is empty.`);
    }
    return text;
  });
}

function patterns(value: unknown, name: string): RegExp[] {
  return texts(value, name).map(pattern => compile(pattern, name));
}

function compile(pattern: string, name: string): RegExp {
  try {
    return new RegExp(pattern, 'i');
  } catch (error) {
    throw new Error(`expected.json: ${name}: ${(error as Error).message}.`);
  }
}
