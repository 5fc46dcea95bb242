import { CATALOGUE } from './catalogue';
import { renderFix } from './renderFix';

/** `docs/fixes.md`: the catalogue as a table, with one rendered example each. */
export function fixesPage(): string {
  const entries = Object.values(CATALOGUE);
  const rows = entries.map(({ does, when, example }) => {
    const fix = renderFix(example, []);
    return `| \`${example.type}\` | ${does} | ${fix?.riskLevel ?? ''} | ${when} |`;
  });
  const examples = entries.flatMap(({ does, example }) => {
    const fix = renderFix(example, []);
    if (!fix?.command) return [];
    const lines = [`### ${does}`, '', '```sh', fix.command, '```', ''];
    if (fix.changes) lines.push(`- Changes: ${fix.changes}`);
    if (fix.verify) lines.push(`- Check: \`${fix.verify}\`${fix.expect ? ` shows: ${fix.expect}` : ''}`);
    if (fix.undo)
      lines.push(`- Undo: ${fix.undo.startsWith('kubectl') ? `\`${fix.undo.replace(/\n/g, '; ')}\`` : fix.undo}`);
    if (fix.patch)
      lines.push('', 'In Git:', '', '```json', JSON.stringify(fix.patch.manifest ?? fix.patch, undefined, 2), '```');
    return [...lines, ''];
  });
  return [
    '# Fixes',
    '',
    '<!-- Written from packages/diagnosis/src/fixes/catalogue.ts by its test with UPDATE_DOCS=1: change that. -->',
    '',
    'Commands come from this catalogue and from nowhere else; Triage runs none of them. A fix appears only when the',
    'cluster itself proves its values: there are no placeholders. Every name and value is checked by Kubernetes’ own rules',
    'before it enters a command; what is not of its form yields no fix. Where the right value cannot be known, the answer',
    'says in words what a person has to decide.',
    '',
    'Each fix has a risk (`LOW`, `MEDIUM`, `HIGH`), what it changes, a read-only check with the sign to look for, the way',
    'back, and, where a manifest changes, the same change as `patch`: the fields to merge, or an RFC 6902 list with its',
    'target, as kustomize takes them. The commands are written for a POSIX shell.',
    '',
    '| Fix | What it does | Risk | Appears when |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '## Examples',
    '',
    ...examples,
  ].join('\n');
}
