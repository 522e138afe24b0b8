/** Lines of library code as CPython numbers them (lib/line-shifts.ts): tracemalloc names the line of every allocation, tracebacks that of every call. */
import type { Minor } from '../../heap/index.ts';
import type { CodeObject } from '../compile/code-object.ts';
import type { ConstValue } from '../constant.ts';
import { LINE_SHIFTS } from '../lib/line-shifts.ts';

const MARK = / # (\d+)$/;

/** For each line of a source, from 1, the number that it is shown with. */
function shownNumbers(source: string, module: string, minor: Minor): Int32Array {
  const shifts = LINE_SHIFTS[module]?.[minor] ?? [];
  const lines = source.split('\n');
  const shown = new Int32Array(lines.length + 2);
  for (let at = 1; at < shown.length; at++) {
    const [, mark] = MARK.exec(lines[at - 1] ?? '') ?? [];
    shown[at] = mark === undefined ? (shown[at - 1] as number) + 1 : shifted(Number(mark), shifts);
  }
  return shown;
}

function shifted(line: number, shifts: readonly number[]): number {
  let by = 0;
  for (let at = 0; at < shifts.length && (shifts[at] as number) <= line; at += 2)
    by = shifts[at + 1] as number;
  return line + by;
}

/** The code of a module with the numbers that its lines are shown with. A source without marks keeps its own. */
export function withShownLines(code: CodeObject, source: string, module: string, minor: Minor): CodeObject {
  const shown = shownNumbers(source, module, minor);
  const of = (line: number): number => shown[line] as number;
  const inConstant = (constant: ConstValue): ConstValue =>
    constant.type === 'code' ? { type: 'code', code: inCode(constant.code) } : constant;
  const inCode = (one: CodeObject): CodeObject => ({
    ...one,
    firstLine: of(one.firstLine),
    positions: one.positions.map((value, at) => (at % 4 < 2 ? of(value) : value)),
    constants: one.constants.map(inConstant),
  });
  return inCode(code);
}
