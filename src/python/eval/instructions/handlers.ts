/** Every instruction and what runs it; the hottest ones the loop of dispatch.ts runs itself. */
import { Op, type OpName } from '../../compile/opcodes.ts';
import { AWAIT_OPS } from '../frames/awaitables.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { BUILD_OPS } from './ops-build.ts';
import { CALL_OPS } from './ops-calls.ts';
import { CONTROL_OPS } from './ops-control.ts';
import { EXCEPTION_OPS } from './ops-exceptions.ts';
import { MATCH_OPS } from './ops-match.ts';
import { NAME_OPS } from './ops-names.ts';
import { OPERATOR_OPS } from './ops-operators.ts';
import { PAIR_OPS } from './ops-pairs.ts';
import { TYPING_OPS } from './ops-typing.ts';

export type Handler = (vm: Interpreter, frame: Frame, arg: number) => void;
export type OpTable = { readonly [name in OpName]?: Handler };

function gather(tables: readonly OpTable[]): Handler[] {
  const handlers: Handler[] = [];
  for (const table of tables) {
    for (const [name, handler] of Object.entries(table)) handlers[Op[name as OpName]] = handler;
  }
  return handlers;
}

export const HANDLERS: readonly Handler[] = gather([
  NAME_OPS,
  OPERATOR_OPS,
  BUILD_OPS,
  CONTROL_OPS,
  AWAIT_OPS,
  CALL_OPS,
  EXCEPTION_OPS,
  MATCH_OPS,
  PAIR_OPS,
  TYPING_OPS,
]);
