/**
 * The instruction set: CPython's, in one dialect for all versions, with CPython's names where the meaning is CPython's.
 *
 * Every stack slot is a counted reference, except NULL slots and the `lasti` slots that exception handlers push.
 * Stacks are written with the top at the right; `arg` is the instruction's argument.
 *
 *   NOP RESUME                     no effect. RESUME arg: 0 function start, 1 after yield, 2 after yield from:
 *                                  where 3.12 and later look at the eval breaker
 *   MAKE_CELL                      no effect: a new cell in cell slot arg; an argument moves into it (`cell2arg`)
 *   COPY_FREE_VARS                 no effect: arg cells of the closure go to the free slots
 *   RETURN_GENERATOR               -- -> None      ends the call with a generator; pushes what it is first sent
 *   POP_TOP                        a -> --
 *   COPY                           copies the arg-th item from the top (1 is the top) onto the top
 *   SWAP                           exchanges the top with the arg-th item from the top
 *   PUSH_NULL                      -- -> NULL
 *   LOAD_CONST                     -- -> consts[arg]
 *   LOAD_FAST STORE_FAST DELETE_FAST            varnames[arg]; an unset one raises UnboundLocalError
 *   LOAD_FAST_LOAD_FAST LOAD_FAST_LOAD_CONST and others of such names    two or three in one; only packed-code.ts makes them
 *   LOAD_FAST_AND_CLEAR            -- -> local or NULL; the local is unset (3.12 comprehensions)
 *   STORE_FAST_MAYBE_NULL          local or NULL -> --
 *   LOAD_CELL_AND_CLEAR STORE_CELL_MAYBE_NULL   the same for the cell itself in cell slot arg
 *   LOAD_NAME STORE_NAME DELETE_NAME            names[arg]: locals, globals, builtins
 *   LOAD_GLOBAL STORE_GLOBAL DELETE_GLOBAL      names[arg]: globals, builtins
 *   LOAD_DEREF STORE_DEREF DELETE_DEREF         the content of cell arg (cellvars, then freevars)
 *   LOAD_CLASSDEREF                as LOAD_DEREF, but the class namespace is asked first
 *   LOAD_LOCALS                    -- -> the class namespace
 *   LOAD_FROM_DICT_OR_DEREF LOAD_FROM_DICT_OR_GLOBALS      d -> value of the name in d, or else in the cell or the globals (3.12)
 *   LOAD_CLOSURE                   -- -> cell arg itself
 *   LOAD_ATTR                      o -> o.name      STORE_ATTR  v o -> --      DELETE_ATTR  o -> --
 *   LOAD_METHOD                    o -> method self, or attribute NULL
 *   LOAD_SUPER_ATTR                super class self -> attribute        (3.12; names[arg >> 1])
 *   LOAD_SUPER_METHOD              super class self -> method self, or attribute NULL
 *                                  in both, arg & 1: super was written with two arguments
 *   BINARY_OP INPLACE_OP           a b -> a op b    arg indexes BINARY_OPERATORS
 *   UNARY_NEGATIVE UNARY_POSITIVE UNARY_INVERT UNARY_NOT     a -> op a
 *   COMPARE_OP                     a b -> a op b    arg indexes COMPARE_OPERATORS
 *   IS_OP CONTAINS_OP              a b -> bool      arg 1 negates
 *   BINARY_SUBSCR                  o i -> o[i]      STORE_SUBSCR  v o i -> --  DELETE_SUBSCR  o i -> --
 *   BINARY_SLICE                   o a b -> o[a:b]  STORE_SLICE   v o a b -> --                      (3.12)
 *   BUILD_SLICE                    a b [c] -> slice, arg 2 or 3
 *   BUILD_TUPLE BUILD_LIST BUILD_SET BUILD_STRING           arg items -> one
 *   BUILD_MAP                      arg key-value pairs -> dict
 *   BUILD_CONST_KEY_MAP            arg values, tuple of keys -> dict
 *   LIST_APPEND SET_ADD            v -> --, into the container arg below the rest;  MAP_ADD  k v -> --
 *   LIST_EXTEND SET_UPDATE DICT_UPDATE DICT_MERGE           it -> --, into the container arg below the rest
 *   LIST_TO_TUPLE                  list -> tuple
 *   FORMAT_VALUE                   v [spec] -> str  arg & 3: 0 none, 1 str, 2 repr, 3 ascii; arg & 4: has a spec
 *   UNPACK_SEQUENCE                s -> arg items, the first on top
 *   UNPACK_EX                      s -> (arg & 255) items, list, (arg >> 8) items, the first on top
 *   GET_ITER                       o -> iterator
 *   FOR_ITER                       it -> it next, or it -> -- and jump to arg
 *   JUMP_FORWARD JUMP_BACKWARD     jump to instruction arg; backwards is where the eval breaker is looked at
 *   POP_JUMP_IF_FALSE POP_JUMP_IF_TRUE POP_JUMP_IF_NONE POP_JUMP_IF_NOT_NONE      a -> --
 *   JUMP_IF_FALSE_OR_POP JUMP_IF_TRUE_OR_POP               jump and keep a, or a -> --
 *   CALL                           callable self-or-NULL arg args -> result     (self counts as an argument)
 *   CALL_KW                        callable self-or-NULL arg args, tuple of names -> result
 *   CALL_FUNCTION_EX               callable NULL iterable [dict if arg & 1] -> result
 *   MAKE_FUNCTION                  [defaults] [kwdefaults] [annotations] [closure] code [qualname] -> function
 *                                  arg & 1, 2, 4, 8 say which of the first four, arg & 16 that a qualified name is there
 *   LOAD_BUILD_CLASS LOAD_ASSERTION_ERROR                  -- -> object
 *   SETUP_ANNOTATIONS              no effect: makes __annotations__ if missing
 *   RAISE_VARARGS                  [exc [cause]] -> never; arg says how many
 *   RERAISE                        exc -> never; arg > 0: the lasti slot is arg below it
 *   RETURN_VALUE                   v -> never
 *   YIELD_VALUE                    v -> what is sent
 *   GET_YIELD_FROM_ITER            o -> iterator
 *   SEND                           it v -> it result; at its end jump to arg with it value
 *   END_SEND                       it value -> value
 *   GET_AWAITABLE                  o -> iterator     arg 1, 2: what __aenter__, __aexit__ gave
 *   GET_AITER                      o -> asynchronous iterator    GET_ANEXT  it -> it awaitable
 *   END_ASYNC_FOR                  it exc -> --      goes on raising what is no StopAsyncIteration
 *   BEFORE_ASYNC_WITH              manager -> exit, what __aenter__ gave
 *   ASYNC_GEN_WRAP                 v -> v wrapped, as an asynchronous generator yields it
 *   PUSH_EXC_INFO                  exc -> previous exc     exc becomes the handled exception
 *   CHECK_EXC_MATCH                exc type -> exc bool
 *   CHECK_EG_MATCH                 exc types -> what is left, what matches: either may be None; the match becomes the handled exception
 *   PREP_RERAISE_STAR              exc list -> what goes on, or None
 *   POP_EXCEPT                     previous -> --          previous becomes the handled exception again
 *   BEFORE_WITH                    manager -> exit, result of enter
 *   WITH_EXCEPT_START              exit lasti previous exc -> the same and exit's result
 *   IMPORT_NAME                    level fromlist -> module   IMPORT_FROM  m -> m attribute   IMPORT_STAR  m -> --
 *   PRINT_EXPR                     v -> --                 displayhook, in mode `single`
 *   GET_LEN                        o -> o length
 *   MATCH_MAPPING MATCH_SEQUENCE   o -> o bool
 *   MATCH_KEYS                     o keys -> o keys values-or-None
 *   MATCH_CLASS                    o class names -> attributes-or-None    arg: positional patterns
 *   COPY_DICT_WITHOUT_KEYS         o keys -> o rest        (a dict; the keys are consumed)
 *
 * SETUP_FINALLY, SETUP_CLEANUP, SETUP_WITH and POP_BLOCK exist only until the code is assembled: they become the
 * exception table. A handler is entered with the stack cut to the entry's depth, then `lasti` if the entry says so,
 * then the exception.
 */

/** Those that the loop runs itself come first, so that its switch is one table (dispatch.ts). */
const NAMES = [
  'LOAD_FAST',
  'LOAD_FAST_LOAD_FAST',
  'LOAD_FAST_LOAD_CONST',
  'LOAD_CONST',
  'STORE_FAST',
  'BINARY_OP',
  'INPLACE_OP',
  'COMPARE_OP',
  'LOAD_NAME',
  'LOAD_GLOBAL',
  'STORE_NAME',
  'LOAD_ATTR',
  'LOAD_METHOD',
  'STORE_ATTR',
  'CALL',
  'POP_TOP',
  'POP_JUMP_IF_FALSE',
  'POP_JUMP_IF_TRUE',
  'IS_OP',
  'BINARY_SUBSCR',
  'LIST_APPEND',
  'FOR_ITER',
  'PUSH_NULL',
  'RESUME',
  'JUMP_FORWARD',
  'JUMP_BACKWARD',
  'RETURN_VALUE',
  'RETURN_GENERATOR',
  'YIELD_VALUE',
  'LOAD_FAST_BINARY_OP',
  'LOAD_CONST_BINARY_OP',
  'LOAD_FAST_LOAD_FAST_BINARY_OP',
  'LOAD_FAST_LOAD_CONST_BINARY_OP',
  'FOR_ITER_STORE_FAST',
  'LOAD_FAST_LOAD_ATTR',
  'LOAD_FAST_STORE_ATTR',
  'LOAD_FAST_LOAD_METHOD',
  'LOAD_CONST_RETURN_VALUE',
  // Those that the loop does not run itself (dispatch.ts).
  'NOP',
  'MAKE_CELL',
  'COPY_FREE_VARS',
  'COPY',
  'SWAP',
  'DELETE_FAST',
  'LOAD_FAST_AND_CLEAR',
  'STORE_FAST_MAYBE_NULL',
  'LOAD_CELL_AND_CLEAR',
  'STORE_CELL_MAYBE_NULL',
  'DELETE_NAME',
  'STORE_GLOBAL',
  'DELETE_GLOBAL',
  'LOAD_DEREF',
  'STORE_DEREF',
  'DELETE_DEREF',
  'LOAD_CLASSDEREF',
  'LOAD_CLOSURE',
  'DELETE_ATTR',
  'LOAD_SUPER_ATTR',
  'LOAD_SUPER_METHOD',
  'UNARY_NEGATIVE',
  'UNARY_POSITIVE',
  'UNARY_INVERT',
  'UNARY_NOT',
  'CONTAINS_OP',
  'STORE_SUBSCR',
  'DELETE_SUBSCR',
  'BINARY_SLICE',
  'STORE_SLICE',
  'BUILD_SLICE',
  'BUILD_TUPLE',
  'BUILD_LIST',
  'BUILD_SET',
  'BUILD_MAP',
  'BUILD_CONST_KEY_MAP',
  'BUILD_STRING',
  'SET_ADD',
  'MAP_ADD',
  'LIST_EXTEND',
  'SET_UPDATE',
  'DICT_UPDATE',
  'DICT_MERGE',
  'LIST_TO_TUPLE',
  'FORMAT_VALUE',
  'UNPACK_SEQUENCE',
  'UNPACK_EX',
  'GET_ITER',
  'POP_JUMP_IF_NONE',
  'POP_JUMP_IF_NOT_NONE',
  'JUMP_IF_FALSE_OR_POP',
  'JUMP_IF_TRUE_OR_POP',
  'CALL_KW',
  'CALL_FUNCTION_EX',
  'MAKE_FUNCTION',
  'LOAD_BUILD_CLASS',
  'LOAD_ASSERTION_ERROR',
  'SETUP_ANNOTATIONS',
  'RAISE_VARARGS',
  'RERAISE',
  'GET_YIELD_FROM_ITER',
  'SEND',
  'END_SEND',
  'PUSH_EXC_INFO',
  'CHECK_EXC_MATCH',
  'POP_EXCEPT',
  'BEFORE_WITH',
  'WITH_EXCEPT_START',
  'IMPORT_NAME',
  'IMPORT_FROM',
  'IMPORT_STAR',
  'PRINT_EXPR',
  'GET_LEN',
  'MATCH_MAPPING',
  'MATCH_SEQUENCE',
  'MATCH_KEYS',
  'MATCH_CLASS',
  'COPY_DICT_WITHOUT_KEYS',
  'SETUP_FINALLY',
  'SETUP_CLEANUP',
  'SETUP_WITH',
  'POP_BLOCK',
  'CHECK_EG_MATCH',
  'PREP_RERAISE_STAR',
  'GET_AWAITABLE',
  'GET_AITER',
  'GET_ANEXT',
  'END_ASYNC_FOR',
  'BEFORE_ASYNC_WITH',
  'ASYNC_GEN_WRAP',
  'LOAD_LOCALS',
  'LOAD_FROM_DICT_OR_DEREF',
  'LOAD_FROM_DICT_OR_GLOBALS',
  'CALL_INTRINSIC_1',
  'CALL_INTRINSIC_2',
] as const;

export type OpName = (typeof NAMES)[number];
export type Opcode = number;

/** The number of each, for whoever has to write a number and wants it checked: `7 satisfies OpCodes['POP_TOP']`. */
export type OpCodes = {
  [At in keyof typeof NAMES & `${number}` as (typeof NAMES)[At]]: At extends `${infer Code extends number}`
    ? Code
    : never;
};

/** `Op.LOAD_CONST` and so on. */
export const Op = Object.freeze(Object.fromEntries(NAMES.map((name, code) => [name, code]))) as Readonly<
  Record<OpName, Opcode>
>;

export function opName(op: Opcode): OpName {
  return NAMES[op] ?? 'NOP';
}

/** What CALL_INTRINSIC_1 makes of a value (PEP 695): a type parameter of its name, the base of a class, an alias. */
export const INTRINSIC_1 = {
  TYPEVAR: 0,
  PARAMSPEC: 1,
  TYPEVARTUPLE: 2,
  SUBSCRIPT_GENERIC: 3,
  TYPEALIAS: 4,
} as const;
/** ... and CALL_INTRINSIC_2 of two. */
export const INTRINSIC_2 = {
  TYPEVAR_WITH_BOUND: 0,
  TYPEVAR_WITH_CONSTRAINTS: 1,
  SET_FUNCTION_TYPE_PARAMS: 2,
  SET_TYPEPARAM_DEFAULT: 3,
} as const;

/** What GET_AWAITABLE awaits: an operand, or what a manager's `__aenter__` or `__aexit__` gave. */
export const AWAITED = { OPERAND: 0, ENTER: 1, EXIT: 2 } as const;

export const BINARY_OPERATORS = [
  '+',
  '-',
  '*',
  '@',
  '/',
  '%',
  '**',
  '<<',
  '>>',
  '|',
  '^',
  '&',
  '//',
] as const;
export const COMPARE_OPERATORS = ['<', '<=', '==', '!=', '>', '>='] as const;

const JUMPS: ReadonlySet<Opcode> = new Set([
  Op.FOR_ITER,
  Op.JUMP_FORWARD,
  Op.JUMP_BACKWARD,
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
  Op.JUMP_IF_FALSE_OR_POP,
  Op.JUMP_IF_TRUE_OR_POP,
  Op.SEND,
  Op.SETUP_FINALLY,
  Op.SETUP_CLEANUP,
  Op.SETUP_WITH,
]);

/** Whether the argument is the place of another instruction. */
export function isJump(op: Opcode): boolean {
  return JUMPS.has(op);
}

export function isSetup(op: Opcode): boolean {
  return op === Op.SETUP_FINALLY || op === Op.SETUP_CLEANUP || op === Op.SETUP_WITH;
}

/** Whether the instruction after this one is not reached from it. */
export function endsFlow(op: Opcode): boolean {
  return (
    op === Op.RETURN_VALUE ||
    op === Op.RAISE_VARARGS ||
    op === Op.RERAISE ||
    op === Op.JUMP_FORWARD ||
    op === Op.JUMP_BACKWARD
  );
}
