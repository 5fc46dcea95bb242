import { Hide } from '../Placeholders';
import { classifyName, NameClass } from '../secretNames';
import { isSecretValue } from '../secretValues';
import { kindOf } from './keyValues';

/** Tables are pasted, logs are not made of them. In characters. */
const MAX_TEXT = 32_768;
/** A column that is called so makes a line worth a closer look. */
const COLUMN =
  /(?:^|[,;|\t])[ "']{0,8}[\w-]{0,40}(?:pass\w{0,8}|pwd|secret|token|api[ _-]?key)["' ]{0,8}(?:[,;|\t]|\r?$)/im;
const SEPARATORS = ['|', ',', ';', '\t'];
const HEADING = /^["']?[\p{L}_][\w .-]{0,40}["']?$/u;

interface Table {
  separator: string;
  cells: number;
  columns: { index: number; name: string; nameClass: NameClass }[];
}

/** Columns of a pasted table (CSV, Markdown, `psql`) whose heading says that they are secret. */
export function redactTables(text: string, hide: Hide): string {
  if (text.length > MAX_TEXT || !text.includes('\n') || !COLUMN.test(text)) {
    return text;
  }
  let table: Table | undefined;
  return text
    .split('\n')
    .map(line => {
      const cells = table && line.split(table.separator);
      if (table && cells?.length === table.cells) {
        return redactRow(cells, table, hide);
      }
      table = COLUMN.test(line) ? tableOf(line) : undefined;
      return line;
    })
    .join('\n');
}

function tableOf(heading: string): Table | undefined {
  for (const separator of SEPARATORS) {
    const cells = heading.split(separator);
    // the edges of a Markdown table are empty
    const names = cells.map(cell => cell.trim());
    if (cells.length < 2 || !names.every(name => name === '' || HEADING.test(name))) {
      continue;
    }
    const columns = names.flatMap((name, index) => {
      const nameClass = name === '' ? undefined : classifyName(name);
      return nameClass ? [{ index, name, nameClass }] : [];
    });
    return columns.length > 0 ? { separator, cells: cells.length, columns } : undefined;
  }
  return undefined;
}

function redactRow(cells: string[], { separator, columns }: Table, hide: Hide): string {
  const redacted = [...cells];
  for (const { index, name, nameClass } of columns) {
    const value = cells[index].trim().replace(/^["']|["']$/g, '');
    if (value !== '' && isSecretValue(nameClass, name, value)) {
      redacted[index] = cells[index].replace(value, () => hide(kindOf(nameClass), value));
    }
  }
  return redacted.join(separator);
}
