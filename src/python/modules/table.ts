/** The modules that a program can import: those written in TypeScript, and those whose source is Python. */
import type { ModuleDefinition } from '../eval/native.ts';
import { COLLECTIONS_ABC_SOURCE } from '../lib/collections-abc.ts';
import { CONTEXTLIB_SOURCE } from '../lib/contextlib.ts';
import { COPY_SOURCE } from '../lib/copy.ts';
import { COPYREG_SOURCE } from '../lib/copyreg.ts';
import { DATACLASSES_SOURCE } from '../lib/dataclasses.ts';
import { ENUM_SOURCE } from '../lib/enum.ts';
import { FUTURE_SOURCE } from '../lib/future.ts';
import { INSPECT_SOURCE } from '../lib/inspect-signature.ts';
import { KEYWORD_SOURCE } from '../lib/keyword.ts';
import { OBJGRAPH_SOURCE } from '../lib/objgraph.ts';
import { QUEUE_SOURCE } from '../lib/queue.ts';
import { REPRLIB_SOURCE } from '../lib/reprlib.ts';
import { STRING_SOURCE } from '../lib/string.ts';
import { THREADING_SOURCE } from '../lib/threading.ts';
import { TIMEIT_SOURCE } from '../lib/timeit.ts';
import { TYPES_SOURCE } from '../lib/types-names.ts';
import { TYPING_SINCE, TYPING_SOURCE } from '../lib/typing.ts';
import { WARNINGS_SOURCE } from '../lib/warnings.ts';
import { ABC } from './abc.ts';
import { ARRAY_MODULE } from './array/array.ts';
import { BISECT } from './bisect.ts';
import { COLLECTIONS, COLLECTIONS_IN_C } from './collections/module.ts';
import { CTYPES } from './ctypes.ts';
import { ERRNO } from './errno.ts';
import { FNMATCH } from './fnmatch.ts';
import { FUNCTOOLS } from './functools/module.ts';
import { GC } from './gc.ts';
import { HEAPQ } from './heapq.ts';
import { ATEXIT, OS, PSUTIL } from './host.ts';
import { IO } from './io/module.ts';
import { ITERTOOLS } from './itertools/module.ts';
import { library } from './library.ts';
import { LINECACHE } from './linecache.ts';
import { MATH } from './math.ts';
import { OPERATOR } from './operator/module.ts';
import { GENERICPATH, OS_PATH } from './os-path.ts';
import { RANDOM } from './random.ts';
import { SIMPLE_QUEUES } from './simple-queue.ts';
import { STRING_FIELDS } from './string/fields.ts';
import { TEMPLATE_FUNCTIONS } from './string/template.ts';
import { STRUCT_IN_C, STRUCT_MODULE } from './struct/module.ts';
import { SYS } from './sys.ts';
import { THREAD } from './thread.ts';
import { TIME } from './time/module.ts';
import { TRACEBACK } from './traceback.ts';
import { TRACEMALLOC } from './tracemalloc.ts';
import { TYPING_IN_C } from './typing/module.ts';
import { WARNING_FILTERS } from './warning-filters.ts';
import { WEAK_SETS, WEAKREF } from './weakref.ts';

export const MODULES: readonly ModuleDefinition[] = [
  SYS,
  GC,
  TRACEMALLOC,
  WEAK_SETS,
  WEAKREF,
  TIME,
  OS,
  GENERICPATH,
  OS_PATH,
  PSUTIL,
  ATEXIT,
  MATH,
  LINECACHE,
  FNMATCH,
  ARRAY_MODULE,
  BISECT,
  CTYPES,
  library('__future__', FUTURE_SOURCE),
  library('enum', ENUM_SOURCE, { since: { EnumType: 11, member: 11, nonmember: 11 } }),
  library('timeit', TIMEIT_SOURCE),
  TYPING_IN_C,
  library('typing', TYPING_SOURCE, { since: TYPING_SINCE }),
  library('warnings', WARNINGS_SOURCE, { functions: WARNING_FILTERS }),
  TRACEBACK,
  ABC,
  library('collections.abc', COLLECTIONS_ABC_SOURCE),
  IO,
  COLLECTIONS_IN_C,
  COLLECTIONS,
  HEAPQ,
  ERRNO,
  library('keyword', KEYWORD_SOURCE, {
    since: { issoftkeyword: 9, softkwlist: 9 },
  }),
  library('contextlib', CONTEXTLIB_SOURCE),
  library('copy', COPY_SOURCE),
  library('copyreg', COPYREG_SOURCE),
  FUNCTOOLS,
  ITERTOOLS,
  library('dataclasses', DATACLASSES_SOURCE),
  library('_inspect', INSPECT_SOURCE),
  library('reprlib', REPRLIB_SOURCE),
  library('threading', THREADING_SOURCE),
  THREAD,
  SIMPLE_QUEUES,
  STRUCT_IN_C,
  STRUCT_MODULE,
  library('queue', QUEUE_SOURCE, { since: { ShutDown: 13 } }),
  library('objgraph', OBJGRAPH_SOURCE),
  RANDOM,
  OPERATOR,
  STRING_FIELDS,
  library('string', STRING_SOURCE, { functions: TEMPLATE_FUNCTIONS }),
  library('types', TYPES_SOURCE),
];

/** Further source text by module name; all of it is in MODULES. */
export const SOURCES: Readonly<Record<string, string>> = {};
