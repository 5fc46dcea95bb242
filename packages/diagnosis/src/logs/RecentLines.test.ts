import { RecentLines } from './RecentLines';

it('gives back the last lines, and forgets batches that are out of reach', () => {
  const recent = new RecentLines(4);
  const batches = ['ab', 'c', 'def', 'ghijk', 'l'].map(letters => [...letters]);
  batches.forEach(batch => recent.push(batch));
  expect(recent.between(8, 13)).toEqual(['h', 'i', 'j', 'k', 'l']);
  expect(recent.between(1, 3)).toEqual([]);
  expect(recent.between(12, 40)).toEqual(['l']);
});
