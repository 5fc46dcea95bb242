import { parseSignatures, Signature } from '@triage/diagnosis';
import { readFile } from 'node:fs/promises';
import { badUse } from './CliError';

/**
 * The signatures of a file in YAML or JSON: a list, or as they stand in an app-config below `triage.signatures`.
 *
 * @throws CliError (exit code 2) that names what is wrong
 */
export async function readSignatures(file: string | undefined): Promise<readonly Signature[] | undefined> {
  if (file === undefined) {
    return undefined;
  }
  let content: any;
  // only here: it takes longer to load than everything else
  const { loadYaml } = await import('@kubernetes/client-node');
  try {
    content = loadYaml(await readFile(file, 'utf8'));
  } catch (error) {
    throw badUse(`--signatures ${file} cannot be read: ${(error as Error).message}`);
  }
  const { value, path } = signaturesOf(content);
  try {
    return parseSignatures(value ?? 'nothing', path);
  } catch (error) {
    throw badUse(`--signatures ${file}: ${(error as Error).message}`);
  }
}

function signaturesOf(content: any): { value: unknown; path: string } {
  if (content?.triage?.signatures !== undefined) {
    return { value: content.triage.signatures, path: 'triage.signatures' };
  }
  return { value: content?.signatures ?? content, path: 'signatures' };
}
