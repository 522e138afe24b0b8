/**
 * A unit as it was written, before it is assembled: what CPython's own code is laid out from (native-code.ts), when somebody asks for it.
 * Kept as numbers, as it is rarely asked for.
 */
import type { ConstValue } from '../../constant.ts';
import type { LanguageProfile, PythonVersion } from '../../language-profile.ts';
import type { SourceText } from '../../parse/source-text.ts';
import type { Opcode } from '../opcodes.ts';
import type { Label, Unit } from '../unit.ts';

/** Numbers an instruction: op, arg, handler, line, end line, column, end column. */
const WIDTH = 7;

export type WrittenInstruction = {
  readonly op: Opcode;
  readonly arg: number;
  readonly handler: Label;
  readonly at: Place;
  /** Added to the depth of the stack (unit.ts). */
  readonly counted: number;
};

/** Lines from 1 on, columns from 0 on; a line of 0 stands for none. */
export type Place = {
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
};

export type WrittenCode = {
  readonly python: PythonVersion;
  readonly numbers: Int32Array;
  /** How much each instruction adds to the depth of the stack. */
  readonly counted: Int8Array;
  readonly labels: readonly number[];
  readonly constants: readonly ConstValue[];
  readonly varNames: readonly string[];
  readonly cellVars: readonly string[];
  readonly freeVarCount: number;
  readonly parameterCount: number;
  readonly firstLine: number;
  readonly isModule: boolean;
  readonly suspends: boolean;
  /** Not a lambda: a handler of StopIteration lies around a generator from 3.12 on. */
  readonly isLambda: boolean;
  /** Cells that are made at the beginning. */
  readonly ownCells: readonly number[];
};

/** @param ownCells the cells that the unit makes, by their places in its cell variables */
export function writtenCode(
  unit: Unit,
  { python }: LanguageProfile,
  { source, ownCells }: { readonly source: SourceText; readonly ownCells: readonly number[] },
): WrittenCode {
  const { instructions, scope } = unit;
  const numbers = new Int32Array(instructions.length * WIDTH);
  for (const [i, { op, arg, handler, at }] of instructions.entries()) {
    const col = source.byteColumn(at.line, at.col);
    const endCol = source.byteColumn(at.endLine, at.endCol);
    numbers.set([op, arg, handler, at.line, at.endLine, col, endCol], i * WIDTH);
  }
  return {
    python,
    numbers,
    counted: Int8Array.from(instructions, ({ counted }) => counted),
    labels: [...unit.labels],
    constants: [...unit.constants.values],
    varNames: unit.varNames.names,
    cellVars: [...unit.cellVars.names],
    freeVarCount: unit.freeVars.names.length,
    parameterCount: scope.parameters.length,
    firstLine: unit.firstLine,
    isModule: scope.kind === 'module',
    suspends: scope.suspends,
    isLambda: scope.lambda,
    ownCells,
  };
}

export function writtenInstructions({ numbers, counted }: WrittenCode): WrittenInstruction[] {
  return Array.from({ length: numbers.length / WIDTH }, (_, i) => {
    const [op = 0, arg = 0, handler = 0, line = 0, endLine = 0, col = 0, endCol = 0] = numbers.subarray(
      i * WIDTH,
      (i + 1) * WIDTH,
    );
    return { op, arg, handler, at: { line, col, endLine, endCol }, counted: counted[i] ?? 0 };
  });
}
