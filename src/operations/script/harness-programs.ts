/**
 * The part of an exported script that runs the session's programs; only in scripts of sessions that have some.
 *
 * A program runs in the namespace of the main module, in a thread of its own: its first frame has none below it, as in an interpreter
 * that runs nothing else, so tracebacks, tracemalloc and the limit of recursion are the program's alone. A function pointer of ctypes
 * calls it, and hands what was raised to sys.unraisablehook. What this needs is made before the session begins, and the counters
 * of the collector are put back where it was at work.
 */
import { HARNESS_FREE_LISTS } from './harness-free-lists.ts';
import { HARNESS_SURROUNDINGS } from './harness-surroundings.ts';

export const HARNESS_PROGRAMS = String.raw`
# --- programs ---

import _functools
import _sitebuiltins
import _thread
import _warnings
import builtins
import io
import itertools
if sys.version_info < (3, 10):
    import _bootlocale  # as reading the site's files does; the first open() of a text needs it

COUNTS = [(COUNT + GENERATION_BYTES * number) // 4 for number in range(3)]
HEADS = (ctypes.c_size_t * 9).from_address(BASE)
APARTS = (ctypes.c_size_t * 9)()
STATE_WORDS = (ctypes.c_longlong * 14).from_address(BASE + STATS)  # statistics, and what waits for a full collection
FIGURES = (ctypes.c_longlong * 9).from_address(BASE + STATS)
FLAG = ctypes.c_int.from_address(BASE + ENABLED)
OUTPUT = scratch('output')
ELSEWHERE = ('objgraph', 'psutil')  # modules that Heaplab has and an interpreter may not have
MISSING = []
ONLY_SYNTAX = 0x400  # PyCF_ONLY_AST
PY = ctypes.PyDLL(None)
PY.PyThreadState_Get.restype = ctypes.c_void_p
STATE_OF_MAIN = PY.PyThreadState_Get()


def main_names():
    """The names of a main module that has just begun."""
    main = type(sys)('__main__')
    sys.modules['__main__'] = main
    names = main.__dict__
    names['__loader__'] = globals()['__loader__']
    names['__annotations__'] = {}
    names['__builtins__'] = builtins
    names['__file__'] = PROGRAMS[0]['filename']
    names['__cached__'] = None
    return names


for name, thing in NAMES.items():  # where programs do not see them
    if not name.startswith('__'):
        setattr(builtins, '__%s__' % name, thing)
builtins.exit = _sitebuiltins.Quitter('exit', 'Ctrl-D (i.e. EOF)')
builtins.quit = _sitebuiltins.Quitter('quit', 'Ctrl-D (i.e. EOF)')
NAMES = main_names()
STDOUT, STDERR = sys.stdout, sys.stderr
STDOUT.reconfigure(encoding='utf-8', errors='strict', line_buffering=False)


def give(name, thing):
    setattr(builtins, '__%s__' % name, thing)


def prepare_modules(source):
    """Imports what the program will import: its own import then costs what the import of a known module costs.

    Gives those, and which of them are written in Python. What their code keeps from its first calls (caches of abstract classes, modules
    that it imports itself) depends on what ran before it, so after such a program the collector's counters are not compared until
    a full collection, nor is how often it has run by itself.
    """
    wanted = imported_by(source)
    for name in wanted:
        try:
            __import__(name)
        except BaseException:
            if name in ELSEWHERE:
                MISSING.append(name)
    return wanted, [name for name in wanted if (getattr(sys.modules.get(name), '__file__', None) or '').endswith('.py')]


def imported_by(source):
    """Names of modules in the import statements of a program. (The module ast derives classes from str.)"""
    try:
        waiting = [compile(source, 'program', 'exec', ONLY_SYNTAX)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    wanted = []
    while waiting:
        node = waiting.pop(0)
        kind = type(node).__name__
        if kind == 'Import':
            wanted += [alias.name for alias in node.names]
        elif kind == 'ImportFrom' and node.module and not node.level:
            wanted += [node.module] + ['%s.%s' % (node.module, alias.name) for alias in node.names]
        for field in getattr(node, '_fields', ()):
            value = getattr(node, field, None)
            waiting += value if isinstance(value, list) else [value] if hasattr(value, '_fields') else []
    return wanted


def stream_of(text):
    file = scratch('input')
    os.write(file, text.encode())
    os.lseek(file, 0, 0)
    stream = io.TextIOWrapper(io.BufferedReader(io.FileIO(file, 'r')), encoding='utf-8')
    stream.buffer.raw.name = '<stdin>'
    return stream


class Failed(Exception):
    """The script cannot go on here."""


#: A call that has a plain text in messages about what it raised.
Call = type('Call', (_functools.partial,), {'__slots__': (), '__repr__': object.__repr__})
HERE, THERE = _thread.allocate_lock(), _thread.allocate_lock()
HERE.acquire()
THERE.acquire()
KEPT = []
STEPS = []


def add_steps(code, names):
    """What the thread of the programs does, all in C: it calls the code, lets the main thread go on, and waits for its turn."""
    function = Call(type(deeper)(code, names))
    try:
        function(None)  # is refused when it has its first frame, which up to 3.10 its code keeps
    except TypeError:
        pass
    call = ctypes.PYFUNCTYPE(None)(function)
    release, acquire = HERE.release, THERE.acquire
    steps = [iter(call, None), iter(release, None), iter(acquire, True)]
    if sys.version_info >= (3, 12):
        steps.insert(1, iter(entered, None))
    KEPT.extend([function, call, release, acquire] + steps)  # nothing is freed when it is done
    STEPS.extend(steps)


def entered():
    """Where the evaluator looks whether a collection waits: it would be done after the call of the program, by the same thread."""


SOME_INTS = ctypes.c_int * 40


def deeper():
    return SOME_INTS.from_address(STATE_OF_MAIN)[:]


DEPTH = next(at for at, (here, there) in enumerate(zip(SOME_INTS.from_address(STATE_OF_MAIN)[:], deeper())) if abs(here - there) == 1)
DEPTHS = (DEPTH, DEPTH + 2) if sys.version_info >= (3, 12) else (DEPTH,)  # calls of Python, and of C
AT_HOME, IN_THREAD = SOME_INTS.from_address(STATE_OF_MAIN)[:], []
add_steps(compile('OTHER = PY.PyThreadState_Get(); IN_THREAD += SOME_INTS.from_address(OTHER)[:]', 'depth', 'exec'), globals())


${HARNESS_FREE_LISTS}

class Program:
    """One that is ready to run."""

    def __init__(self, number, told):
        self.filename = told['filename']
        self.source = told['source']
        self.argv = told['argv'] or [self.filename]
        self.stdin = stream_of(told['stdin'] or '')
        self.write(number)
        self.lines = self.lines_of_file()
        self.runs = False
        self.pipe = os.pipe()
        self.raised = False
        self.exit = 0
        self.from_out = self.to_out = self.from_err = self.to_err = 0
        self.imported, self.library = prepare_modules(self.source)
        self.said = self.compiled()
        self.count, self.around = told['count'], told['around']
        self.names_in = BASE + (told['names_in'] * GENERATION_BYTES if told['names_in'] < 3 else PERMANENT)
        makers = [(name, maker(lengths, 3 if name in ('', 'gc', 'math') else 5)) for name, lengths in told['left']]
        self.begin = [make for name, make in makers if not name]
        self.imports = [Import(sys.modules[name], make) for name, make in makers if name in sys.modules]

    def compiled(self):
        """What compiling says: warnings, and an error of syntax. Another process shows them, as what that imports would be seen."""
        said = ''
        for action in 'error', 'ignore':
            _warnings.filters.insert(0, (action, None, Warning, None, 0))
            _warnings._filters_mutated()
            try:
                code = compile(self.source, self.filename, 'exec', dont_inherit=True)
                add_steps(code, NAMES)
                self.runs = True
            except Exception:
                pass
            del _warnings.filters[0]
            _warnings._filters_mutated()
            if self.runs:
                break
            said = said or self.shown()
        self.exit = 0 if self.runs else 1
        return said

    def shown(self):
        file = scratch('shown')
        if os.fork() == 0:
            import traceback
            import warnings
            self.keep_lines()
            os.dup2(file, 2)
            try:
                compile(self.source, self.filename, 'exec', dont_inherit=True)
            except Exception as error:
                sys.excepthook(type(error), error.with_traceback(None), None)
            sys.stderr.flush()
            os._exit(0)
        os.wait()
        said = text_of(file)
        os.close(file)
        return said

    def lines_of_file(self):
        """An entry of linecache's; made early, as a list that is made when the program begins is one less in the free list."""
        lines = io.StringIO(self.source, newline=None).readlines()
        if lines and not lines[-1].endswith('\n'):
            lines[-1] += '\n'
        return len(self.source), None, lines, self.filename

    def keep_lines(self):
        """For modules that show lines of programs, whatever their names are."""
        import linecache
        linecache.cache[self.filename] = self.lines

    def write(self, number):
        """The file that the program is said to come from, for those that read it; it gets its name when the program begins."""
        name = os.path.basename(self.filename)
        self.file = 'of-program-%d' % number
        self.name = name if name not in ('', '.', '..') and not name.startswith('<') else self.file
        with open(self.file, 'w', encoding='utf-8', newline='') as file:
            file.write(self.source)


def move(node, head):
    """Moves an object into another list of the collector's."""
    after, before = word_at(node).value & ~3, word_at(node + 8).value & ~3
    word_at(before).value = after
    word_at(after + 8).value = before | (word_at(after + 8).value & 3)
    last = word_at(head + 8).value & ~3
    word_at(last).value = node
    word_at(node).value = head
    word_at(node + 8).value = last | (word_at(node + 8).value & 3)
    word_at(head + 8).value = node | (word_at(head + 8).value & 3)


def perform(self, number):
    """Runs a program; nothing of what is done here is left in the counters."""
    if number is None:
        return
    enabled = FLAG.value
    FLAG.value = 0
    zero, one, two = INTS[COUNTS[0]], INTS[COUNTS[1]], INTS[COUNTS[2]]
    program = READY[number]
    running[0] = program
    sys.stderr = STDERR
    STDOUT.flush()
    program.from_out = os.lseek(OUTPUT, 0, 2)
    program.from_err = os.lseek(PRINTED, 0, 2)
    if program.runs:
        begin(program)
        surround(program.around)
        for make in program.begin:
            refill(make)
        INTS[COUNTS[0]], INTS[COUNTS[1]], INTS[COUNTS[2]] = zero, one, two
        FLAG.value = enabled
        THERE.release()
        HERE.acquire()
        zero, one, two = INTS[COUNTS[0]], INTS[COUNTS[1]], INTS[COUNTS[2]]
        enabled = FLAG.value
        FLAG.value = 0
        if program.raised or program.library:
            # What Heaplab said: code of a library ran, or what printing the exception leaves differs from what is done here.
            zero, one, two = program.count  # without a tuple, which would lie in the free list
        move(id(NAMES) - 16, ctypes.addressof(APART))
        flush(sys.stdout)
        flush(sys.stderr)
        flush(STDOUT)
        flush(STDERR)
    program.to_out = os.lseek(OUTPUT, 0, 2)
    program.to_err = os.lseek(PRINTED, 0, 2)
    running[0] = program = None
    INTS[COUNTS[0]], INTS[COUNTS[1]], INTS[COUNTS[2]] = zero, one, two
    FLAG.value = enabled


def flush(stream):
    try:
        stream.flush()
    except Exception:
        pass


def begin(program):
    if MISSING:
        raise Failed('this interpreter has no module %s' % MISSING[0])
    move(id(NAMES) - 16, program.names_in)  # who asks for the referrers of a name's object finds it
    sys.stdin, sys.argv = program.stdin, program.argv
    NAMES['__file__'] = program.filename
    for one in program.imports:
        one.module.__spec__ = one
    if 'linecache' in sys.modules:
        program.keep_lines()
    if program.file != program.name:
        os.rename(program.file, program.name)


def unraisable(told):
    """What finalizers raise is printed as ever, and leaves what that leaves; what ended the program, as an interpreter prints it."""
    if told is None:
        return
    if running[0] is None or not told.err_msg or 'ctypes callback' not in told.err_msg:
        IGNORE(told)
        return
    enabled = FLAG.value
    FLAG.value = 0
    zero, one, two = INTS[COUNTS[0]], INTS[COUNTS[1]], INTS[COUNTS[2]]
    uncount(zero, one, two, running[0].count)
    ended(running[0], told.exc_value)
    INTS[COUNTS[0]], INTS[COUNTS[1]], INTS[COUNTS[2]] = zero, one, two
    FLAG.value = enabled


def uncount(zero, one, two, said):
    """Telling of the exception makes objects before anything here runs. A collection that they started was none of the program's."""
    if zero < said[0]:
        collected = 0 if one > said[1] else 1 if two > said[2] else 2
        FIGURES[3 * collected] -= 1


def ended(program, error):
    program.raised = True
    if isinstance(error, SystemExit):
        code = error.code
        program.exit = 0 if code is None else code & 255 if isinstance(code, int) else 1
        if program.exit == 1 and not isinstance(code, int):
            sys.stderr.write('%s\n' % code)
        return
    program.exit = 130 if isinstance(error, KeyboardInterrupt) else 1
    if sys.excepthook is not sys.__excepthook__:
        sys.excepthook(type(error), error, error.__traceback__)
        return
    if PY.fork() == 0:  # what prints the traceback leaves nothing here
        sys.path.insert(0, os.getcwd())
        if sys.version_info >= (3, 13):
            program.keep_lines()
        sys.excepthook(type(error), error, error.__traceback__)
        sys.stderr.flush()
        os._exit(0)
    os.close(program.pipe[1])
    os.read(program.pipe[0], 1)  # until the child has ended


${HARNESS_SURROUNDINGS}

def quiet():
    """Collections are counted from here on, too: the memory is written without an object of the collector's."""
    make_around()
    setup()
    if FREEZES:
        freeze_some()
        gc.collect()
    at = 0
    while at < 9:
        FIGURES[at] = 0
        at += 1


running = [None]
IGNORE = sys.unraisablehook
sys.unraisablehook = unraisable
FOLDER = '/tmp/session-%d' % os.getpid()
os.mkdir(FOLDER, 0o700)
os.chdir(FOLDER)
if any(name in program['source'] for name in ELSEWHERE for program in PROGRAMS):
    import sysconfig
    sys.path.append(sysconfig.get_paths()['purelib'])
READY = [Program(number, told) for number, told in enumerate(PROGRAMS)]
STEPS = iter(STEPS)
_thread.start_new_thread(any, (itertools.chain.from_iterable(STEPS),))
HERE.acquire()
ints = SOME_INTS.from_address(OTHER)
for at in DEPTHS:
    ints[at] += AT_HOME[at] - IN_THREAD[at]
give('FORK', by_minus(PY.fork))  # os.fork() warns where there are threads
perform(None, None)  # up to 3.10 a function keeps its first frame
unraisable(None)
give('PERFORM', type('Perform', (), {'__slots__': (), '__getitem__': perform})())
give('setup', quiet)
`;
