/** The tables beside the instructions: places (PEP 657) and handlers of exceptions (assemble.c, Objects/locations.md). */
import type { Block, Instr } from './blocks.ts';
import type { NativeRules } from './native-rules.ts';
import type { Place } from './written-code.ts';

/** An entry tells of so many units at most. */
const MOST_UNITS = 8;
/** Kinds of entries (pycore_code.h: PY_CODE_LOCATION_INFO_ ...). */
const ONE_LINE = 10;
const NO_COLUMNS = 13;
const LONG = 14;
const NONE = 15;

/**
 * co_linetable.
 * @param sizes the units of each instruction
 */
export function lineTable(
  instrs: readonly Instr[],
  sizes: readonly number[],
  { firstLine, rules }: { readonly firstLine: number; readonly rules: NativeRules },
): number[] {
  const bytes: number[] = [];
  let line = firstLine;
  for (const [at, units] of entriesOf(instrs, sizes, rules)) {
    for (let left = units; left > 0; left -= MOST_UNITS) {
      writeEntry(bytes, { at, units: Math.min(left, MOST_UNITS), lastLine: line });
      if (at.line >= 0) line = at.line;
    }
  }
  return bytes;
}

/** Places and how many units are there: from 3.12 on neighbours of one place are one entry. */
function entriesOf(
  instrs: readonly Instr[],
  sizes: readonly number[],
  { joinsPlaces }: NativeRules,
): [Place, number][] {
  const entries: [Place, number][] = [];
  for (const [i, { at }] of instrs.entries()) {
    const before = entries.at(-1);
    const units = sizes[i] ?? 0;
    if (joinsPlaces && before !== undefined && isSame(before[0], at)) before[1] += units;
    else entries.push([at, units]);
  }
  return entries;
}

function isSame(a: Place, b: Place): boolean {
  return a.line === b.line && a.endLine === b.endLine && a.col === b.col && a.endCol === b.endCol;
}

type Entry = { readonly at: Place; readonly units: number; readonly lastLine: number };

/** write_location_info_entry: the shortest form that tells it. */
function writeEntry(bytes: number[], { at, units, lastLine }: Entry): void {
  const begin = (kind: number): unknown => bytes.push(0x80 | (kind << 3) | (units - 1));
  const { line, endLine, col, endCol } = at;
  if (line < 0) return void begin(NONE);
  const delta = line - lastLine;
  if ((col < 0 || endCol < 0) && (endLine === line || endLine < 0)) {
    begin(NO_COLUMNS);
    return writeSigned(bytes, delta);
  }
  if (endLine === line) {
    if (delta === 0 && col < 80 && endCol - col < 16 && endCol >= col) {
      begin(col >> 3);
      bytes.push(((col & 7) << 4) | (endCol - col));
      return;
    }
    if (delta >= 0 && delta < 3 && col < 128 && endCol < 128) {
      begin(ONE_LINE + delta);
      bytes.push(col, endCol);
      return;
    }
  }
  begin(LONG);
  writeSigned(bytes, delta);
  for (const number of [endLine - line, col + 1, endCol + 1]) writeNumber(bytes, number);
}

/** Six bits a byte, the lowest first. */
function writeNumber(bytes: number[], number: number): void {
  let left = number;
  for (; left >= 64; left = Math.floor(left / 64)) bytes.push(64 | (left % 64));
  bytes.push(left);
}

function writeSigned(bytes: number[], number: number): void {
  writeNumber(bytes, number < 0 ? -number * 2 + 1 : number * 2);
}

/**
 * co_exceptiontable: start, length, target, and depth with a bit, of each run of instructions with one handler. The depth is left out
 * (a zero stands for it): one byte tells it where the stack is less than 32 slots deep.
 */
export function exceptionTable(
  instrs: readonly Instr[],
  sizes: readonly number[],
  starts: ReadonlyMap<Block, number>,
): number[] {
  const bytes: number[] = [];
  let [offset, start] = [0, 0];
  let handler: Block | null = null;
  const end = (): void => {
    if (handler === null) return;
    for (const number of [start, offset - start, starts.get(handler) ?? 0, 0]) writeBig(bytes, number);
  };
  for (const [i, instr] of instrs.entries()) {
    if (instr.handler !== handler) {
      end();
      start = offset;
      handler = instr.handler;
    }
    offset += sizes[i] ?? 0;
  }
  end();
  return bytes;
}

/** Six bits a byte, the highest first. */
function writeBig(bytes: number[], number: number): void {
  const parts: number[] = [number % 64];
  for (let left = Math.floor(number / 64); left > 0; left = Math.floor(left / 64))
    parts.unshift(64 | (left % 64));
  bytes.push(...parts);
}
