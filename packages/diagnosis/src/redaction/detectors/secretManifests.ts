import { Hide } from '../Placeholders';
import { isReference } from '../secretValues';

const SECRET_KIND = /kind\\{0,7}["']?\s{0,4}:\s{0,4}\\{0,7}["']?Secret(?![\w])/;
const DATA_OBJECT = /\\{0,7}"(?:data|stringData)\\{0,7}"\s{0,8}:\s{0,8}\{[^{}]{0,1000000}\}/g;
const DATA_ENTRY = /(\\{0,7}"\s{0,8}:\s{0,8}\\{0,7}")([^"\\]{1,1000000})(?=\\{0,7}")/g;
const DATA_LINE = /^(\s*(?:-\s+)?)(?:data|stringData):\s*$/;
const ENTRY_LINE = /^(\s+["']?[\w.-]{1,253}["']?:\s*)(.*)/;

/** The values of a Secret that somebody pasted, whatever its keys are called: YAML, JSON, or JSON in an annotation. */
export function redactSecretManifests(text: string, hide: Hide): string {
  if (!text.includes('Secret') || !SECRET_KIND.test(text)) {
    return text;
  }
  return text
    .split(/^(?=---)/m)
    .map(document => (SECRET_KIND.test(document) ? redactDocument(document, hide) : document))
    .join('');
}

function redactDocument(document: string, hide: Hide): string {
  const json = document.replace(DATA_OBJECT, data =>
    data.replace(DATA_ENTRY, (whole, before: string, value: string) =>
      isReference(value) ? whole : before + hide('secret-data', value),
    ),
  );
  let dataIndent: number | undefined;
  let entryIndent: number | undefined;
  return json
    .split('\n')
    .map(line => {
      const start = DATA_LINE.exec(line);
      if (start) {
        dataIndent = start[1].length;
        entryIndent = undefined;
        return line;
      }
      if (dataIndent === undefined || line.trim() === '') {
        return line;
      }
      const indent = line.search(/\S/);
      if (indent <= dataIndent) {
        dataIndent = undefined;
        return line;
      }
      entryIndent ??= indent;
      if (indent > entryIndent) {
        // the lines of a block
        return line.slice(0, indent) + hide('secret-data', line.trim());
      }
      return line.replace(ENTRY_LINE, (whole, before: string, value: string) => {
        const bare = value.trim().replace(/^["']|["']$/g, '');
        return /^[|>][+-]?\d?$/.test(bare) || isReference(bare) ? whole : before + hide('secret-data', bare);
      });
    })
    .join('\n');
}
