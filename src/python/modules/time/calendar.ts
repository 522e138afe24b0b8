/** The Gregorian calendar as C keeps it (struct tm, gmtime_r, mktime), for Coordinated Universal Time: days are counted from 1970-01-01. */

/** struct tm: months and days of the year from 0, weekdays from Sunday, years from 1900. */
export interface Tm {
  readonly sec: number;
  readonly min: number;
  readonly hour: number;
  readonly mday: number;
  readonly mon: number;
  readonly year: number;
  readonly wday: number;
  readonly yday: number;
  readonly isdst: number;
  /** Its zone's name and seconds east of Greenwich, where it has them. */
  readonly zone: string;
  readonly gmtoff: number;
}

export const BASE_YEAR = 1900;
const DAY_SECONDS = 86_400;
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

/** Days before a year's first day. */
function daysBeforeYear(year: number): number {
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return 365 * (year - 1970) + leaps - 477;
}

/** The number of a day; the month is 0 to 11, the day any number. */
export function dayNumber(year: number, month: number, day: number): number {
  const leapDay = month > 1 && isLeap(year) ? 1 : 0;
  return daysBeforeYear(year) + (DAYS_BEFORE[month] as number) + leapDay + day - 1;
}

export function daysIn(year: number, month: number): number {
  if (month === 1) return isLeap(year) ? 29 : 28;
  return month === 11 ? 31 : (DAYS_BEFORE[month + 1] as number) - (DAYS_BEFORE[month] as number);
}

/** The weekday of a day, Sunday 0. */
export function weekday(day: number): number {
  return modulo(day + FIRST_WEEKDAY, 7);
}

/** Year, month (0 to 11), day of the month, and day of the year from 0. */
export function dateOf(day: number): { year: number; mon: number; mday: number; yday: number } {
  let year = Math.floor(day / 365.2425) + 1970;
  while (daysBeforeYear(year) > day) year--;
  while (daysBeforeYear(year + 1) <= day) year++;
  const yday = day - daysBeforeYear(year);
  let mon = 11;
  while (dayNumber(year, mon, 1) > day) mon--;
  return { year, mon, mday: day - dayNumber(year, mon, 1) + 1, yday };
}

/** gmtime_r; null for a year that a C int does not hold. */
export function tmOf(seconds: bigint, zone: string): Tm | null {
  const rest = ((seconds % BigInt(DAY_SECONDS)) + BigInt(DAY_SECONDS)) % BigInt(DAY_SECONDS);
  const day = Number((seconds - rest) / BigInt(DAY_SECONDS));
  if (Math.abs(day) > 2 ** 41) return null;
  const { year, mon, mday, yday } = dateOf(day);
  if (year - BASE_YEAR > 0x7fffffff || year - BASE_YEAR < -0x80000000) return null;
  const left = Number(rest);
  const clock = { hour: Math.floor(left / 3600), min: Math.floor(left / 60) % 60, sec: left % 60 };
  const wday = weekday(day);
  return { ...clock, mday, mon, year: year - BASE_YEAR, wday, yday, isdst: 0, zone, gmtoff: 0 };
}

/** mktime: the seconds, whatever the parts; a summer time that there is not is taken for an hour more. */
export function secondsOf({ year, mon, mday, hour, min, sec, isdst }: Tm): number {
  const years = year + BASE_YEAR + Math.floor(mon / 12);
  const day = dayNumber(years, modulo(mon, 12), 1) + mday - 1;
  return day * DAY_SECONDS + (hour - (isdst > 0 ? 1 : 0)) * 3600 + min * 60 + sec;
}
