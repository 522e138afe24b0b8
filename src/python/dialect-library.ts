/** What changed between versions in library modules whose natives are in modules/: sizes in bytes without the collector's head, words, rules. */
import { since } from '../heap/index.ts';

const OUT_OF_RANGE = 'argument out of range';
const C_NAMES: Readonly<Record<string, string>> = { b: 'byte', B: 'ubyte', h: 'short', H: 'ushort' };
const C_BOUNDS: Readonly<Record<string, string>> = {
  h: '(-0x7fff - 1) <= number <= 0x7fff',
  H: '0 <= number <= (0x7fff * 2 + 1)',
};

/** Up to 3.11 the small ones are called by their names in C, and up to 3.10 two of them have C's expressions for bounds (nu_short, np_short). */
function earlyStructRange(code: string, least: string, most: string, inNumbers: boolean): string {
  const bounds = (inNumbers ? undefined : C_BOUNDS[code]) ?? `${least} <= number <= ${most}`;
  return `${C_NAMES[code] ?? `'${code}'`} format requires ${bounds}`;
}

export const LIBRARY_RULES = {
  /** time.clock_gettime of something else than a number. */
  clockNumber: since<(type: string) => string>({
    8: (type) => `an integer is required (got type ${type})`,
    10: (type) => `'${type}' object cannot be interpreted as an integer`,
    13: (type) => `clk_id should be integer, not ${type}`,
  }),
  /** The year that a struct_time tells: from 3.13 on it is a C int once more after 1900 was added. */
  tmYear: since<(year: number) => number>({ 8: (year) => year, 13: (year) => year | 0 }),
  /** sys.getsizeof of a struct sequence counts the items that have only names. */
  sizesCountHidden: since({ 8: false, 13: true }),
  /** A regular expression is to go through something else than text. */
  expectedText: since<(type: string) => string>({
    8: () => 'expected string or bytes-like object',
    11: (type) => `expected string or bytes-like object, got '${type}'`,
  }),
  /** queue.SimpleQueue: whether its items lie in a list. */
  simpleQueuesKeepList: since({ 8: true, 13: false }),
  /** struct: what a value out of its bounds is told, and whether the collector sees a Struct. `fits`: a C long holds it. */
  structRange: since<(code: string, least: string, most: string, fits: boolean) => string>({
    8: (code, least, most, fits) => (fits ? earlyStructRange(code, least, most, false) : OUT_OF_RANGE),
    11: (code, least, most, fits) => (fits ? earlyStructRange(code, least, most, true) : OUT_OF_RANGE),
    12: (code, least, most) => `'${code}' format requires ${least} <= number <= ${most}`,
  }),
  structsCollected: since({ 8: false, 10: true }),
  /** OrderedDict.clear() counts as a mutation for who goes through it (od_state), and not only by its size. */
  clearMutates: since({ 8: false, 13: true }),
  dequeKeepsBlocks: since({ 8: false, 11: true }),
  dequeRemoveFails: since<(item: () => string) => string>({
    8: () => 'deque.remove(x): x not in deque',
    10: (item) => `${item()} is not in deque`,
  }),
  /** A methodcaller keeps all that it was made with in its tuple, its method's name too. */
  methodcallersKeepAll: since({ 8: false, 13: true }),
  /** What of a methodcaller is visited: fields by their place, and its class (methodcaller_traverse). */
  methodcallerVisits: since<readonly (number | 'class')[]>({ 8: [1, 2], 10: [0, 1, 2, 'class'] }),
  /** Where the helpers of collections say that they belong. */
  collectionsHelpers: since<'_collections' | 'collections'>({ 8: '_collections', 12: 'collections' }),
  /** How str and bytes are hashed, as sys.hash_info says. */
  hashAlgorithm: since<'siphash24' | 'siphash13'>({ 8: 'siphash24', 11: 'siphash13' }),
  /** sys.flags: how many there are about encodings, which about sys.path, and what the one about digits says. */
  flagsOfEncoding: since({ 8: 0, 10: 1 }),
  flagsOfPath: since<readonly string[]>({ 8: [], 11: ['safe_path'] }),
  flagsHidden: since<readonly string[]>({ 8: [], 13: ['gil'] }),
  flagOfDigits: since({ 8: -1, 12: 4300 }),
  /** types.SimpleNamespace: may be made of a mapping, what it says of other arguments, and how its repr is ordered. */
  namespacesTakeMapping: since({ 8: false, 13: true }),
  namespaceArguments: since<(given: number) => string>({
    8: () => 'no positional arguments expected',
    13: (given) => `SimpleNamespace expected at most 1 argument, got ${given}`,
  }),
  namespacesSorted: since({ 8: true, 9: false }),
  /** repr(OrderedDict()) shows a dict rather than pairs. */
  orderedShowsDict: since({ 8: false, 12: true }),
  /** repr() of an instance of a subclass of partial names module and class. */
  partialQualifies: since({ 8: false, 13: true }),
  reduceOfNothing: since({
    8: 'reduce() of empty sequence with no initial value',
    10: 'reduce() of empty iterable with no initial value',
  }),
  /** What tp_traverse of an lru_cache wrapper comes to after its links: from 3.10 on it holds what the module's state has. */
  lruTraverses: since<readonly ('CACHE' | 'FUNC' | 'MARK' | 'LINK_TYPE' | 'INFO')[]>({
    8: ['FUNC', 'CACHE', 'INFO'],
    10: ['CACHE', 'FUNC', 'MARK', 'LINK_TYPE', 'INFO'],
  }),
  /** Locks are objects of the collector. */
  locksCollected: since({ 8: false, 10: true }),
  /** What cmp_to_key makes takes part in collections. */
  keyWrapperCollected: since({ 8: false, 10: true }),
  /** The class of what cmp_to_key makes has no type objects of its own before somebody needs them (PyType_Ready). */
  keyWrapperUnready: since({ 8: true, 10: false }),
  /** Arrays take part in collections. */
  arraysCollected: since({ 8: false, 10: true }),
  arrayIteratorModule: since<'builtins' | 'array'>({ 8: 'builtins', 10: 'array' }),
  /** The typecode 'w': characters of four bytes. */
  arraysOfCharacters: since({ 8: false, 13: true }),
  /** What array.index calls itself while it takes nothing but the item: no start and stop. */
  arrayIndexOfItem: since<string | null>({ 8: 'index', 9: 'array.index', 10: null }),
  arrayOfTextOnly: since<(method: string) => string>({
    8: (method) => `${method}() may only be called on unicode type arrays`,
    13: (method) => `${method}() may only be called on unicode type arrays ('u' or 'w')`,
  }),
  /** An array of unsigned items that are as large as an int or larger gets a float. */
  arrayLongItem: since<(type: string) => string>({
    8: () => 'array item must be integer',
    10: (type) => `'${type}' object cannot be interpreted as an integer`,
  }),
  /** pairwise gives the same tuple again while nobody else holds it. */
  pairwiseKeepsResult: since({ 8: false, 13: true }),
};
