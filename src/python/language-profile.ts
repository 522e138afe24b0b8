/**
 * What differs between Python versions for the front end, as data. Nothing below asks "which version is this?":
 * every rule that changed has a field here, named for the behaviour.
 */

import { type ValueProfile, valueProfile } from '../objects/index.ts';

export type PythonVersion = '3.8' | '3.9' | '3.10' | '3.11' | '3.12' | '3.13';

/** Tables of a unit beside those of its variables (compile.c:struct compiler_unit). */
export type UnitTable = 'hidden' | 'constants' | 'names';

export type LanguageProfile = {
  readonly python: PythonVersion;
  /** Whose characters have names. */
  readonly characters: ValueProfile;

  /** Error wording of 3.10 and later: ranges, "expected ':'", "was never closed", "Maybe you meant ...". */
  readonly richErrors: boolean;
  /** 3.11: "expected '('" after `def name`, ranges of unparenthesised parameters, "expected default value". */
  readonly errors311: boolean;
  /** 3.12: parameter wording, `expected ':'` of `for`, f-string grammar. */
  readonly errors312: boolean;
  /** 3.13: "Expected one or more names after 'import'", "Did you mean to use 'from ... import ...' instead?". */
  readonly errors313: boolean;
  /** CO_MAXBLOCKS: so many loops, `try` and `with` may stand in each other. */
  readonly mostBlocks: number;
  /** ... where what handles exceptions is one of them (3.9), and the body of a generator another (3.13). */
  readonly handlersAreBlocks: boolean;
  readonly generatorsAreBlocks: boolean;
  /** The LL(1) parser of 3.8: coarser positions, no del/for target walk. */
  readonly oldParser: boolean;
  /** f-strings are part of the grammar (PEP 701, 3.12); before, their text is parsed apart. */
  readonly fstringGrammar: boolean;
  /** A format specification that ends in a field has an empty text behind it (3.12 only). */
  readonly emptySpecTail: boolean;
  /** An escape sequence that is none has a SyntaxWarning (3.12) rather than a DeprecationWarning, which nobody sees. */
  readonly warnsOfEscapes: boolean;
  /** ... and so has a keyword right behind a number (3.11). */
  readonly warnsOfTightNumbers: boolean;
  /** `assert (1, 2)` is warned of although its tuple is folded (3.10). */
  readonly warnsOfConstantAssertion: boolean;
  /** `x is 5`: the warning names the class of the literal (3.12). */
  readonly namesLiteralType: boolean;
  readonly matchStatement: boolean;
  readonly exceptStar: boolean;
  /** PEP 695 (3.12): type parameters and the `type` statement; PEP 696 (3.13): their defaults. */
  readonly typeParameters: boolean;
  readonly typeParamDefaults: boolean;
  /** An annotation scope that sees a class can have no functions in it (3.12 only). */
  readonly annotationsStandAlone: boolean;
  /** What makes a bound is where the bound is (3.13), before where its type parameter is. */
  readonly boundsHavePlaces: boolean;
  readonly parenthesisedWith: boolean;
  readonly anyDecorator: boolean;
  readonly starInIndex: boolean;
  readonly unparenthesisedSetWalrus: boolean;

  /** The docstring loses its indentation at compile time (3.13, compile.c:_PyCompile_CleanDoc). */
  readonly cleanDocstring: boolean;
  /** MAKE_FUNCTION takes the qualified name from the stack (to 3.10). */
  readonly qualnameOnStack: boolean;
  /** Annotations are a tuple of names and values (3.10) instead of a dict. */
  readonly annotationTuple: boolean;
  /** List, set and dict comprehensions run in their caller's frame (PEP 709, 3.12). */
  readonly inlinedComprehensions: boolean;
  /** Constant list and set displays of three or more are extended from a constant (3.9). */
  readonly constantDisplays: boolean;
  /** Constants that no instruction uses are dropped (3.12, flowgraph.c:remove_unused_consts). */
  readonly dropUnusedConstants: boolean;
  /** Constants behind the last one used are dropped (3.10 and 3.11, compile.c:trim_unused_consts). */
  readonly trimUnusedConstants: boolean;
  /** `while True`, `if 0`: never emitted (to 3.9), or emitted and then removed, which leaves the constant (3.10). */
  readonly skipConstantBranches: boolean;
  /** BINARY_SLICE and STORE_SLICE (3.12) build no slice object. */
  readonly sliceInstructions: boolean;
  /** `super().name` makes no super object (3.12, LOAD_SUPER_ATTR). */
  readonly superAttribute: boolean;
  /** `'%s' % (x,)` becomes an f-string (3.11, ast_opt.c:optimize_format). */
  readonly foldsPercentFormat: boolean;
  /** Class bodies store __firstlineno__ and __static_attributes__ (3.13). */
  readonly staticAttributes: boolean;
  /** What has no line of its own is given one before code is rewritten (3.13). */
  readonly linesComeFirst: boolean;
  /** Equal code objects must also have equal positions to be merged (3.11). */
  readonly codeEqualityHasPositions: boolean;
  /** A bytes literal is joined to b'', which is itself, so that the syntax tree holds it twice (3.12, _PyPegen_concatenate_strings). */
  readonly bytesJoinedInPlace: boolean;
  /** Keyword names are on the stack during a call (to 3.10 and 3.13) rather than beside it. */
  readonly keywordNamesOnStack: boolean;
  /** A plain call has a second slot for `self`, empty for functions (3.11). */
  readonly callHasSelfSlot: boolean;
  /** How many stack slots an entered handler takes in co_stacksize: 6 to 3.10, then counted as they are. */
  readonly handlerSlots: number;
  /** Tuples of constants are folded last (to 3.9): after co_stacksize is counted, and without merging equal ones. */
  readonly countsUnfoldedTuples: boolean;
  /** A comparison in a condition leaves its place to what is compiled next (3.11 only). */
  readonly conditionMovesPlace: boolean;
  /** The empty slot of a call is pushed before the callable (3.11 and 3.12), which co_stacksize shows. */
  readonly nullBeforeCallable: boolean;
  /** `and` and `or` copy their operand to test it (3.12), which co_stacksize shows. */
  readonly copiesTestedOperand: boolean;
  /** The `else` of a `try` is compiled behind the handlers (to 3.10), which the order of names shows. */
  readonly elseBehindHandlers: boolean;
  /** What goes on with an exception in a manager's `__exit__` stands before what ends one that it suppressed (3.11 only). */
  readonly cleansUpFirst: boolean;
  /** Whether a handler of `with` and cleanup code finds the instruction offset on the stack (3.11). */
  readonly pushesLasti: boolean;
  /** `while` repeats its test at the bottom of the loop (3.10). */
  readonly loopTestAtBottom: boolean;
  /** What follows a handled exception is jumped to as any other code (to 3.12); then without a look at the eval breaker (JUMP_NO_INTERRUPT). */
  readonly handlerEndInterrupts: boolean;

  /** The sets that the analysis of scopes makes: once, for a block, and for each block in it (symtable.c: symtable_analyze, analyze_block, analyze_child_block). */
  readonly analysisSets: Readonly<Record<'top' | 'block' | 'child', readonly string[]>>;
  /** How much of a `global` or `nonlocal` the symbol table remembers: the name and its place, from 3.10 where that ends. */
  readonly directiveSize: number;
  /** The dicts of a unit, in order. */
  readonly unitTables: readonly UnitTable[];
  /** Bytes of code objects that are merged with equal ones, in order. */
  readonly mergedTables: readonly ('exceptions' | 'lines' | 'code')[];
  /** Names of locals, cells and free variables are one tuple (3.11, co_localsplusnames). */
  readonly localsAreOneTuple: boolean;
  /** Generators and coroutines have a handler of StopIteration around them (3.12, compiler_wrap_in_stopiteration_handler). */
  readonly wrapsStopIteration: boolean;
  /** An inlined comprehension rebinds the name of its iterator, too (3.13). */
  readonly iteratorIsRebound: boolean;
};

const BASE_39: LanguageProfile = {
  python: '3.9',
  characters: valueProfile(9),
  richErrors: false,
  errors311: false,
  errors312: false,
  errors313: false,
  mostBlocks: 20,
  handlersAreBlocks: true,
  generatorsAreBlocks: false,
  oldParser: false,
  fstringGrammar: false,
  emptySpecTail: false,
  warnsOfEscapes: false,
  warnsOfTightNumbers: false,
  warnsOfConstantAssertion: false,
  namesLiteralType: false,
  matchStatement: false,
  exceptStar: false,
  typeParameters: false,
  typeParamDefaults: false,
  annotationsStandAlone: false,
  boundsHavePlaces: false,
  parenthesisedWith: true,
  anyDecorator: true,
  starInIndex: false,
  unparenthesisedSetWalrus: false,
  cleanDocstring: false,
  qualnameOnStack: true,
  annotationTuple: false,
  inlinedComprehensions: false,
  constantDisplays: true,
  dropUnusedConstants: false,
  trimUnusedConstants: false,
  skipConstantBranches: true,
  sliceInstructions: false,
  superAttribute: false,
  foldsPercentFormat: false,
  staticAttributes: false,
  linesComeFirst: false,
  codeEqualityHasPositions: false,
  bytesJoinedInPlace: false,
  keywordNamesOnStack: true,
  callHasSelfSlot: false,
  handlerSlots: 6,
  countsUnfoldedTuples: true,
  conditionMovesPlace: false,
  nullBeforeCallable: false,
  copiesTestedOperand: false,
  elseBehindHandlers: true,
  cleansUpFirst: false,
  pushesLasti: false,
  loopTestAtBottom: false,
  handlerEndInterrupts: true,
  analysisSets: {
    top: ['free', 'global'],
    block: ['newglobal', 'newfree', 'newbound', 'allfree'],
    child: ['temp_bound', 'temp_free', 'temp_global'],
  },
  directiveSize: 3,
  unitTables: ['constants', 'names'],
  mergedTables: [],
  localsAreOneTuple: false,
  wrapsStopIteration: false,
  iteratorIsRebound: false,
};

const BASE_310: LanguageProfile = {
  ...BASE_39,
  python: '3.10',
  characters: valueProfile(10),
  richErrors: true,
  warnsOfConstantAssertion: true,
  matchStatement: true,
  unparenthesisedSetWalrus: true,
  annotationTuple: true,
  skipConstantBranches: false,
  loopTestAtBottom: true,
  trimUnusedConstants: true,
  countsUnfoldedTuples: false,
  directiveSize: 5,
  mergedTables: ['lines', 'code'],
};

const BASE_311: LanguageProfile = {
  ...BASE_310,
  python: '3.11',
  characters: valueProfile(11),
  errors311: true,
  warnsOfTightNumbers: true,
  exceptStar: true,
  foldsPercentFormat: true,
  starInIndex: true,
  qualnameOnStack: false,
  codeEqualityHasPositions: true,
  keywordNamesOnStack: false,
  callHasSelfSlot: true,
  handlerSlots: 0,
  nullBeforeCallable: true,
  conditionMovesPlace: true,
  elseBehindHandlers: false,
  cleansUpFirst: true,
  pushesLasti: true,
  mergedTables: ['exceptions', 'lines', 'code'],
  localsAreOneTuple: true,
};

const BASE_312: LanguageProfile = {
  ...BASE_311,
  python: '3.12',
  characters: valueProfile(12),
  errors312: true,
  typeParameters: true,
  annotationsStandAlone: true,
  warnsOfEscapes: true,
  namesLiteralType: true,
  fstringGrammar: true,
  bytesJoinedInPlace: true,
  emptySpecTail: true,
  copiesTestedOperand: true,
  conditionMovesPlace: false,
  cleansUpFirst: false,
  inlinedComprehensions: true,
  dropUnusedConstants: true,
  trimUnusedConstants: false,
  sliceInstructions: true,
  superAttribute: true,
  analysisSets: {
    top: ['free', 'global', 'type_params'],
    block: ['newglobal', 'newfree', 'newbound', 'inlined_cells'],
    child: ['temp_bound', 'temp_free', 'temp_global', 'temp_type_params'],
  },
  wrapsStopIteration: true,
  unitTables: ['hidden', 'constants', 'names'],
};

const PROFILES: Readonly<Record<PythonVersion, LanguageProfile>> = {
  '3.8': {
    ...BASE_39,
    python: '3.8',
    characters: valueProfile(8),
    oldParser: true,
    handlersAreBlocks: false,
    parenthesisedWith: false,
    anyDecorator: false,
    constantDisplays: false,
  },
  '3.9': BASE_39,
  '3.10': BASE_310,
  '3.11': BASE_311,
  '3.12': BASE_312,
  '3.13': {
    ...BASE_312,
    python: '3.13',
    characters: valueProfile(13),
    errors313: true,
    linesComeFirst: true,
    typeParamDefaults: true,
    annotationsStandAlone: false,
    boundsHavePlaces: true,
    mostBlocks: 21,
    generatorsAreBlocks: true,
    cleanDocstring: true,
    staticAttributes: true,
    emptySpecTail: false,
    handlerEndInterrupts: false,
    nullBeforeCallable: false,
    keywordNamesOnStack: true,
    iteratorIsRebound: true,
  },
};

export function languageProfile(python: PythonVersion): LanguageProfile {
  return PROFILES[python];
}
