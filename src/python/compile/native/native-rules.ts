/** How CPython lays out code, as far as versions differ. */
import { invariant } from '../../language-invariant.ts';
import type { PythonVersion } from '../../language-profile.ts';
import type { Block } from './blocks.ts';
import {
  inlineLinelessExits,
  inlineSmallExits,
  inlineSmallOrLineless,
  moveColdCode,
  moveColdCodeQuietly,
  removeEmpty,
  removeNops,
  removeNopsAndJumps,
  removePairs,
  removeRedundantJumps,
  removeUnreachable,
  resolveLines,
  resolveLinesOfChecks,
} from './flow-passes.ts';

export type Pass = (entry: Block) => void;

export type NativeRules = {
  /** Units of two bytes that follow an instruction, for what it learns (opcode.h:_PyOpcode_Caches). */
  readonly caches: Readonly<Record<string, number>>;
  /** Before and after what blocks have is rewritten (block-rewrites.ts). */
  readonly before: readonly Pass[];
  readonly after: readonly Pass[];
  /** Neighbours of one place are told of together (3.12). */
  readonly joinsPlaces: boolean;
  /** What throws away what a generator is sent first has the place of its beginning (not in 3.12). */
  readonly placesPrologue: boolean;
  /** PRECALL before each CALL (3.11). */
  readonly preparesCalls: boolean;
  readonly nullBeforeCallable: boolean;
  readonly keywordNamesOnStack: boolean;
  /** `and` and `or` copy their operand (3.12). */
  readonly copiesTestedOperand: boolean;
  /** TO_BOOL (3.13). */
  readonly asksForTruth: boolean;
  /** What takes the iterator away, which is still there when FOR_ITER jumps (3.12). */
  readonly loopEnd: readonly string[];
  /** A handler of StopIteration around generators (3.12). */
  readonly wrapsGenerators: boolean;
  /** CLEANUP_THROW and END_SEND (3.12). */
  readonly cleansUpThrows: boolean;
  readonly hasIntrinsics: boolean;
  /** CONVERT_VALUE and FORMAT_SIMPLE (3.13). */
  readonly convertsApart: boolean;
  /** SET_FUNCTION_ATTRIBUTE (3.13). */
  readonly attributesApart: boolean;
  /** LOAD_METHOD is a LOAD_ATTR (3.12). */
  readonly methodsAreAttributes: boolean;
  readonly classesLoadLocals: boolean;
  /** RETURN_CONST (3.12). */
  readonly returnsConstants: boolean;
  /** `a = a = x` stores once (3.12). */
  readonly dropsRepeatedStores: boolean;
  /** Backwards only what always jumps (3.12). */
  readonly jumpsBackAlways: boolean;
  /** A jump is as long as the number of its target needs until distances are known, which may stay (3.13). */
  readonly jumpsBeginAsNumbers: boolean;
  /** A label begins a block although nothing jumps to it (to 3.12). */
  readonly everyLabelStarts: boolean;
  /** Jumps that do not look at the eval breaker are followed, too (3.13). */
  readonly threadsQuietJumps: boolean;
  /** A jump is led on by one that has no line, too (3.12). */
  readonly threadsThroughLineless: boolean;
  /** A jump that is led on leaves a NOP of its line behind (3.13). */
  readonly appendsThreadedJumps: boolean;
  /** LOAD_FAST_LOAD_FAST and its like are made by the compiler (3.13). */
  readonly fusesLocals: boolean;
  /** What leads out of a handler does not look at the eval breaker (3.13). */
  readonly handlersEndQuietly: boolean;
};

const RULES_311: NativeRules = {
  caches: {
    BINARY_SUBSCR: 4,
    STORE_SUBSCR: 1,
    UNPACK_SEQUENCE: 1,
    STORE_ATTR: 4,
    LOAD_ATTR: 4,
    COMPARE_OP: 2,
    LOAD_GLOBAL: 5,
    BINARY_OP: 1,
    LOAD_METHOD: 10,
    PRECALL: 1,
    CALL: 4,
  },
  before: [],
  after: [
    removeNops,
    inlineLinelessExits,
    removeUnreachable,
    removeNops,
    removeEmpty,
    removeRedundantJumps,
    resolveLines,
  ],
  joinsPlaces: false,
  placesPrologue: true,
  preparesCalls: true,
  nullBeforeCallable: true,
  keywordNamesOnStack: false,
  copiesTestedOperand: false,
  asksForTruth: false,
  loopEnd: [],
  wrapsGenerators: false,
  cleansUpThrows: false,
  hasIntrinsics: false,
  convertsApart: false,
  attributesApart: false,
  methodsAreAttributes: false,
  classesLoadLocals: false,
  returnsConstants: false,
  dropsRepeatedStores: false,
  jumpsBackAlways: false,
  jumpsBeginAsNumbers: false,
  everyLabelStarts: true,
  threadsQuietJumps: false,
  threadsThroughLineless: false,
  appendsThreadedJumps: false,
  fusesLocals: false,
  handlersEndQuietly: false,
};

const RULES_312: NativeRules = {
  ...RULES_311,
  caches: {
    BINARY_SUBSCR: 1,
    STORE_SUBSCR: 1,
    UNPACK_SEQUENCE: 1,
    FOR_ITER: 1,
    STORE_ATTR: 4,
    LOAD_ATTR: 9,
    COMPARE_OP: 1,
    LOAD_GLOBAL: 4,
    BINARY_OP: 1,
    SEND: 1,
    LOAD_SUPER_ATTR: 1,
    CALL: 3,
  },
  before: [removeEmpty, inlineSmallExits, removeUnreachable],
  after: [
    removeNops,
    removePairs,
    inlineSmallExits,
    removeUnreachable,
    removeNops,
    removeEmpty,
    removeRedundantJumps,
    resolveLines,
    moveColdCode,
  ],
  joinsPlaces: true,
  placesPrologue: false,
  preparesCalls: false,
  copiesTestedOperand: true,
  loopEnd: ['END_FOR'],
  wrapsGenerators: true,
  cleansUpThrows: true,
  hasIntrinsics: true,
  methodsAreAttributes: true,
  classesLoadLocals: true,
  returnsConstants: true,
  dropsRepeatedStores: true,
  jumpsBackAlways: true,
  threadsThroughLineless: true,
};

const RULES_313: NativeRules = {
  ...RULES_312,
  caches: {
    ...RULES_312.caches,
    JUMP_BACKWARD: 1,
    TO_BOOL: 3,
    POP_JUMP_IF_FALSE: 1,
    POP_JUMP_IF_TRUE: 1,
    POP_JUMP_IF_NONE: 1,
    POP_JUMP_IF_NOT_NONE: 1,
    CONTAINS_OP: 1,
  },
  before: [removeEmpty, inlineSmallOrLineless, removeUnreachable, resolveLinesOfChecks],
  after: [removePairs, removeUnreachable, removeNopsAndJumps, moveColdCodeQuietly, resolveLinesOfChecks],
  placesPrologue: true,
  nullBeforeCallable: false,
  keywordNamesOnStack: true,
  asksForTruth: true,
  loopEnd: ['END_FOR', 'POP_TOP'],
  convertsApart: true,
  attributesApart: true,
  jumpsBeginAsNumbers: true,
  everyLabelStarts: false,
  threadsQuietJumps: true,
  appendsThreadedJumps: true,
  fusesLocals: true,
  handlersEndQuietly: true,
};

const RULES: Readonly<Partial<Record<PythonVersion, NativeRules>>> = {
  '3.11': RULES_311,
  '3.12': RULES_312,
  '3.13': RULES_313,
};

/** Whether the layout of its code is known. */
export const hasNativeRules = (python: PythonVersion): boolean => RULES[python] !== undefined;

/** Of a version whose layout is known. */
export function nativeRules(python: PythonVersion): NativeRules {
  const rules = RULES[python];
  invariant(rules !== undefined, 'the layout of code is known from 3.11 on');
  return rules;
}
