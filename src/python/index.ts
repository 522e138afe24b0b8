/**
 * The door of Python: source text to code objects, and code objects to effects on the heap.
 */
export type { CodeObject, ExceptionEntry } from './compile/code-object.ts';
export { disassemble } from './compile/disassemble.ts';
export type { Opcode, OpName } from './compile/opcodes.ts';
export { isJump, Op, opName } from './compile/opcodes.ts';
export {
  type CompileOptions,
  type CompileResult,
  compileSource,
  MAX_SOURCE_LENGTH,
} from './compile-source.ts';
export type { ConstValue } from './constant.ts';
export { DEFAULT_BUDGETS } from './eval/budgets.ts';
export { haveStack } from './eval/calls/native-depth.ts';
export { type Budget as ProgramBudget, BudgetSpent, exceptionOf, Thrown } from './eval/exceptions/raise.ts';
export { type PausedFrame, pausedFrames } from './eval/inspection.ts';
export type { StopsAt } from './eval/instructions/lines.ts';
export { Abandoned } from './eval/pace.ts';
export { Program, type ProgramOptions, type ProgramResult, runProgram } from './eval/program.ts';
export { interpreterOf } from './eval/start/lifetime.ts';
export { takeLeftInFreeLists } from './eval/start/start-up.ts';
export type { LeftInFreeLists, StandardInput } from './eval/surroundings.ts';
export type { LanguageProfile, PythonVersion } from './language-profile.ts';
export type { ParseMode } from './parse/parse.ts';
export type { FaultKind, SyntaxFault } from './syntax-fault.ts';
export { formatSyntaxFault, inFile } from './syntax-fault.ts';
