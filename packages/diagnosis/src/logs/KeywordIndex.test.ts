import fc from 'fast-check';
import { KeywordIndex } from './KeywordIndex';

const hits = (index: KeywordIndex, text: string) => {
  const ids = new Set<number>();
  index.scan(text, text.length, id => ids.add(id));
  return [...ids].sort();
};

describe('KeywordIndex', () => {
  it('finds the literals that a plain search finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', ' ') }),
        (words, text) => {
          const index = new KeywordIndex(words.map((literal, id) => ({ literal, id })));
          const expected = words.flatMap((literal, id) => (text.includes(literal) ? [id] : []));
          expect(hits(index, text)).toEqual(expected);
          expect(index.hasAny(text, text.length)).toBe(expected.length > 0);
        },
      ),
    );
  });

  it('compares without case and looks no further than asked', () => {
    const index = new KeywordIndex([{ literal: 'refused', id: 1 }]);
    expect(hits(index, 'Connection REFUSED')).toEqual([1]);
    expect(index.hasAny('Connection REFUSED', 12)).toBe(false);
  });
});
