import { styleText } from 'node:util';

export interface RenderOptions {
  /** Columns. */
  width: number;
  colour: boolean;
}

/** Lines longer than this are hard to read, however wide the window is. */
const MAX_WIDTH = 100;
const MIN_WIDTH = 40;

/** How the terminal on stdout wants its text: colours only for a person, and not for one who asks for none. */
export function terminalOptions(): RenderOptions {
  const { columns = MAX_WIDTH, isTTY } = process.stdout;
  return {
    width: Math.max(MIN_WIDTH, Math.min(columns, MAX_WIDTH)),
    colour: Boolean(isTTY) && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  };
}

export type Style = Parameters<typeof styleText>[0];

/** Collects lines of text, wrapped and styled. */
export class Terminal {
  private readonly lines: string[] = [];

  constructor(private readonly options: RenderOptions) {}

  style(style: Style, text: string): string {
    // the options have decided; styleText would look at stdout once more
    return this.options.colour ? styleText(style, text, { validateStream: false }) : text;
  }

  blank(): void {
    if (this.lines.length > 0 && this.lines[this.lines.length - 1] !== '') {
      this.lines.push('');
    }
  }

  heading(text: string): void {
    this.blank();
    this.lines.push(this.style('bold', text));
  }

  rule(): void {
    this.lines.push(this.style('dim', '─'.repeat(this.options.width)));
  }

  /** One line that must stay as it is: a command, a line of a table. */
  line(text: string, style?: Style): void {
    this.lines.push(style ? this.style(style, plain(text)) : plain(text));
  }

  /** Parts of one line, each with its style; the style may not go over the parts' text. */
  parts(...parts: (string | [Style, string])[]): void {
    this.lines.push(
      parts.map(part => (typeof part === 'string' ? plain(part) : this.style(part[0], plain(part[1])))).join(''),
    );
  }

  /** A text that is wrapped; the lines after the first are indented like the text of the first. */
  text(text: string, { first = '', style }: { first?: string; style?: Style } = {}): void {
    const indent = ' '.repeat(first.length);
    wrap(plain(text), this.options.width - first.length).forEach((line, index) => {
      this.lines.push((index === 0 ? first : indent) + (style ? this.style(style, line) : line));
    });
  }

  toString(): string {
    return `${this.lines.join('\n')}\n`;
  }
}

/** Text of a cluster must not move the cursor, change colours or set titles. */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '');
}

function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap(paragraph => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    return [...lines, line];
  });
}
