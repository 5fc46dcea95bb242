/**
 * Finds which of many lower-case literals occur in a text, in one pass (Aho-Corasick): the time depends on the length
 * of the text only, not on the number of literals. Letters are compared without case.
 */
export class KeywordIndex {
  /** Class of each ASCII code; everything that is in no literal shares class 0. */
  private readonly classes = new Uint16Array(128);
  private classCount = 1;
  private transitions: Int32Array;
  /** For each state the ids of the literals that end there. */
  private readonly outputs: (number[] | undefined)[] = [];

  /** @param keywords - ASCII literals with the ids to report; several may share an id */
  constructor(keywords: { literal: string; id: number }[]) {
    for (const { literal } of keywords) {
      for (let i = 0; i < literal.length; i += 1) this.classOf(literal.charCodeAt(i));
    }
    this.transitions = this.buildAutomaton(this.buildTrie(keywords));
  }

  /** Calls `found` for the id of each literal that occurs, as often as it does. Reads at most `limit` characters. */
  scan(text: string, limit: number, found: (id: number) => void): void {
    const { classes, transitions, outputs, classCount } = this;
    const end = Math.min(text.length, limit);
    let state = 0;
    for (let i = 0; i < end; i += 1) {
      const code = text.charCodeAt(i);
      state = transitions[state * classCount + (code < 128 ? classes[code] : 0)];
      const ids = outputs[state];
      if (ids !== undefined) for (const id of ids) found(id);
    }
  }

  /** Whether any literal occurs in the first `limit` characters. */
  hasAny(text: string, limit: number): boolean {
    const { classes, transitions, outputs, classCount } = this;
    const end = Math.min(text.length, limit);
    let state = 0;
    for (let i = 0; i < end; i += 1) {
      const code = text.charCodeAt(i);
      state = transitions[state * classCount + (code < 128 ? classes[code] : 0)];
      if (outputs[state] !== undefined) return true;
    }
    return false;
  }

  /** As {@link hasAny}, in the bytes from `start` to `end`. */
  hasAnyIn(bytes: Uint8Array, start: number, end: number): boolean {
    const { classes, transitions, outputs, classCount } = this;
    let state = 0;
    for (let i = start; i < end; i += 1) {
      const byte = bytes[i];
      state = transitions[state * classCount + (byte < 128 ? classes[byte] : 0)];
      if (outputs[state] !== undefined) return true;
    }
    return false;
  }

  private classOf(code: number): number {
    if (code >= 128) throw new Error('Keywords must be ASCII');
    if (this.classes[code] === 0) {
      this.classes[code] = this.classCount;
      if (code >= 97 && code <= 122) this.classes[code - 32] = this.classCount;
      this.classCount += 1;
    }
    return this.classes[code];
  }

  /** By state and class: the next state, 0 where no literal goes on. */
  private buildTrie(keywords: { literal: string; id: number }[]): Int32Array {
    const { classCount } = this;
    const states = 1 + keywords.reduce((sum, { literal }) => sum + literal.length, 0);
    const trie = new Int32Array(states * classCount);
    this.outputs.push(undefined);
    for (const { literal, id } of keywords) {
      let state = 0;
      for (let i = 0; i < literal.length; i += 1) {
        const slot = state * classCount + this.classOf(literal.charCodeAt(i));
        if (trie[slot] === 0) {
          trie[slot] = this.outputs.length;
          this.outputs.push(undefined);
        }
        state = trie[slot];
      }
      this.outputs[state] = [...new Set([...(this.outputs[state] ?? []), id])];
    }
    return trie.slice(0, this.outputs.length * classCount);
  }

  /** Breadth first, in place: a state goes where its fallback goes, unless a literal goes on. */
  private buildAutomaton(transitions: Int32Array): Int32Array {
    const { classCount, outputs } = this;
    const fallbacks = new Int32Array(outputs.length);
    const queue: number[] = [0];
    for (let head = 0; head < queue.length; head += 1) {
      const state = queue[head];
      const row = state * classCount;
      const fallbackRow = fallbacks[state] * classCount;
      for (let charClass = 0; charClass < classCount; charClass += 1) {
        const child = transitions[row + charClass];
        const fallback = state === 0 ? 0 : transitions[fallbackRow + charClass];
        if (child === 0) {
          transitions[row + charClass] = fallback;
          continue;
        }
        fallbacks[child] = fallback;
        const inherited = outputs[fallback];
        if (inherited) outputs[child] = [...new Set([...(outputs[child] ?? []), ...inherited])];
        queue.push(child);
      }
    }
    return transitions;
  }
}
