/** What changed between versions about calls of functions of C: which names of keywords they keep, and where arguments come in a tuple. */
import { since } from '../heap/index.ts';

const VECTORCALLS_OF_9 = ['list', 'tuple', 'set', 'frozenset', 'dict', 'range'];
const VECTORCALLS_OF_10 = [...VECTORCALLS_OF_9, 'bool', 'float', 'filter', 'reversed', 'map', 'type'];

const KEYWORDS_KEPT = {
  'list.sort': 2,
  sum: 1,
  int: 1,
  round: 2,
  pow: 3,
  complex: 2,
  compile: 7,
  'str.split': 2,
  'str.rsplit': 2,
  'str.encode': 2,
  'str.splitlines': 1,
  'str.expandtabs': 1,
  'bytes.split': 2,
  'bytes.rsplit': 2,
  'bytes.decode': 2,
  'bytes.splitlines': 1,
  'bytes.hex': 2,
  'bytes.translate': 1,
  'bytes.expandtabs': 1,
  'bytearray.split': 2,
  'bytearray.rsplit': 2,
  'bytearray.decode': 2,
  'bytearray.splitlines': 1,
  'bytearray.hex': 2,
  'bytearray.translate': 1,
  'bytearray.expandtabs': 1,
  'memoryview.cast': 2,
  'memoryview.hex': 2,
  'memoryview.tobytes': 1,
  'int.to_bytes': 3,
  'int.from_bytes': 3,
  'OrderedDict.popitem': 1,
  'OrderedDict.move_to_end': 2,
  'OrderedDict.setdefault': 2,
  'OrderedDict.fromkeys': 2,
  'itertools.accumulate': 3,
  'itertools.count': 2,
  'itertools.compress': 2,
  'itertools.combinations': 2,
  'itertools.combinations_with_replacement': 2,
  'itertools.permutations': 2,
  'itertools.groupby': 2,
  'gc.get_objects': 1,
  'posix.fspath': 1,
  '_io.StringIO': 2,
  '_io.BytesIO': 1,
  'code.replace': 16,
  function: 5,
  module: 2,
  mappingproxy: 1,
};

/** Of modules that are built apart from the interpreter, and keep theirs from 3.12 on, too. */
const APART_KEYWORDS_KEPT = { 'math.isclose': 4, 'math.prod': 1, ...bisecting(5) };

function bisecting(count: number): Readonly<Record<string, number>> {
  const names = ['bisect', 'bisect_left', 'bisect_right', 'insort', 'insort_left', 'insort_right'];
  return Object.fromEntries(names.map((name) => [`_bisect.${name}`, count]));
}

const CLASS_KEYWORDS_KEPT = { str: 3, bytes: 3, bytearray: 3, memoryview: 1 };

export const CALL_RULES = {
  /** The first print makes a tuple of the names of its keywords, which stays (parser_init). */
  printKeepsKeywords: since({ 8: false, 11: true, 12: false }),
  /** Functions of C that keep the names of their keywords from the first call with any (kept-keywords.ts): how many names. */
  keywordsKept: since<Readonly<Record<string, number>>>({
    8: { ...KEYWORDS_KEPT, ...APART_KEYWORDS_KEPT, ...bisecting(4), print: 4, enumerate: 2, property: 4 },
    9: {
      ...KEYWORDS_KEPT,
      ...APART_KEYWORDS_KEPT,
      ...bisecting(4),
      print: 4,
      enumerate: 2,
      property: 4,
      open: 8,
    },
    10: {
      ...KEYWORDS_KEPT,
      ...APART_KEYWORDS_KEPT,
      ...CLASS_KEYWORDS_KEPT,
      'OrderedDict.pop': 2,
      print: 4,
      enumerate: 2,
      property: 4,
      open: 8,
    },
    11: { ...KEYWORDS_KEPT, ...APART_KEYWORDS_KEPT, ...CLASS_KEYWORDS_KEPT, 'OrderedDict.pop': 2, open: 8 },
    12: APART_KEYWORDS_KEPT,
    13: { ...APART_KEYWORDS_KEPT, max: 2, min: 2 },
  }),
  /** print gets what it prints in a tuple. */
  printPacks: since({ 8: false, 11: true }),
  /** Functions of one argument that take it in a tuple (dir, vars); not in 3.12. */
  packsAlone: since({ 8: true, 12: false, 13: true }),
  /** Built-in classes with tp_vectorcall. */
  vectorcallClasses: since<readonly string[]>({
    8: [],
    9: VECTORCALLS_OF_9,
    10: VECTORCALLS_OF_10,
    11: [...VECTORCALLS_OF_10, 'enumerate', 'super'],
    13: [...VECTORCALLS_OF_10, 'enumerate', 'super', 'int', 'str'],
  }),
};
