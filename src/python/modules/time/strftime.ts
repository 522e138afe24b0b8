/** strftime in the C locale, with what glibc adds to C: further directives, and flags and widths before them. */
import { BASE_YEAR, dayNumber, isLeap, modulo, secondsOf, type Tm } from './calendar.ts';

export const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const MONTHS =
  'January February March April May June July August September October November December'.split(' ');

/** A number, its width and what fills it; or a text. */
type Part = readonly [value: number, width: number, fill: '0' | '_'] | string;

const yearOf = (tm: Tm): number => tm.year + BASE_YEAR;
const twelve = (tm: Tm): number => ((tm.hour + 11) % 12) + 1;
const short = (names: readonly string[], at: number): string => (names[at] ?? '?').slice(0, 3);
const half = (tm: Tm): string => (tm.hour >= 12 ? 'PM' : 'AM');

/** Year and week by ISO 8601: the week that has the year's first Thursday is its first. */
function isoWeek(tm: Tm): readonly [year: number, week: number] {
  const year = yearOf(tm);
  const daysIn = (one: number): number => (isLeap(one) ? 366 : 365);
  const weekStart = (yday: number): number => yday - modulo(yday - tm.wday + 11, 7) + 3;
  const days = weekStart(tm.yday);
  if (days < 0) return [year - 1, Math.floor(weekStart(tm.yday + daysIn(year - 1)) / 7) + 1];
  const later = weekStart(tm.yday - daysIn(year));
  return later >= 0 ? [year + 1, Math.floor(later / 7) + 1] : [year, Math.floor(days / 7) + 1];
}

function zoneOffset({ gmtoff, isdst }: Tm): string {
  if (isdst < 0) return '';
  const minutes = Math.floor(Math.abs(gmtoff) / 60);
  const digits = Math.floor(minutes / 60) * 100 + (minutes % 60);
  return (gmtoff < 0 ? '-' : '+') + String(digits).padStart(4, '0');
}

const PARTS: Readonly<Record<string, (tm: Tm) => Part>> = {
  a: (tm) => short(DAYS, tm.wday),
  A: (tm) => DAYS[tm.wday] ?? '?',
  b: (tm) => short(MONTHS, tm.mon),
  h: (tm) => short(MONTHS, tm.mon),
  B: (tm) => MONTHS[tm.mon] ?? '?',
  C: (tm) => [Math.floor(yearOf(tm) / 100), 1, '0'],
  d: (tm) => [tm.mday, 2, '0'],
  e: (tm) => [tm.mday, 2, '_'],
  g: (tm) => [modulo(isoWeek(tm)[0], 100), 2, '0'],
  G: (tm) => [isoWeek(tm)[0], 1, '0'],
  H: (tm) => [tm.hour, 2, '0'],
  I: (tm) => [twelve(tm), 2, '0'],
  k: (tm) => [tm.hour, 2, '_'],
  l: (tm) => [twelve(tm), 2, '_'],
  j: (tm) => [tm.yday + 1, 3, '0'],
  M: (tm) => [tm.min, 2, '0'],
  m: (tm) => [tm.mon + 1, 2, '0'],
  n: () => '\n',
  t: () => '\t',
  p: half,
  P: (tm) => half(tm).toLowerCase(),
  s: (tm) => [secondsOf(tm), 1, '0'],
  S: (tm) => [tm.sec, 2, '0'],
  u: (tm) => [((tm.wday + 6) % 7) + 1, 1, '0'],
  U: (tm) => [Math.floor((tm.yday - tm.wday + 7) / 7), 2, '0'],
  V: (tm) => [isoWeek(tm)[1], 2, '0'],
  W: (tm) => [Math.floor((tm.yday - ((tm.wday + 6) % 7) + 7) / 7), 2, '0'],
  w: (tm) => [tm.wday, 1, '0'],
  y: (tm) => [modulo(yearOf(tm), 100), 2, '0'],
  Y: (tm) => [yearOf(tm), 1, '0'],
  z: zoneOffset,
  Z: (tm) => tm.zone,
  '%': () => '%',
};

/** Directives that stand for others. */
const COMPOSED: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  r: '%I:%M:%S %p',
  R: '%H:%M',
  T: '%H:%M:%S',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
};

function laidOut(part: Part, flags: string, given: number): string {
  const flag = /[_\-0](?=[^_\-0]*$)/.exec(flags)?.[0] ?? '';
  if (typeof part === 'string') return part.padStart(given, flag === '0' ? '0' : ' ');
  const [value, width, fill] = part;
  const sign = value < 0 ? '-' : '';
  const digits = String(Math.abs(value));
  if (flag === '-') return sign + digits;
  const room = Math.max(width, given) - sign.length;
  return (flag || fill) === '_'
    ? (sign + digits).padStart(room + sign.length)
    : sign + digits.padStart(room, '0');
}

function cased(text: string, flags: string, directive: string): string {
  if (flags.includes('^')) return text.toUpperCase();
  if (!flags.includes('#')) return text;
  return 'pZ'.includes(directive) ? text.toLowerCase() : text.toUpperCase();
}

const MOST_WIDTH = 1024;

export function strftime(format: string, tm: Tm): string {
  return format.replaceAll(/%([_\-0^#]*)(\d*)([EO]?)(.)/gsu, (whole, flags, width, modifier, directive) => {
    const composed = COMPOSED[directive];
    const given = Math.min(Number(width), MOST_WIDTH);
    if (composed !== undefined) return laidOut(cased(strftime(composed, tm), flags, directive), flags, given);
    const part = PARTS[directive]?.(tm);
    if (part === undefined || (directive === '%' && modifier !== '')) return whole;
    return cased(laidOut(part, flags, given), flags, directive);
  });
}

/** asctime */
export function asctime(tm: Tm): string {
  const clock = [tm.hour, tm.min, tm.sec].map((one) => String(one).padStart(2, '0')).join(':');
  const day = String(tm.mday).padStart(3);
  return `${short(DAYS, tm.wday)} ${short(MONTHS, tm.mon)}${day} ${clock} ${yearOf(tm)}`;
}

/** The day of the week of a date whose month is from 0, Monday 0. */
export function weekdayFromMonday(year: number, month: number, day: number): number {
  return modulo(dayNumber(year, month, day) + 3, 7);
}
