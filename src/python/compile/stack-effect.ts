/**
 * How many slots an instruction adds to the stack (compile.c:stack_effect). Constant effects are in a table, those that
 * depend on the argument in a function each.
 */
import type { Opcode, OpName } from './opcodes.ts';
import { Op, opName } from './opcodes.ts';

const FIXED: Partial<Record<OpName, number>> = {
  RETURN_GENERATOR: 1,
  POP_TOP: -1,
  COPY: 1,
  PUSH_NULL: 1,
  LOAD_CONST: 1,
  LOAD_FAST: 1,
  STORE_FAST: -1,
  LOAD_FAST_AND_CLEAR: 1,
  STORE_FAST_MAYBE_NULL: -1,
  LOAD_CELL_AND_CLEAR: 1,
  STORE_CELL_MAYBE_NULL: -1,
  LOAD_NAME: 1,
  STORE_NAME: -1,
  LOAD_GLOBAL: 1,
  STORE_GLOBAL: -1,
  LOAD_DEREF: 1,
  STORE_DEREF: -1,
  LOAD_CLASSDEREF: 1,
  LOAD_CLOSURE: 1,
  STORE_ATTR: -2,
  DELETE_ATTR: -1,
  LOAD_METHOD: 1,
  LOAD_SUPER_ATTR: -2,
  LOAD_SUPER_METHOD: -1,
  BINARY_OP: -1,
  INPLACE_OP: -1,
  COMPARE_OP: -1,
  IS_OP: -1,
  CONTAINS_OP: -1,
  BINARY_SUBSCR: -1,
  STORE_SUBSCR: -3,
  DELETE_SUBSCR: -2,
  BINARY_SLICE: -2,
  STORE_SLICE: -4,
  LIST_APPEND: -1,
  SET_ADD: -1,
  MAP_ADD: -2,
  LIST_EXTEND: -1,
  SET_UPDATE: -1,
  DICT_UPDATE: -1,
  DICT_MERGE: -1,
  POP_JUMP_IF_FALSE: -1,
  POP_JUMP_IF_TRUE: -1,
  POP_JUMP_IF_NONE: -1,
  POP_JUMP_IF_NOT_NONE: -1,
  LOAD_BUILD_CLASS: 1,
  LOAD_ASSERTION_ERROR: 1,
  RERAISE: -1,
  RETURN_VALUE: -1,
  END_SEND: -1,
  PUSH_EXC_INFO: 1,
  POP_EXCEPT: -1,
  PREP_RERAISE_STAR: -1,
  BEFORE_WITH: 1,
  BEFORE_ASYNC_WITH: 1,
  GET_ANEXT: 1,
  END_ASYNC_FOR: -2,
  WITH_EXCEPT_START: 1,
  IMPORT_NAME: -1,
  IMPORT_FROM: 1,
  IMPORT_STAR: -1,
  PRINT_EXPR: -1,
  GET_LEN: 1,
  MATCH_MAPPING: 1,
  MATCH_SEQUENCE: 1,
  MATCH_KEYS: 1,
  MATCH_CLASS: -2,
  LOAD_LOCALS: 1,
  CALL_INTRINSIC_2: -1,
};

const BY_ARGUMENT: Partial<Record<OpName, (arg: number) => number>> = {
  BUILD_SLICE: (arg) => 1 - arg,
  BUILD_TUPLE: (arg) => 1 - arg,
  BUILD_LIST: (arg) => 1 - arg,
  BUILD_SET: (arg) => 1 - arg,
  BUILD_STRING: (arg) => 1 - arg,
  BUILD_MAP: (arg) => 1 - 2 * arg,
  BUILD_CONST_KEY_MAP: (arg) => -arg,
  FORMAT_VALUE: (arg) => ((arg & 4) === 0 ? 0 : -1),
  UNPACK_SEQUENCE: (arg) => arg - 1,
  UNPACK_EX: (arg) => (arg & 0xff) + (arg >> 8),
  CALL: (arg) => -1 - arg,
  CALL_KW: (arg) => -2 - arg,
  CALL_FUNCTION_EX: (arg) => -2 - (arg & 1),
  MAKE_FUNCTION: (arg) =>
    -((arg & 1) + ((arg >> 1) & 1) + ((arg >> 2) & 1) + ((arg >> 3) & 1) + ((arg >> 4) & 1)),
  RAISE_VARARGS: (arg) => -arg,
};

/** The change if the next instruction follows. */
export function stackEffect(op: Opcode, arg: number): number {
  if (op === Op.FOR_ITER) return 1;
  const name = opName(op);
  const fixed = FIXED[name];
  if (fixed !== undefined) return fixed;
  if (op === Op.JUMP_IF_FALSE_OR_POP || op === Op.JUMP_IF_TRUE_OR_POP) return -1;
  return BY_ARGUMENT[name]?.(arg) ?? 0;
}

/** The change if the instruction jumps; for a SETUP, what the handler finds more than there was. */
export function jumpEffect(op: Opcode, arg: number): number {
  switch (op) {
    case Op.FOR_ITER:
      return -1;
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP:
      return 0;
    case Op.SETUP_FINALLY:
      return 1;
    case Op.SETUP_CLEANUP:
      return 2;
    case Op.SETUP_WITH:
      return 1;
    default:
      return stackEffect(op, arg);
  }
}
