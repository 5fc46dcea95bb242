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
    const trie = this.buildTrie(keywords);
    this.transitions = this.buildAutomaton(trie);
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

  private classOf(code: number): number {
    if (code >= 128) throw new Error('Keywords must be ASCII');
    if (this.classes[code] === 0) {
      this.classes[code] = this.classCount;
      if (code >= 97 && code <= 122) this.classes[code - 32] = this.classCount;
      this.classCount += 1;
    }
    return this.classes[code];
  }

  private buildTrie(keywords: { literal: string; id: number }[]): Map<number, number>[] {
    const trie: Map<number, number>[] = [new Map()];
    this.outputs.push(undefined);
    for (const { literal, id } of keywords) {
      let state = 0;
      for (let i = 0; i < literal.length; i += 1) {
        const charClass = this.classOf(literal.charCodeAt(i));
        let next = trie[state].get(charClass);
        if (next === undefined) {
          next = trie.length;
          trie.push(new Map());
          this.outputs.push(undefined);
          trie[state].set(charClass, next);
        }
        state = next;
      }
      this.outputs[state] = [...new Set([...(this.outputs[state] ?? []), id])];
    }
    return trie;
  }

  /** Breadth first: the failure link of a state is known before its children need it. */
  private buildAutomaton(trie: Map<number, number>[]): Int32Array {
    const { classCount, outputs } = this;
    const transitions = new Int32Array(trie.length * classCount);
    const failure = new Int32Array(trie.length);
    const queue: number[] = [0];
    for (let head = 0; head < queue.length; head += 1) {
      const state = queue[head];
      for (let charClass = 0; charClass < classCount; charClass += 1) {
        const fallback = state === 0 ? 0 : transitions[failure[state] * classCount + charClass];
        const child = trie[state].get(charClass);
        transitions[state * classCount + charClass] = child ?? fallback;
        if (child === undefined) continue;
        failure[child] = fallback;
        const inherited = outputs[fallback];
        if (inherited) outputs[child] = [...new Set([...(outputs[child] ?? []), ...inherited])];
        queue.push(child);
      }
    }
    return transitions;
  }
}
