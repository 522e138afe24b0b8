/**
 * What only CPython has an instruction for, as arguments of NOPs: the evaluator never sees them, the layout of CPython's code does
 * (native-code.ts).
 */
export const MARK = {
  NONE: 0,
  /** A NOP that keeps the line of a statement without other code. */
  LINE: 1,
  /** CONVERT_VALUE (3.13): `!s`, `!r` and `!a` of an f-string. */
  CONVERT_STR: 2,
  CONVERT_REPR: 3,
  CONVERT_ASCII: 4,
  /** The end of what a handler protects; CPython has an instruction for it until its code is laid out. */
  POP_BLOCK: 7,
  /** The jump that follows does not look at the eval breaker (3.13). */
  QUIET_JUMP: 5,
  /** The instruction that follows belongs to no line. */
  NO_LINE: 6,
} as const;
