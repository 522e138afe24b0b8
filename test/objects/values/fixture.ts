/**
 * Compares functions of ours with what the real interpreters answered (test/oracle/values.py).
 * A mismatch is a line of text; a test expects none.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { floatFromBits } from '../../../src/objects/values/float-bits.ts';
import { toPyInt } from '../../../src/objects/values/py-int.ts';
import { PythonRaise } from '../../../src/objects/values/python-raise.ts';
import {
  type PythonMinor,
  type ValueProfile,
  valueProfile,
} from '../../../src/objects/values/value-profile.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- arguments have the types that the recorded function took.
export type Subject = (profile: ValueProfile, ...args: any[]) => unknown;
type Case = readonly [name: string, args: unknown, answer: unknown];

interface Fixture {
  readonly versions: readonly string[];
  readonly cases: readonly Case[];
  readonly others: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

function readFixture(suite: string): Fixture {
  const file = new URL(`fixtures/${suite}.json.gz`, import.meta.url);
  return JSON.parse(gunzipSync(readFileSync(file)).toString()) as Fixture;
}

/** A float where a test has to tell it from an int. */
export class PyFloat {
  readonly x: number;
  constructor(x: number) {
    this.x = x;
  }
}

function decodeTagged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeTagged);
  const isFloat = value !== null && typeof value === 'object' && 'f' in value;
  return isFloat ? new PyFloat(decode(value) as number) : decode(value);
}

function decode(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(decode);
  const { i, f, c, b, e } = value as {
    i?: string;
    f?: string;
    c?: [string, string];
    b?: string;
    e?: [string, string];
  };
  if (i !== undefined) return toPyInt(i.startsWith('-') ? -BigInt(i.slice(1)) : BigInt(i));
  if (f !== undefined) return floatFromBits(BigInt(`0x${f}`));
  if (c !== undefined)
    return { re: floatFromBits(BigInt(`0x${c[0]}`)), im: floatFromBits(BigInt(`0x${c[1]}`)) };
  if (b !== undefined) return Uint8Array.from(b.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16));
  if (e !== undefined) return `${e[0]}: ${e[1]}`;
  throw new Error('unknown encoding in a fixture');
}

function attempt(subject: Subject, profile: ValueProfile, args: readonly unknown[]): unknown {
  try {
    return subject(profile, ...args);
  } catch (error) {
    if (error instanceof PythonRaise) return `${error.exception}: ${error.message}`;
    throw error;
  }
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => same(value, (b as Record<string, unknown>)[key]))
  );
}

function show(value: unknown): string {
  const text = showWhole(value);
  return text.length > 100 ? `${text.slice(0, 100)}... (${text.length})` : text;
}

function showWhole(value: unknown): string {
  if (value instanceof Uint8Array) return `bytes ${Array.from(value).join(' ')}`;
  if (Array.isArray(value)) return `[${value.map(showWhole).join(', ')}]`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (value !== null && typeof value === 'object') return JSON.stringify(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Runs the cases of `suite` whose function `subjects` has; answers what differs, in words. */
export function mismatches(
  suite: string,
  subjects: Readonly<Record<string, Subject>>,
  options: { readonly tagFloats: boolean; readonly all?: boolean } = { tagFloats: false },
): string[] {
  const fixture = readFixture(suite);
  const found: string[] = [];
  for (const version of fixture.versions) {
    const profile = valueProfile(Number(version.split('.')[1]) as PythonMinor);
    const others = fixture.others[version] ?? {};
    fixture.cases.forEach(([name, args, answer], i) => {
      const subject = subjects[name];
      if (subject === undefined) return;
      const expected = decode(String(i) in others ? others[i] : answer);
      const given = (options.tagFloats ? decodeTagged(args) : decode(args)) as unknown[];
      const actual = attempt(subject, profile, given);
      if (!same(actual, expected)) {
        found.push(
          `${version} ${name}(${given.map(show).join(', ')}): ${show(actual)}, not ${show(expected)}`,
        );
      }
    });
  }
  return found.length > 15 && options.all !== true
    ? [`${found.length} mismatches`, ...found.filter((_, i) => i % Math.ceil(found.length / 15) === 0)]
    : found;
}

/** How many cases of the suite each function has, so that a test cannot pass by comparing nothing. */
export function caseCount(suite: string, name: string): number {
  return readFixture(suite).cases.filter((row) => row[0] === name).length;
}
