import { secondsOfAge } from './tableTimes';

it.each([
  ['5s', 5],
  ['3d4h', 273_600],
  ['2y117d', 73_180_800],
  ['6m (x14 over 2h)', 360],
  ['<unknown>', undefined],
  ['', undefined],
])('reads the age %s', (age, seconds) => {
  expect(secondsOfAge(age)).toBe(seconds);
});
