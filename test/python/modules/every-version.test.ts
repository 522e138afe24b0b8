import { describe, expect, test } from 'vitest';
import { createProcess } from '../../../src/operations/index.ts';
import { runProgram } from '../../../src/python/index.ts';

const VERSIONS = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'] as const;

/** One use of each module, so that none leans on what its version lacks; the recordings tell what four of the versions answer. */
const SOURCE = `
import abc, array, atexit, bisect, collections, collections.abc, contextlib, copy, copyreg, ctypes, dataclasses, enum, errno, fnmatch, functools, gc
import heapq, io, itertools, keyword, linecache, math, operator, os, random, reprlib, string, sys, threading, time, timeit, traceback, tracemalloc
import types, typing, warnings, weakref, objgraph, psutil

class Suit(enum.Enum):
    HEARTS = enum.auto()
    SPADES = 'S'

class Access(enum.IntFlag):
    READ = 1
    WRITE = 2

@dataclasses.dataclass(order=True)
class Point:
    x: int
    y: list = dataclasses.field(default_factory=list)

class Row(typing.NamedTuple):
    a: int
    b: str = 'b'

class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): pass

@contextlib.contextmanager
def managed():
    yield 1

@functools.lru_cache(maxsize=None)
def double(n):
    return n * 2

@functools.singledispatch
def told(one):
    return 'other'

@told.register(int)
def _(one):
    return 'int'

tracemalloc.start()
random.seed(1)
held = weakref.WeakSet([managed])
with managed() as entered:
    pass
print(Suit('S').name, int(Access.READ | Access.WRITE), Point(1) < Point(2), Row(1).b, entered, double(4), told(1), told(''))
print(collections.Counter('aab').most_common(1), collections.namedtuple('P', 'x')(1), copy.deepcopy([[1]]), len(held))
print(random.randint(1, 1), string.Template('$a').substitute(a=1), fnmatch.fnmatch('a.py', '*.py'), reprlib.repr('x'))
print(heapq.nsmallest(1, [2, 1]), list(itertools.accumulate([1, 2])), math.gcd(4, 6), operator.add(1, 2), os.path.join('a', 'b'))
print(len(tracemalloc.take_snapshot().statistics('lineno')) > 0, types.SimpleNamespace(a=1).a, array.array('i', [1])[0], io.StringIO('s').read())
try:
    Shape()
except TypeError as error:
    print(traceback.format_exception_only(type(error), error)[0][:9], warnings.formatwarning('w', UserWarning, 'f', 1, '')[:1])
`;

const ANSWER = `SPADES 3 True b 1 8 int other
[('a', 2)] P(x=1) [[1]] 1
1 1 True 'x'
[1] [1, 3] 2 3 a/b
True 1 1 s
TypeError f
`;

describe('library modules of every version', () => {
  test.each(VERSIONS)('%s', (python) => {
    const { stdout, stderr } = runProgram(createProcess({ python, keptEvents: 1 << 10 }), SOURCE, {
      filename: 'program.py',
    });
    expect(stderr).toBe('');
    expect(stdout).toBe(ANSWER);
  });
});
