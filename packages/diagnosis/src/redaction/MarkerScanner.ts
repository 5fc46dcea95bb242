/** A line in which a marker stands. */
export interface MarkedLine {
  start: number;
  /** Of the newline or the text. */
  end: number;
  /** Ascending: the groups of which a marker stands in the line. */
  groups: number[];
}

const HIT = 1 << 30;
const NEWLINE_CLASS = 1;
/** Character classes in a row of the table: every character of every marker, without case, has its own. */
const CLASSES = 64;

/**
 * Finds the lines of a text in which one of many short literals stands (ASCII, case-insensitive), in a single pass that
 * costs the same however many literals there are: an Aho-Corasick automaton over one flat table. This is the test that
 * keeps redaction cheap on text without secrets.
 */
export class MarkerScanner {
  private readonly classes = new Uint8Array(128);
  private readonly table: Uint32Array;
  /** By state: the groups of the markers that end there. */
  private readonly groups: number[][];

  /** @param markers - the literals of each group */
  constructor(markers: string[][]) {
    this.classes[10] = NEWLINE_CLASS;
    let classCount = 2;
    const next: number[][] = [new Array(CLASSES).fill(-1)];
    const groups: number[][] = [[]];
    markers.forEach((literals, group) => {
      for (const literal of literals) {
        let state = 0;
        for (const character of literal.toLowerCase()) {
          const code = character.charCodeAt(0);
          if (!this.classes[code]) {
            this.classes[code] = classCount;
            this.classes[character.toUpperCase().charCodeAt(0)] = classCount;
            classCount += 1;
          }
          const symbol = this.classes[code];
          if (next[state][symbol] < 0) {
            next.push(new Array(CLASSES).fill(-1));
            groups.push([]);
            next[state][symbol] = next.length - 1;
          }
          state = next[state][symbol];
        }
        groups[state].push(group);
      }
    });
    if (classCount > CLASSES) {
      throw new Error(`Too many characters in markers: ${classCount}`);
    }

    // breadth first: the state for the longest suffix that is also a marker's beginning
    const fallback: number[] = [0];
    const queue: number[] = [];
    for (let symbol = 0; symbol < CLASSES; symbol += 1) {
      const state = next[0][symbol];
      if (state < 0) {
        next[0][symbol] = 0;
      } else {
        fallback[state] = 0;
        queue.push(state);
      }
    }
    for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
      groups[state] = [...new Set([...groups[state], ...groups[fallback[state]]])];
      for (let symbol = 0; symbol < CLASSES; symbol += 1) {
        const child = next[state][symbol];
        if (child < 0) {
          next[state][symbol] = next[fallback[state]][symbol];
        } else {
          fallback[child] = next[fallback[state]][symbol];
          queue.push(child);
        }
      }
    }

    this.groups = groups;
    this.table = new Uint32Array(next.length * CLASSES);
    next.forEach((row, state) => {
      row.forEach((target, symbol) => {
        const hit = groups[target].length > 0 || symbol === NEWLINE_CLASS;
        this.table[state * CLASSES + symbol] = (target * CLASSES) | (hit ? HIT : 0);
      });
    });
  }

  /** Whether a marker stands anywhere. */
  test(text: string): boolean {
    const { classes, table } = this;
    let state = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      state = table[state + (code < 128 ? classes[code] : 0)];
      if (state >= HIT) {
        if (code !== 10) {
          return true;
        }
        state &= HIT - 1;
      }
    }
    return false;
  }

  /** The lines with markers, in order. */
  lines(text: string): MarkedLine[] {
    const { classes, table, groups } = this;
    const found: MarkedLine[] = [];
    const length = text.length;
    let state = 0;
    let start = 0;
    let current: Set<number> | undefined;
    const finish = (end: number) => {
      if (current) {
        found.push({ start, end, groups: [...current].sort((a, b) => a - b) });
        current = undefined;
      }
    };
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      state = table[state + (code < 128 ? classes[code] : 0)];
      if (state >= HIT) {
        state &= HIT - 1;
        if (code !== 10) {
          current ??= new Set();
          for (const group of groups[state / CLASSES]) {
            current.add(group);
          }
        } else {
          finish(index);
          start = index + 1;
        }
      }
    }
    finish(length);
    return found;
  }
}
