/** What changed between versions where programs run, words apart (dialect-words.ts): sizes in bytes, without the collector's head, and rules. */
import { since } from '../heap/index.ts';
import { Op } from './compile/opcodes.ts';
import type { ReadingContainers } from './eval/exceptions/source-reading.ts';
import { CODE_38, CODE_310 } from './eval/frames/older-code.ts';

const EXCEPTION_FIELD_BYTES = {
  BaseExceptionGroup: 16,
  SystemExit: 8,
  StopIteration: 8,
  OSError: 40,
  UnicodeEncodeError: 40,
  UnicodeDecodeError: 40,
  UnicodeTranslateError: 40,
};

const QUICK_FROM_10 = ['list', 'tuple', 'set', 'frozenset', 'dict', 'range', 'bool', 'float', 'filter'];
const QUICK_FROM_11 = [...QUICK_FROM_10, 'enumerate', 'reversed', 'map', 'str', 'type'];

const SUBCLASSES_OF_3_12 = {
  '': { object: 233, Exception: 26, tuple: 19, int: 1, list: 1, dict: 1 },
  functools: { tuple: 1, list: 1, dict: 3 },
  enum: { int: 2, str: 1 },
  re: { int: 1 },
  tokenize: { tuple: 1 },
  inspect: { tuple: 10 },
  traceback: { tuple: 1, list: 1 },
};

export const RULES = {
  /** PEP 696: type variables have defaults. */
  typeParamDefaults: since({ 8: false, 13: true }),
  /** Instances of int's, tuple's and bytes' subclasses keep their dict before the body, too. */
  sizedClassesManageDicts: since({ 8: false, 12: true }),
  /** PyNumber_Index gives an int of a subclass as it is. */
  indexKeepsClass: since({ 8: true, 10: false }),
  genericAliasBytes: since({ 8: 64, 11: 80 }),
  /** `__dict__` of an instance that had none shares the keys of its class even where the class derives from a built-in one. */
  readDictShares: since({ 8: true, 11: false, 12: true }),
  /** OrderedDict.pop and popitem of a derived class call its __contains__, __getitem__ and __delitem__. */
  orderedPopsByMethods: since({ 8: true, 11: false }),
  /** '%c' says its own words whatever `__index__` raises, not for a TypeError only (unicodeobject.c:formatchar). */
  percentCharacterHides: since<'Exception' | 'TypeError'>({ 8: 'Exception', 10: 'TypeError' }),
  /** repr() of staticmethod and classmethod shows what they wrap. */
  wrappersShow: since({ 8: false, 10: true }),
  /** `__getattr__` is called as a bound method. */
  attributeHooksBind: since({ 8: true, 12: false }),
  /** An attribute that `__getattr__` answers for has raised an AttributeError that is an object (slot_tp_getattr_hook). */
  absentAttributesRaise: since({ 8: false, 10: true, 12: false }),
  /** Argument Clinic's `bool(accept={int})`. */
  flagsAreInts: since({ 8: true, 12: false }),
  /** A METH_VARARGS function that gets keywords is called by its full name. */
  packedErrorsQualify: since({ 8: false, 11: true }),
  /** math.factorial takes floats that are whole, warning of it from 3.9 on. */
  factorialOfFloats: since<'silent' | 'warned' | 'refused'>({ 8: 'silent', 9: 'warned', 10: 'refused' }),
  /** itertools.batched knows `strict`. */
  batchedIsStrict: since({ 8: false, 13: true }),
  /** The module traceback says what name was perhaps meant; before that only the interpreter did. */
  moduleSuggests: since({ 8: false, 12: true }),
  exceptionBytes: since({ 8: 64, 11: 72 }),
  /** An exception being handled holds its class and traceback for as long as its handler runs (_PyErr_StackItem). */
  handledAsTriple: since({ 8: true, 11: false }),
  /** What these add to the fields of BaseException (pyerrors.h). */
  exceptionFieldBytes: since<Readonly<Record<string, number>>>({
    8: { ...EXCEPTION_FIELD_BYTES, ImportError: 24, SyntaxError: 48 },
    10: { ...EXCEPTION_FIELD_BYTES, ImportError: 24, SyntaxError: 64, NameError: 8, AttributeError: 16 },
    12: { ...EXCEPTION_FIELD_BYTES, ImportError: 32, SyntaxError: 64, NameError: 8, AttributeError: 16 },
  }),
  /** ExceptionGroup is made as a class in Python is: what that adds to its instances, in their body and in front of them. */
  exceptionGroupWords: since({ 8: { body: 8, front: 0 }, 12: { body: 0, front: 16 } }),
  /** The exceptions' classes are made ready in the order of their names (_PyExc_InitTypes). */
  exceptionsByName: since({ 8: false, 11: true }),
  /** What traceback.c leaves in the free lists when it reads a line of the source. */
  sourceReading: since<ReadingContainers>({
    8: { dicts: 2, lists: 0, tuples: [1, 2, 2, 4, 5] },
    9: { dicts: 2, lists: 1, tuples: [1, 2, 2, 4, 5] },
    11: { dicts: 1, lists: 1, tuples: [1, 2, 2, 4] },
    12: { dicts: 3, lists: 1, tuples: [1, 2, 2, 4] },
    13: { dicts: 1, lists: 1, tuples: [1, 2, 2, 4] },
  }),
  /** close() answers what the generator returned (gen_close). */
  closeReturns: since({ 8: false, 13: true }),
  /** ImportError keeps which name `from ... import` did not find. */
  importErrorsNameFrom: since({ 8: false, 12: true }),
  /** An AttributeError about a missing attribute is an object at once, for its name and its subject, also where C code forgets it (PyObject_GenericGetAttr); import asks the spec in another way from 3.12 on. */
  unmarkedModulesRaise: since({ 8: false, 10: true, 12: false }),
  /** What is raised is one object, which sys.last_exc keeps, and no longer three: its class, itself and its traceback. */
  raisedIsOne: since({ 8: false, 12: true }),
  /** NameError and AttributeError keep the name, and the object (3.10). */
  errorsKeepNames: since({ 8: false, 10: true }),
  /** Where a class made by Python code keeps `__dict__` and weak references: in the body, the dict before it, both before it. */
  managedWords: since<'none' | 'dict' | 'both'>({ 8: 'none', 11: 'dict', 12: 'both' }),
  /** sys.getsizeof counts a GC head for classes of C, which have none (_PySys_GetSizeOf). */
  countsHeadOfStaticClasses: since({ 8: false, 11: true, 13: false }),

  /** Built-in classes, exceptions apart, that have subclasses before a program begins (cls.__subclasses__() of a fresh interpreter). */
  subclassedAtStart: since<readonly string[]>({
    8: ['object', 'type', 'int', 'tuple', 'dict', 'property', 'staticmethod', 'classmethod', 'SystemError'],
    11: [
      'object',
      'type',
      'int',
      'tuple',
      'dict',
      'property',
      'staticmethod',
      'classmethod',
      'SystemError',
      'list',
      'str',
    ],
    12: [
      'object',
      'type',
      'int',
      'tuple',
      'dict',
      'property',
      'staticmethod',
      'classmethod',
      'SystemError',
      'list',
    ],
  }),

  /**
   * How many subclasses built-in classes have before a program begins (''), and how many more with a module of the library, whether it is
   * imported or another one needs it: their dicts grow with them (cls.__subclasses__() of a fresh interpreter, before and after).
   */
  subclassCounts: since<Readonly<Record<string, Readonly<Record<string, number>>>>>({
    8: {
      '': { object: 200, Exception: 27, tuple: 19, int: 1, dict: 1 },
      functools: { tuple: 1, list: 1, dict: 3 },
      enum: { int: 2 },
      re: { int: 1 },
      tokenize: { tuple: 1 },
      inspect: { tuple: 9 },
      traceback: { list: 1 },
    },
    11: {
      '': { object: 287, Exception: 35, tuple: 24, int: 4, str: 1, list: 1, dict: 5 },
      tokenize: { tuple: 1 },
      inspect: { tuple: 10 },
      traceback: { tuple: 1, list: 1 },
    },
    12: SUBCLASSES_OF_3_12,
    13: { ...SUBCLASSES_OF_3_12, re: { int: 2 } },
  }),
  /** The descriptors of a new class, which refer to it, are made before it is known whether its bases give it an order. */
  describesUnordered: since({ 8: true, 10: false }),
  /** A class whose last subclass goes keeps no empty dict for others (remove_subclass), nor is it asked for a list of them (mro_hierarchy). */
  emptySubclassDictGoes: since({ 8: false, 11: true }),
  /** str(x) is called through a tuple; in 3.11 and 3.12 only where the call is not specialised yet. */
  strCallPacks: since<'always' | 'cold' | 'never'>({ 8: 'always', 11: 'cold', 13: 'never' }),
  /** What a generator shows the collector, in order (gen_traverse); its frame is an object of its own up to 3.10. */
  generatorVisits: since<readonly ('object' | 'frame' | 'code' | 'name' | 'qualname' | 'handled')[]>({
    8: ['object', 'code', 'name', 'qualname', 'handled'],
    11: ['code', 'name', 'qualname', 'frame', 'handled'],
    12: ['name', 'qualname', 'frame', 'handled'],
  }),
  /** What gc.get_referents() finds in a frame, in this order: frame_traverse. */
  frameVisits: since<readonly ('back' | 'code' | 'builtins' | 'globals' | 'locals' | 'func' | 'slots')[]>({
    8: ['back', 'code', 'builtins', 'globals', 'locals', 'slots'],
    11: ['back', 'locals', 'func', 'code', 'slots'],
  }),
  /** A generator in which a handler has ended handles None; before any has begun, nothing. */
  handlersLeaveNone: since({ 8: true, 13: false }),
  /** The module whose import makes an empty frozenset, where that is one object that comes when it is needed (keyword.softkwlist). */
  emptyFrozensetBy: since({ 8: '', 9: 'keyword' }),
  /** A parameter that is moved into a cell keeps an empty place among the variables, which locals() sees. */
  argumentsLeftInPlace: since({ 8: true, 11: false }),
  /** An AttributeError that is reduced tells its name and arguments in its state. */
  attributeErrorsReduce: since({ 8: false, 12: true }),
  /** Setting `__dict__` makes the dict of the attributes first, even where what is set is no dict (_PyObject_GetDictPtr). */
  settingMakesDict: since({ 8: false, 11: true, 13: false }),
  /** int.__round__ gets its argument in a tuple. */
  intRoundPacks: since({ 8: true, 10: false }),
  /** weakref.proxy gets a tuple of its arguments. */
  proxyPacks: since({ 8: true, 11: false }),
  /** What is handled lies on the stack in three pieces, the traceback among them. */
  tracebackOnStack: since({ 8: true, 11: false }),
  /** Classes of the library whose objects are called without a tuple of the arguments (tp_vectorcall_offset). */
  vectorcalls: since<readonly string[]>({
    8: [],
    9: ['functools.partial'],
    11: ['functools.partial', 'operator.itemgetter', 'operator.attrgetter'],
    13: ['functools.partial', 'operator.itemgetter', 'operator.attrgetter', 'operator.methodcaller'],
  }),
  /** A class call that has warmed up enters `__init__` without a tuple of the arguments (CALL_ALLOC_AND_ENTER_INIT). */
  initEntered: since({ 8: false, 13: true }),
  /** tracemalloc.get_object_traceback looks for a block that begins with the collector's head, whatever lies before it. */
  tracedByHead: since({ 8: false, 11: true, 12: false }),
  /** The class `type` has a vectorcall of its own. */
  typeByVectorcall: since({ 8: false, 10: true }),
  /** Built-in classes that take no keywords look at them for themselves alone, not for what derives from them. */
  subclassesTakeKeywords: since({ 8: true, 11: false }),
  /** The tuple that `__slots__` were read into goes before the sorted one comes. */
  slotsReplaced: since({ 8: true, 10: false }),
  /** What an abstract class keeps of its caches is an object of the collector. */
  abcDataCollected: since({ 8: false, 9: true }),
  /** object.__subclasshook__ gets its argument in a tuple. */
  subclassHookPacks: since({ 8: true, 13: false }),
  /** Types of C that reduce themselves give their `__dict__` as the state, even an empty one. */
  reduceAsksDict: since({ 8: true, 11: false }),
  /** super(cls, object) is called through a tuple of its arguments. */
  superTakesTuple: since({ 8: true, 11: false }),

  /** What is thrown into a generator gets the exception that is handled there as its context (_PyErr_ChainStackItem). */
  throwsChain: since({ 8: false, 9: true }),
  /** An exception is an object from the moment it is raised. */
  raisesObjects: since({ 8: false, 12: true }),
  /** Where the names of a code object's variables come from. */
  codeNames: since<'kept' | 'made' | 'cached'>({ 8: 'kept', 11: 'made', 12: 'cached' }),
  /** locals() makes a dict for the variables of inlined comprehensions, whether there are any or not. */
  localsNeedDict: since({ 8: false, 12: true, 13: false }),
  /** staticmethod and classmethod copy the attributes of what they wrap. */
  wrappersCopy: since({ 8: false, 10: true }),
  /** Names that C code uses become str objects when they are first used (_PyUnicode_FromId). */
  namesAtUse: since({ 8: true, 11: false }),

  /** iter('ascii') has a type of its own. */
  asciiIterator: since({ 8: false, 11: true }),
  /** An exhausted reversed(list) lets the list go. */
  reversedLetsGo: since({ 8: true, 13: false }),
  /** list(set), list(dict) and list.extend(set) copy without an iterator. */
  copiesWithoutIterator: since({ 8: false, 13: true }),
  /** How large dict.fromkeys makes a table at once: the least that fits, or by bits, which a few keys overshoot (calculate_log2_keysize). */
  tableEstimate: since<'least' | 'bits'>({ 8: 'least', 10: 'bits' }),
  /** bytearray(a list) makes room for all its items at once. */
  bytearraySized: since({ 8: false, 11: true }),
  /** The length of a range is computed in int objects even where C numbers hold it (compute_range_length). */
  rangeLengthInObjects: since({ 8: true, 12: false }),
  /** What is raised is an object at once (3.12, _PyErr_SetObject). */
  exceptionsAlwaysMade: since({ 8: false, 12: true }),
  /** Shifts and bitwise operators of ints of one digit go without their digits (IS_MEDIUM_VALUE). */
  smallIntsShift: since({ 8: false, 11: true }),
  /** x ** y begins with a copy of x beside the result (long_pow). */
  powerCopies: since({ 8: true, 11: false }),
  /** Dicts that are there at once while a regular expression is compiled. */
  compiledDicts: since({ 8: 6, 11: 2 }),
  /** Methods of classes that are made at run time have room for their class (PyCMethodObject). */
  methodsHoldClass: since({ 8: false, 10: true }),
  /** Frames that the functions which compile one keep. */
  compilerFrames: since<readonly number[]>({ 8: [552, 520, 840, 488, 552], 11: [] }),
  /** Patterns that fnmatch keeps. */
  patternsKept: since({ 8: 256, 11: 32768 }),
  /** Regular expressions that imports have compiled before one of fnmatch is: the cache of re grows when it has more than five. */
  expressionsAtStart: since({ 8: 3, 11: 4, 12: 3, 13: 1 }),
  /** Blocks of a text file that is open, its buffer apart: of any file, of the first decoder's attributes, of the name of decoders. */
  fileParts: since<{ readonly sizes: readonly number[]; readonly decoder: number; readonly name: number }>({
    8: { sizes: [32, 40, 48, 54, 55, 64, 168, 208], decoder: 0, name: 67 },
    11: { sizes: [32, 40, 54, 55, 56, 64, 168, 208], decoder: 240, name: 67 },
    12: { sizes: [32, 46, 47, 48, 56, 64, 168, 216], decoder: 248, name: 59 },
    13: { sizes: [32, 46, 47, 56, 64, 168, 216], decoder: 320, name: 59 },
  }),
  /** The line of codecs.IncrementalDecoder.decode that makes a text. */
  decoderLine: since({ 8: 322, 13: 325 }),
  /** Messages about wrong arguments name the function with its class. */
  argumentErrorsQualify: since({ 8: false, 10: true }),
  /** Messages about calls name a C function with its module or class (_PyObject_FunctionStr). */
  callErrorsQualify: since({ 8: false, 9: true }),
  /** What a traceback shows of the place on the line: nothing, carets as traceback.c draws them, a block as traceback.py does. */
  tracebackPlace: since<'none' | 'carets' | 'block'>({ 8: 'none', 11: 'carets', 13: 'block' }),
  /** In a group, all lines of an exception's text are behind the margin, not the first alone (traceback.py). */
  marginsEverywhere: since({ 8: false, 13: true }),
  /** A SyntaxError knows where the mistake ends. */
  syntaxErrorsHaveEnds: since({ 8: false, 10: true }),
  /** Entries of a traceback that are printed, the last ones (PyTraceBack_LIMIT); traceback.py prints all. */
  tracebackLimit: since({ 8: 1000, 13: Number.MAX_SAFE_INTEGER }),
  /** ... and where an exception is unraisable, which is printed by traceback.c in every version. */
  unraisablePlace: since<'none' | 'carets' | 'block'>({ 8: 'none', 11: 'carets', 13: 'none' }),
  /** C calls that may nest (Py_C_RECURSION_LIMIT); null: they count as frames do. */
  cRecursionLimit: since<number | null>({ 8: null, 12: 1500, 13: 10_000 }),
  /** Every call of a C function counts, also where an instruction is specialised for it. */
  everyNativeCounts: since({ 8: true, 11: false }),
  /** What C code counts when it calls Python code, besides the frame (PY_EVAL_C_STACK_UNITS). */
  entryCounts: since({ 8: 0, 12: 2 }),
  /** A class call whose `__init__` is Python code counts as so many C calls. */
  initCounts: since({ 8: 1, 12: 3, 13: 0 }),
  /** Instructions whose lookups code that runs often caches outside of itself; none: it does not. */
  cachedOps: since<readonly number[]>({ 8: [Op.LOAD_GLOBAL], 10: [Op.LOAD_GLOBAL, Op.LOAD_ATTR], 11: [] }),
  /** How code lies, up to 3.10. */
  olderCode: since({ 8: CODE_38, 10: CODE_310 }),
  /** Classes that are called without a tuple of their arguments (tp_vectorcall), or by an instruction of their own. */
  quickClasses: since<readonly string[]>({
    8: [],
    9: ['list', 'tuple', 'set', 'frozenset', 'dict', 'range'],
    10: QUICK_FROM_10,
    11: QUICK_FROM_11,
    12: [...QUICK_FROM_11, 'super'],
  }),
  /** A comparison takes a place below the recursion limit, as a call does (ceval.c:Py_EnterRecursiveCall; in 3.11 one of numbers or texts whose result decides a jump does not). */
  comparisonsNest: since<'always' | 'withoutJump'>({ 8: 'always', 11: 'withoutJump' }),
  /** An exception that ends the program is shown without its module where that is `__main__`. */
  hidesMain: since({ 8: false, 11: true }),
  /**
   * What an uncaught exception suggests: names like the unknown one, from 3.12 also `self.name` and modules, from 3.13 no name with
   * an underscore that was not asked for.
   */
  suggestions: since<'none' | 'names' | 'modules' | 'visible'>({
    8: 'none',
    10: 'names',
    12: 'modules',
    13: 'visible',
  }),
  /** A wrong keyword argument comes with the parameter that was probably meant. */
  suggestsParameters: since({ 8: false, 13: true }),
  /** Where `s += t` lets a str grow in its block: at any variable that is stored next, at a local variable where the code has warmed up. */
  strAppends: since<'anywhere' | 'warm'>({ 8: 'anywhere', 11: 'warm' }),
  /** How often code begins or jumps back before any of its instructions is specialised (QUICKENING_WARMUP_DELAY). */
  coldBeginnings: since({ 8: 0, 11: 8, 12: 0 }),
  /** ... and how often an instruction runs then before it is. */
  coldRuns: since({ 8: Number.POSITIVE_INFINITY, 11: 0, 12: 1 }),
  /** f(*args): the frame takes the arguments over (CALL_FUNCTION_EX is inlined). */
  unpackedCallMoves: since({ 8: false, 12: true }),
  dictsMerge: since({ 8: false, 9: true }),
  /** What `__set_name__` raises is raised, with a note. */
  namingErrorsNoted: since({ 8: false, 12: true }),
  /** A with statement refuses what is no context manager by TypeError, not AttributeError. */
  withRefusesByType: since({ 8: false, 11: true }),
  /** str.split makes room for as many parts as the text can have, not for twelve. */
  splitPresizes: since({ 8: false, 12: true }),
  /** A subclass of list is called without keywords, like list itself. */
  subclassesRefuseKeywords: since({ 8: false, 11: true }),
  /** _PyTuple_Resize to no items gives the one empty tuple; before, it made an empty one of its own. */
  resizedToEmptyTuple: since({ 8: false, 11: true }),
  zipStrict: since({ 8: false, 10: true }),
  staticMethodCallable: since({ 8: false, 10: true }),
  /** int.to_bytes and from_bytes have defaults. */
  byteOrderDefaults: since({ 8: false, 11: true }),
  /** sum's running total is a number of its own digits, not a small block. */
  sumIsSized: since({ 8: false, 12: true }),
  /** min and max look at several arguments where they are, without a tuple. */
  extremesInPlace: since({ 8: false, 13: true }),
  /** chr says what it got rather than that it is no integer. */
  chrNamesType: since({ 8: true, 10: false }),
  /** chr of a number that fits no C int is an OverflowError of the converter. */
  chrOverflows: since({ 8: true, 13: false }),
  /** repr of a weak proxy ends with `; dead` or with what it is to, quoted. */
  proxyReprTells: since({ 8: false, 13: true }),
  /** A specialised LOAD_ATTR enters getters of properties and `__getattribute__`. */
  gettersAreInlined: since({ 8: false, 12: true }),
  /** gc.callbacks get arguments built from C values, which hold what they stand for. */
  gcCallbackArgumentsAreBuilt: since({ 8: true, 12: false }),
  /** `and` and `or` ask a copy of the reference for its truth. */
  boolOperatorsCopy: since({ 8: false, 12: true }),
  /** A comparison of a weak proxy holds what it compares. */
  proxyComparisonsHold: since({ 8: false, 13: true }),
  /** `async with` looks for `__aexit__` before `__aenter__`. */
  asyncExitFirst: since({ 8: true, 9: false }),
  /** str.find and its like read the text that they look for before the bounds, as Argument Clinic has it. */
  searchesReadInOrder: since({ 8: false, 13: true }),
  /** The count of str.replace can be given by its name. */
  replaceNamesCount: since({ 8: false, 13: true }),
  /** Iterators over ranges keep what is left alone, not where they began (rangeobject.c:_PyRangeIterObject). */
  rangeIteratorsForget: since({ 8: false, 12: true }),
  /** What copies of iterators of itertools warn of (ITERTOOL_PICKLE_DEPRECATION). */
  itertoolsCopies: since<string | null>({
    8: null,
    12: 'Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.',
  }),
  /** mappingproxy has | (PEP 584). */
  proxiesUnite: since({ 8: false, 9: true }),
  /** The class weakref.ref is called ReferenceType of the module weakref, not weakref of builtins. */
  refTypeInModule: since({ 8: false, 10: true }),
  /** Immortal objects that the collector tracked once, and moved to the permanent generation (gc.get_freeze_count() of a fresh 3.12.1). */
  immortalAtStart: since({ 8: 0, 12: 375, 13: 0 }),
  /** Which generation the main module's dict has reached when the program begins: what 3.11 imports before it brings a collection more. */
  mainDictGeneration: since({ 8: 1, 11: 2, 12: 1 }),
  /** Whether the parts of a StringIO lie in a list until they are read (accu.c); whether the collector sees what a BytesIO holds. */
  stringStreamsJoin: since({ 8: true, 12: false }),
  bytesStreamsShowBuffer: since({ 8: false, 12: true }),
  /** The number of an int's digits stands above three bits that tell its sign. */
  intsTagTheirSign: since({ 8: false, 12: true }),
  /** sys.getallocatedblocks() of a fresh interpreter, beside the program's own. */
  blocksAtStart: since({ 8: 14664, 9: 14730, 10: 15013, 11: 7780, 12: 9546, 13: 15316 }),
  /** Tracked objects of a fresh interpreter after gc.collect(). */
  objectsAtStart: since({ 8: 4485, 9: 4598, 10: 4721, 11: 4729, 12: 4976, 13: 5067 }),
  /** Operators of a dict's keys make a set of the dict, which knows the hashes (dictviews_to_set). */
  keysBecomeSetsOfTheirDict: since({ 8: false, 9: true }),
  /** traceback.py:_some_str names the class of an exception whose str() fails. */
  moduleSaysUnprintable: since({ 8: true, 11: false }),
  /** set.issubset of what is no set intersects with it, set.issuperset looks each item up, rather than to make a set first. */
  subsetIntersects: since({ 8: false, 12: true }),
  supersetAsksEach: since({ 8: false, 11: true }),
  /** The list of the main program's syntax tree comes before the main module's dict where the collector has seen both. */
  treeBeforeMain: since({ 8: true, 11: false, 13: true }),
  /** A function object holds the dict of builtins that its globals name (func_builtins). */
  functionsHoldBuiltins: since({ 8: false, 10: true }),
  /** Modules that functions of the library import when they are called (Counter.most_common): how many objects stay, free lists apart. */
  lateImports: since<Readonly<Record<string, number>>>({
    8: {},
    10: { heapq: 56 },
    11: { heapq: 61 },
    12: { heapq: 48 },
  }),
};
