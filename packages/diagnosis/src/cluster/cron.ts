/** The five fields of a CronJob's schedule, as the sets of values that they allow. */
export interface Schedule {
  minutes: Set<number>;
  hours: Set<number>;
  days: Set<number>;
  months: Set<number>;
  weekdays: Set<number>;
  /** Cron's rule: when both day fields are restricted, either suffices. */
  eitherDay: boolean;
}

const MACROS: Record<string, string> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** February may have 29. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `undefined` for what is not a schedule, `@every` included. */
export function parseSchedule(text: unknown): Schedule | undefined {
  const fields = (MACROS[String(text).trim().toLowerCase()] ?? String(text)).trim().split(/\s+/);
  if (fields.length !== 5) return undefined;
  const [minutes, hours, days, months, weekdays] = [
    valuesOf(fields[0], 0, 59),
    valuesOf(fields[1], 0, 23),
    valuesOf(fields[2], 1, 31),
    valuesOf(fields[3], 1, 12, MONTHS, 1),
    valuesOf(fields[4], 0, 7, WEEKDAYS),
  ];
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  if (weekdays.has(7)) weekdays.add(0);
  const isFree = (field: string) => field.startsWith('*') || field === '?';
  return { minutes, hours, days, months, weekdays, eitherDay: !isFree(fields[2]) && !isFree(fields[4]) };
}

function valuesOf(field: string, min: number, max: number, names: string[] = [], first = 0): Set<number> | undefined {
  const toNumber = (text: string) => {
    const index = names.indexOf(text.toLowerCase());
    return index >= 0 ? index + first : Number(text);
  };
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(\*|\?|[0-9a-z]{1,3})(?:-([0-9a-z]{1,3}))?(?:\/(\d{1,3}))?$/i.exec(part);
    if (!match) return undefined;
    const [, from, to, step = '1'] = match;
    const isAll = from === '*' || from === '?';
    const start = isAll ? min : toNumber(from);
    let end = isAll || match[3] ? max : start;
    if (to !== undefined) end = toNumber(to);
    if (!(start >= min && end <= max && start <= end && Number(step) > 0)) return undefined;
    for (let value = start; value <= end; value += Number(step)) values.add(value);
  }
  return values;
}

/** A day that no month of the schedule has: 31 February, 31 of a month of 30 days. */
export function neverFires({ days, months, eitherDay }: Schedule): boolean {
  return !eitherDay && ![...months].some(month => [...days].some(day => day <= LONGEST[month - 1]));
}

/** A week of minutes is enough to see that a schedule was missed. */
const MAX_MINUTES = 7 * 24 * 60;

/** How often it was due between two moments, in UTC; the count stops at `atMost`. */
export function timesDue(schedule: Schedule, from: Date, to: Date, atMost: number): number {
  let count = 0;
  const start = Math.floor(from.getTime() / 60_000) + 1;
  const end = Math.min(Math.floor(to.getTime() / 60_000), start + MAX_MINUTES);
  for (let minute = start; minute <= end && count < atMost; minute++) {
    if (isDue(schedule, new Date(minute * 60_000))) count += 1;
  }
  return count;
}

function isDue({ minutes, hours, days, months, weekdays, eitherDay }: Schedule, at: Date): boolean {
  if (!minutes.has(at.getUTCMinutes()) || !hours.has(at.getUTCHours()) || !months.has(at.getUTCMonth() + 1))
    return false;
  const [day, weekday] = [days.has(at.getUTCDate()), weekdays.has(at.getUTCDay())];
  return eitherDay ? day || weekday : day && weekday;
}
