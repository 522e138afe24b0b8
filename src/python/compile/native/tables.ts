/** How long the tables beside the instructions are: places (PEP 657) and handlers of exceptions (assemble.c, Objects/locations.md). */
import type { Block, Instr } from './blocks.ts';
import type { NativeRules } from './native-rules.ts';
import type { Place } from './written-code.ts';

/** An entry tells of so many units at most. */
const MOST_UNITS = 8;

/**
 * Bytes of co_linetable.
 * @param sizes the units of each instruction
 */
export function lineTableBytes(
  instrs: readonly Instr[],
  sizes: readonly number[],
  { firstLine, rules }: { readonly firstLine: number; readonly rules: NativeRules },
): number {
  const entries = entriesOf(instrs, sizes, rules);
  let bytes = 0;
  let line = firstLine;
  for (const [at, units] of entries) {
    for (let left = units; left > 0; left -= MOST_UNITS) {
      bytes += entryBytes(at, line);
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

/** write_location_info_entry */
function entryBytes(at: Place, lastLine: number): number {
  if (at.line < 0) return 1;
  const delta = at.line - lastLine;
  const { col, endCol } = at;
  if ((col < 0 || endCol < 0) && (at.endLine === at.line || at.endLine < 0)) return 1 + signedBytes(delta);
  if (at.endLine === at.line) {
    if (delta === 0 && col < 80 && endCol - col < 16 && endCol >= col) return 2;
    if (delta >= 0 && delta < 3 && col < 128 && endCol < 128) return 3;
  }
  return (
    1 +
    signedBytes(delta) +
    varintBytes(at.endLine - at.line) +
    varintBytes(col + 1) +
    varintBytes(endCol + 1)
  );
}

/** Six bits a byte. */
function varintBytes(value: number): number {
  let bytes = 1;
  for (let left = value; left >= 64; left = Math.floor(left / 64)) bytes++;
  return bytes;
}

const signedBytes = (value: number): number => varintBytes(value < 0 ? -value * 2 + 1 : value * 2);

/**
 * Bytes of co_exceptiontable: start, length, target, and depth with a bit, of each run of instructions with one handler. No stack is
 * taken to be deeper than 31 slots where a handler begins, for which one byte tells the depth.
 */
export function exceptionTableBytes(
  instrs: readonly Instr[],
  sizes: readonly number[],
  starts: ReadonlyMap<Block, number>,
): number {
  let bytes = 0;
  let [offset, start] = [0, 0];
  let handler: Block | null = null;
  const end = (): void => {
    if (handler === null) return;
    bytes += varintBytes(start) + varintBytes(offset - start) + varintBytes(starts.get(handler) ?? 0) + 1;
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
