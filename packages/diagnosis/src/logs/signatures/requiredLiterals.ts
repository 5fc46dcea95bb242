/** Shorter literals occur in nearly every line and would select nothing. In characters. */
const MIN_LITERAL = 3;

/** One way to see a part of a pattern: the text it always has, or the alternatives of which one always occurs. */
interface Part {
  /** Set when the part is nothing but this text. */
  exact?: string;
  /** Lower-case literals of which at least one is in every match; undefined when nothing is certain. */
  anyOf?: string[];
}

/**
 * The lower-case literals of which at least one occurs in every text that the pattern matches, or `undefined` when
 * there is no such set. It is what lets hundreds of signatures be looked up in one pass over a line.
 *
 * Understands what signatures use: literals, classes, escapes, groups, alternatives, quantifiers, assertions.
 */
export function requiredLiterals(pattern: RegExp): string[] | undefined {
  const source = pattern.source;
  let position = 0;

  function alternatives(): Part {
    const branches = [sequence()];
    while (source[position] === '|') {
      position += 1;
      branches.push(sequence());
    }
    if (branches.length === 1) return branches[0];
    const sets = branches.map(usable);
    return { anyOf: sets.every(Boolean) ? sets.flatMap(set => set!) : undefined };
  }

  function sequence(): Part {
    let run = '';
    let best: string[] | undefined;
    let pure = true;
    const offer = (set: string[] | undefined) => {
      if (set && (!best || worth(set) > worth(best))) best = set;
    };
    const closeRun = () => {
      offer(usable({ exact: run }));
      run = '';
    };
    while (position < source.length && source[position] !== '|' && source[position] !== ')') {
      const part = atom();
      const quantifier = readQuantifier();
      if (quantifier === 'once' && part.exact !== undefined) {
        run += part.exact;
        continue;
      }
      pure = false;
      if (quantifier === 'many' && part.exact !== undefined) {
        run += part.exact;
        closeRun();
        run = part.exact;
        continue;
      }
      closeRun();
      if (quantifier !== 'optional') offer(usable(part));
    }
    if (pure) return { exact: run };
    closeRun();
    return { anyOf: best };
  }

  function atom(): Part {
    const char = source[position];
    if (char === '(') return group();
    if (char === '[') {
      skipClass();
      return {};
    }
    position += 1;
    if (char === '\\') return escape();
    if (char === '^' || char === '$') return { exact: '' };
    // The index of words knows ASCII only.
    if (char === '.' || char > '\x7f') return {};
    return { exact: char.toLowerCase() };
  }

  function group(): Part {
    position += 1;
    let counts = true;
    if (source[position] === '?') {
      if (source.startsWith('?:', position)) position += 2;
      else if (source.startsWith('?=', position) || source.startsWith('?!', position)) {
        counts = false;
        position += 2;
      } else if (source.startsWith('?<=', position) || source.startsWith('?<!', position)) {
        counts = false;
        position += 3;
      } else if (source.startsWith('?<', position)) position = source.indexOf('>', position) + 1;
      // Modifiers, `(?i:…)`.
      else position = source.indexOf(':', position) + 1;
    }
    const part = alternatives();
    position += 1;
    return counts ? part : { exact: '' };
  }

  function escape(): Part {
    const char = source[position];
    position += 1;
    if (char === 'b' || char === 'B') return { exact: '' };
    if (/[dDwWsS]/.test(char)) return {};
    if (char === 'k') {
      position = source.indexOf('>', position) + 1;
      return {};
    }
    if (char === 'u' || char === 'x') {
      position += char === 'u' ? 4 : 2;
      return {};
    }
    if (/[0-9pPnrtfvc]/.test(char) || char > '\x7f') return {};
    return { exact: char.toLowerCase() };
  }

  function skipClass(): void {
    position += 1;
    while (source[position] !== ']') position += source[position] === '\\' ? 2 : 1;
    position += 1;
  }

  function readQuantifier(): 'once' | 'many' | 'optional' {
    const match = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(position));
    if (!match) return 'once';
    position += match[0].length;
    if (match[0].startsWith('+')) return 'many';
    return Number(match[1] ?? 0) > 0 ? 'many' : 'optional';
  }

  return usable(alternatives());
}

function usable(part: Part): string[] | undefined {
  if (part.exact === undefined) return part.anyOf;
  return part.exact.length >= MIN_LITERAL ? [part.exact] : undefined;
}

/** What a blank at its beginning is worth: such a literal begins a word, while `ping` stands in `shipping`, too. */
const WORD_START = 2;

/** Long literals select best, and of several alternatives the shortest is what counts. */
function worth(set: string[]): number {
  const lengths = set.map(literal => literal.length + (literal.startsWith(' ') ? WORD_START : 0));
  return Math.min(...lengths) - Math.min(set.length, 20) / 10;
}
