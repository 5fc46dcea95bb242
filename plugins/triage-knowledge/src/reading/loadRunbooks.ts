import { isUtf8 } from 'node:buffer';
import { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { Runbook, RunbookProblem } from '../Runbook';
import { parseRunbook } from './parseRunbook';

/** Bytes. A runbook is some pages of text; what is larger is a log or a picture with a wrong name. */
const MAX_FILE_SIZE = 1_048_576;
/** Files of one folder tree. */
const MAX_FILES = 5_000;

export interface LoadRunbooksOptions {
  /** Applied to each file before anything else sees its text. `Redactor` of `@triage/diagnosis` fits. */
  redactor?: { text(text: string): string };
}

export interface LoadedRunbooks {
  /** Sorted by filename. */
  runbooks: Runbook[];
  problems: RunbookProblem[];
}

/**
 * Reads all `.md` files below a folder. Never throws because of what it finds: a missing folder or a broken file is a
 * problem in the answer.
 *
 * Left out: names that start with a dot, `node_modules`, and the folder's own `README.md`, which tells about runbooks
 * and isn't one. Links are followed only to files inside the folder.
 */
export async function loadRunbooks(dir: string, options: LoadRunbooksOptions = {}): Promise<LoadedRunbooks> {
  const problems: RunbookProblem[] = [];
  let root: string;
  try {
    root = await realpath(dir);
  } catch (error) {
    return { runbooks: [], problems: [{ file: '.', problem: `The folder can't be read: ${reason(error)}` }] };
  }

  const files = await findMarkdown(root, problems);
  if (files.length > MAX_FILES) {
    problems.push({
      file: '.',
      problem: `The folder has more than ${MAX_FILES} Markdown files; ${files.length - MAX_FILES} are left out.`,
    });
  }

  const runbooks: Runbook[] = [];
  for (const file of files.slice(0, MAX_FILES)) {
    const text = await readText(root, file);
    if ('problem' in text) {
      problems.push({ file, ...text });
      continue;
    }
    const parsed = parseRunbook(file, options.redactor?.text(text.content) ?? text.content);
    problems.push(...parsed.problems);
    if (parsed.runbook) runbooks.push(parsed.runbook);
  }
  return { runbooks, problems };
}

async function findMarkdown(root: string, problems: RunbookProblem[]): Promise<string[]> {
  const found: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await readdir(path.join(root, folder), { withFileTypes: true });
    } catch (error) {
      problems.push({ file: folder || '.', problem: `The folder can't be read: ${reason(error)}` });
      return;
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const file = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        await visit(file);
      } else if (/\.(md|markdown)$/i.test(entry.name) && file.toLocaleLowerCase('en') !== 'readme.md') {
        found.push(file);
      }
    }
  };
  await visit('');
  return found.sort((a, b) => (a < b ? -1 : 1));
}

async function readText(root: string, file: string): Promise<{ content: string } | { problem: string; line?: number }> {
  try {
    // A ConfigMap is mounted as links into a sibling folder, so links can't be refused altogether; but a link in a
    // repository must not bring /etc or another tenant's files into answers.
    const real = await realpath(path.join(root, file));
    if (!real.startsWith(root + path.sep)) {
      return { problem: 'The link leads out of the folder, so it is not followed.' };
    }
    const { size, isFile } = await stat(real).then(s => ({ size: s.size, isFile: s.isFile() }));
    if (!isFile) return { problem: 'This is not a regular file.' };
    if (size > MAX_FILE_SIZE) {
      return { problem: `The file has ${size.toLocaleString('en')} bytes; at most 1 MB (1,048,576) is read.` };
    }
    return decode(await readFile(real));
  } catch (error) {
    return { problem: `The file can't be read: ${reason(error)}` };
  }
}

function decode(bytes: Buffer): { content: string } | { problem: string; line: number } {
  const content = bytes.toString('utf8');
  if (isUtf8(bytes) && !content.includes('\0')) return { content };
  const broken = content.search(/[\uFFFD\0]/);
  return { line: content.slice(0, broken).split('\n').length, problem: 'The file is not UTF-8 text.' };
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'it does not exist.';
  if (code === 'EACCES' || code === 'EPERM') return 'access is denied.';
  if (code === 'ENOTDIR') return 'it is not a folder.';
  if (code === 'ELOOP') return 'its links lead in a circle.';
  return message;
}
