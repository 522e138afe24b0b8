/** strptime in the C locale (_strptime.py): the format becomes an expression, what it finds becomes a date, with what is missing worked out. */
import { PythonRaise } from '../../../objects/index.ts';
import { dateOf, dayNumber, daysIn, isLeap, modulo } from './calendar.ts';
import { DAYS, MONTHS, weekdayFromMonday } from './strftime.ts';

/** The eleven fields of struct_time, the last two of which may be missing. */
export interface Parsed {
  readonly fields: readonly number[];
  readonly zone: string | null;
  readonly gmtoff: number | null;
}

const valueError = (words: string): PythonRaise => new PythonRaise('ValueError', words);

const oneOf = (names: readonly string[]): string =>
  names.toSorted((one, other) => other.length - one.length).join('|');
const shortened = (names: readonly string[]): string[] => names.map((name) => name.slice(0, 3));

const EXPRESSIONS: Readonly<Record<string, string>> = {
  d: String.raw`3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]`,
  f: '[0-9]{1,6}',
  H: String.raw`2[0-3]|[0-1]\d|\d`,
  I: '1[0-2]|0[1-9]|[1-9]',
  G: String.raw`\d\d\d\d`,
  j: String.raw`36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]`,
  m: '1[0-2]|0[1-9]|[1-9]',
  M: String.raw`[0-5]\d|\d`,
  S: String.raw`6[0-1]|[0-5]\d|\d`,
  U: String.raw`5[0-3]|[0-4]\d|\d`,
  W: String.raw`5[0-3]|[0-4]\d|\d`,
  w: '[0-6]',
  u: '[1-7]',
  V: String.raw`5[0-3]|0[1-9]|[1-4]\d|\d`,
  y: String.raw`\d\d`,
  Y: String.raw`\d\d\d\d`,
  z: String.raw`[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)`,
  A: oneOf(DAYS),
  a: oneOf(shortened(DAYS)),
  B: oneOf(MONTHS),
  b: oneOf(shortened(MONTHS)),
  p: 'am|pm',
  Z: 'utc|gmt',
};

const COMPOSED: Readonly<Record<string, string>> = {
  c: '%a %b %d %H:%M:%S %Y',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
};

const SPECIAL = /[\\.^$*+?(){}[\]|]/;

/** The expression that a format stands for. */
function expressionOf(format: string): string {
  const seen = new Set<string>();
  const directive = (kind: string): string => {
    if (kind === '') throw valueError(`stray % in format '${format}'`);
    if (kind === '%') return '%';
    const composed = COMPOSED[kind];
    if (composed !== undefined) return written(composed);
    const expression = EXPRESSIONS[kind];
    if (expression === undefined)
      throw valueError(
        `'${SPECIAL.test(kind) || /\s/.test(kind) ? '%' : kind}' is a bad directive in format '${format}'`,
      );
    if (seen.has(kind)) throw valueError(`redefinition of group name '${kind}'`);
    seen.add(kind);
    return `(?<${kind}>${expression})`;
  };
  const written = (text: string): string =>
    text.replaceAll(
      /%(.?)|(\s+)|([\\.^$*+?(){}[\]|/])/gsu,
      (_, kind?: string, space?: string, special?: string) => {
        if (kind !== undefined) return directive(kind);
        return space === undefined ? `\\${special}` : '\\s+';
      },
    );
  return written(format);
}

type Found = Readonly<Record<string, string | undefined>>;

function zoneSeconds(zone: string): number {
  if (zone === 'Z') return 0;
  const [, sign, hours, first = '', minutes, second, seconds = '0'] =
    /^([+-])(\d\d)(:?)(\d\d)(?:(:?)(\d\d))?/.exec(zone) ?? [];
  if (first === ':' && second === '') throw valueError(`Inconsistent use of : in ${zone}`);
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -total : total;
}

function hourOf({ H, I, p = '' }: Found): number {
  if (I === undefined) return Number(H ?? 0);
  const hour = Number(I) % 12;
  return p.toLowerCase() === 'pm' ? hour + 12 : hour;
}

function nameIndex(names: readonly string[], name: string): number {
  return names.findIndex((one) => one.toLowerCase().startsWith(name.toLowerCase()));
}

/** Monday 0; null where the text does not say. */
function weekdayOf({ A, a, w, u }: Found): number | null {
  if (A !== undefined || a !== undefined) return modulo(nameIndex(DAYS, A ?? a ?? '') - 1, 7);
  if (w !== undefined) return modulo(Number(w) - 1, 7);
  return u === undefined ? null : Number(u) - 1;
}

function yearOf({ y, Y }: Found): number | null {
  if (Y !== undefined) return Number(Y);
  if (y === undefined) return null;
  return Number(y) + (Number(y) <= 68 ? 2000 : 1900);
}

const NEEDS_WEEKDAY = "a weekday directive ('%A', '%a', '%w', or '%u').";

/** The year of weeks and the year of months do not mix. */
function checkWeeks({ G, V, U, W, j }: Found, year: number | null, weekday: number | null): void {
  if (year === null && G !== undefined) {
    if (V === undefined || weekday === null)
      throw valueError(
        `ISO year directive '%G' must be used with the ISO week directive '%V' and ${NEEDS_WEEKDAY}`,
      );
    if (j !== undefined)
      throw valueError(
        "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.",
      );
  } else if (V !== undefined && U === undefined && W === undefined) {
    if (weekday === null)
      throw valueError(
        `ISO week directive '%V' must be used with the ISO year directive '%G' and ${NEEDS_WEEKDAY}`,
      );
    throw valueError(
      "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.",
    );
  }
}

/** Day of the year of a day of a week that is counted from the year's first Sunday (%U) or Monday (%W). */
function dayOfWeek(year: number, week: number, [weekday, fromMonday]: readonly [number, boolean]): number {
  const shift = fromMonday ? 0 : 1;
  const first = (weekdayFromMonday(year, 0, 1) + shift) % 7;
  const day = (weekday + shift) % 7;
  return week === 0 ? 1 + day - first : 1 + ((7 - first) % 7) + 7 * (week - 1) + day;
}

interface Known {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number | null;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly yday: number;
}

function dayFrom(number: number): Day {
  const { year, mon, mday, yday } = dateOf(number);
  return { year, month: mon, day: mday, yday: yday + 1 };
}

/** The day by what is known of it: the day of the year, a week and a weekday, or month and day. */
function completed(found: Found, { year, month, day, weekday }: Known): Day {
  const { j, U, W, G, V } = found;
  const week = U ?? W;
  if (j !== undefined) return { ...dayFrom(dayNumber(year, 0, Number(j))), yday: Number(j) };
  if (weekday !== null && week !== undefined) {
    const given = dayOfWeek(year, Number(week), [weekday, U === undefined]);
    const yday = given > 0 ? given : given + (isLeap(year - 1) ? 366 : 365);
    return { ...dayFrom(dayNumber(year, 0, given)), yday };
  }
  if (weekday !== null && G !== undefined && V !== undefined) {
    const fourth = dayNumber(Number(G), 0, 4);
    const monday = fourth - modulo(fourth + 3, 7);
    return dayFrom(monday + 7 * (Number(V) - 1) + weekday);
  }
  if (year < 1) throw valueError(`year ${year} is out of range`);
  if (day > daysIn(year, month)) throw valueError('day is out of range for month');
  return dayFrom(dayNumber(year, month, day));
}

function monthOf({ m, B, b }: Found): number {
  const name = B ?? b;
  return name === undefined ? Number(m ?? 1) - 1 : nameIndex(MONTHS, name);
}

/** What the text says by the format; a ValueError where it does not fit. The texts are shown as repr() shows them. */
export function strptime(text: string, format: string, shown: (text: string) => string): Parsed {
  const match = new RegExp(`^(?:${expressionOf(format)})`, 'iu').exec(text);
  if (match === null) throw valueError(`time data ${shown(text)} does not match format ${shown(format)}`);
  if (match[0].length < text.length)
    throw valueError(`unconverted data remains: ${text.slice(match[0].length)}`);
  const found: Found = match.groups ?? {};
  const [given, weekday, month] = [yearOf(found), weekdayOf(found), monthOf(found)];
  const day = Number(found['d'] ?? 1);
  const gmtoff = found['z'] === undefined ? null : zoneSeconds(found['z']);
  checkWeeks(found, given, weekday);
  // A leap day without a year is one of 1900 that is told of 1904.
  const isLeapDay = given === null && month === 1 && day === 29;
  const date = completed(found, { year: given ?? (isLeapDay ? 1904 : 1900), month, day, weekday });
  const wday = weekday ?? weekdayFromMonday(date.year, date.month, date.day);
  const clock = [hourOf(found), Number(found['M'] ?? 0), Number(found['S'] ?? 0)];
  const zone = found['Z'] ?? null;
  const year = isLeapDay ? 1900 : date.year;
  const fields = [year, date.month + 1, date.day, ...clock, wday, date.yday, zone === null ? -1 : 0];
  return { fields, zone, gmtoff };
}
