/**
 * The beginning of an exported script, the same in all of them: Python that makes an interpreter quiet, and records without
 * disturbing. `test/oracle/recorder.py` records traces in the same way.
 *
 * A statement that records contains no call instruction (from 3.12 those look whether a collection is due) and makes no object
 * that the collector would count: it subscripts an object whose __getitem__ is a C function. What can be asked in no such way is
 * asked in a forked process, which answers and ends.
 *
 * Until the session has ended no module is imported whose code would be seen: classes derived from built-in ones leave a dict there
 * (tp_subclasses), and functions of C keep the names of their first keywords (getargs.c:parser_init). So no json and no re before.
 * Names in the script are interned: none is a word that sessions are likely to intern themselves.
 */
export const HARNESS_HEAD = String.raw`
import os
import sys

if not (sys.flags.no_site and os.environ.get('PYTHONHASHSEED') == '0'):
    # What a site imports may run code at every fork; sets of texts have the order that Heaplab's have.
    plain = {name: value for name, value in os.environ.items() if not name.startswith('PYTHON')}
    arguments = [sys.executable, '-s', '-S', os.path.abspath(__file__)] + sys.argv[1:]
    os.execve(sys.executable, arguments, dict(plain, PYTHONHASHSEED='0'))
if sys.path and sys.path[0] == os.path.dirname(os.path.abspath(__file__)):
    del sys.path[0]  # no file that lies beside this one is meant

import ctypes
import fcntl
import gc

import _tracemalloc as tracemalloc
import _weakref as weakref

if '%d.%d' % sys.version_info[:2] != PYTHON:
    sys.exit('This script is about Python %s (%s), this is %s.' % (PYTHON, RELEASE, sys.version.split()[0]))

# --- the collector's memory: offsets from the head of generation 0 (struct _gc_runtime_state, 3.8 to 3.13) ---

BIG = 1 << 30
BEFORE = 16
THRESHOLD, COUNT, GENERATION_BYTES, PERMANENT, STATS, LONG_LIVED = 16, 20, 24, 80, 104, 200
STATE_BYTES = BEFORE + 216


def word_at(address):
    return ctypes.c_size_t.from_address(address)


def threshold_at(node, generation):
    return ctypes.c_int.from_address(node + THRESHOLD + GENERATION_BYTES * generation).value


def find_state():
    """Follows the list of the youngest generation to its head, which is known by thresholds set for the moment."""
    old, pattern = gc.get_threshold(), (123457, 12347, 12349)
    gc.set_threshold(*pattern)
    try:
        newest = []
        node = id(newest) - 16
        for _ in range(10 ** 6):
            node = word_at(node).value & ~3
            if threshold_at(node, 0) == pattern[0] and threshold_at(node, 1) == pattern[1]:
                return node
    finally:
        gc.set_threshold(*old)
    sys.exit('The generations of this interpreter were not found.')


def find_enabled():
    for offset in range(-16, 0, 4):
        flag = ctypes.c_int.from_address(BASE + offset)
        gc.enable()
        on = flag.value
        gc.disable()
        off = flag.value
        gc.enable()
        if (on, off) == (1, 0):
            return offset
    sys.exit('gc.isenabled() of this interpreter was not found.')


BASE = find_state()
ENABLED = find_enabled()
APART = (ctypes.c_size_t * 2)()


def unlink_permanent():
    """Moves every frozen object onto a list head of ours, where no collection and no gc.unfreeze() finds it."""
    head, mine = BASE + PERMANENT, ctypes.addressof(APART)
    first, last = word_at(head).value, word_at(head + 8).value & ~3
    if first == head:
        return
    APART[0], APART[1] = first, last
    back, forward = word_at(first + 8), word_at(last)
    back.value = mine | (back.value & 3)
    forward.value = mine | (forward.value & 3)
    word_at(head).value = head
    word_at(head + 8).value = head


def setup():
    """Leaves an interpreter whose collector knows of nothing: what a session starts as."""
    gc.disable()
    gc.set_threshold(*START['thresholds'])
    gc.collect()
    gc.freeze()
    unlink_permanent()
    gc.collect()
    if START['enabled']:
        gc.enable()


# --- recording without calls ---

def by_item(function):
    """An object whose x[y] is function(y), through a type slot."""
    return type('Item', (), {'__slots__': (), '__getitem__': function})()


def by_minus(function):
    """An object of which -x is function()."""
    return type('Minus', (), {'__slots__': (), '__neg__': function})()


def weakref_callback(reference):
    pass


def scratch(name):
    """A file of nobody else's, always written at its end. (The module tempfile runs code at every fork.)"""
    if hasattr(os, 'memfd_create'):
        file = os.memfd_create(name)
        fcntl.fcntl(file, fcntl.F_SETFL, os.O_APPEND)
        return file
    path = '/tmp/session-%d-%s' % (os.getpid(), name)
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
    os.unlink(path)
    return file


def bytes_of(file):
    size = os.fstat(file).st_size
    parts = []
    while sum(map(len, parts)) < size:
        parts.append(os.pread(file, 1 << 20, sum(map(len, parts))))
    return b''.join(parts)


def text_of(file):
    return bytes_of(file).decode('utf-8', 'replace')


ENTRIES = []
CHILD = [None] * 8
SLOTS = (ctypes.c_size_t * HIGHEST)()
INTS = (ctypes.c_int * 54).from_address(BASE)
NAMES = {
    '__name__': '__main__', 'gc': gc, 'sys': sys, 'weakref': weakref, 'weakref_callback': weakref_callback,
    'tracemalloc': tracemalloc, 'zero': 0, 'resurrected': [], 'SITE': 0, 'DEFINING': True, 'setup': setup,
    'LOG': by_item(ENTRIES.append),
    'STATE': (ctypes.c_char * STATE_BYTES).from_address(BASE - BEFORE),
    'INTS': INTS,
    'COUNTOF': by_item(sys.getrefcount),
    'IDOF': by_item(id),
    'TRACKED': by_item(gc.is_tracked),
    'LISTS': by_item(gc.get_objects),
    'FORK': by_minus(os.fork), 'BLOCKS': by_minus(sys.getallocatedblocks), 'TRACED': by_minus(tracemalloc._get_traces),
    'CHILD': CHILD,
    'SLOTS': SLOTS,
    'objects': (ctypes.py_object * HIGHEST).from_address(ctypes.addressof(SLOTS)),
}
ANSWERS, PRINTED = scratch('answers'), scratch('printed')


# --- what a forked process answers ---

def permanent_ids():
    head, found = BASE + PERMANENT, []
    node = word_at(head).value & ~3
    while node != head:
        found.append(node + 16)
        node = word_at(node).value & ~3
    return found


def has_gc_head(thing):
    return type(thing).__flags__ & (1 << 14) != 0


def generation(thing, lists):
    for number, ids in enumerate(lists):
        if id(thing) in ids:
            return number
    return 'permanent' if id(thing) in permanent_ids() else None


def addresses(things):
    return [id(thing) for thing in things]


ASKED = {
    'sys.getsizeof': lambda thing, lists: sys.getsizeof(thing),
    'alive': lambda thing, lists: thing() is not None,
    'generation': generation,
    'raised': lambda error, lists: [type(error).__name__, str(error)],
    'gc.is_finalized': lambda thing, lists: has_gc_head(thing) and bool(word_at(id(thing) - 8).value & 1),
    'gc.get_freeze_count': lambda thing, lists: gc.get_freeze_count(),
    'gc.get_debug': lambda thing, lists: gc.get_debug(),
    'tracemalloc.is_tracing': lambda thing, lists: tracemalloc.is_tracing(),
    'tracemalloc.get_traceback_limit': lambda thing, lists: tracemalloc.get_traceback_limit(),
    'tracemalloc.get_traced_memory': lambda thing, lists: own_traces(),
    'tracemalloc.take_snapshot': lambda thing, lists: own_traces(),
    'tracemalloc.get_object_traceback': lambda thing, lists: performed(tracemalloc._get_object_traceback(thing)),
    'gc.garbage': lambda thing, lists: addresses(gc.garbage),
    'gc.get_objects': lambda thing, lists: sum(lists if thing is None else [lists[thing]], []),
    'gc.get_referents': lambda thing, lists: [type(thing).__name__] + addresses(gc.get_referents(thing)),
    'gc.get_referrers': lambda thing, lists: referrers(thing, lists),
}


def referrers(thing, lists):
    found = set(addresses(gc.get_referrers(thing)))
    return [one for ids in lists for one in ids if one in found]


SESSION = '<session, unit %d>'
PERFORMING, SPARING = {}, set()


def find_performing_lines():
    """Numbers of operations by the lines that perform them: those above the line that records the state after it.

    The state after a call is recorded where the function begins, which may never come back.
    """
    import re
    recording = re.compile(r'\s*(__)?(LOG|SLOTS|INTS|CHILD)(__)?\[|\s*(if not -(__)?FORK|(__)?answer(__)?\(|#)')
    calls, entered = {}, {}
    for number, unit in enumerate(UNITS):
        waiting, site = [], None
        for at, line in enumerate(unit.split('\n'), 1):
            done = re.match(r"\s*(?:__)?LOG(?:__)?\['S(\d+)'\]", line)
            going = re.match(r'\s*(?:__)?SITE(?:__)? = (\d+)$', line)
            if done:
                PERFORMING.update(((SESSION % number, line), int(done.group(1))) for line in waiting)
                entered[site] = int(done.group(1))
                waiting = []
            elif going:
                calls[SESSION % number, at + 1] = going.group(1)
            elif not recording.match(line):
                waiting.append(at)
            elif re.search(r'CHILD(__)?\[5\] =', line):
                SPARING.add((SESSION % number, at))
            begun = re.match(r'\s*if (?:__)?SITE(?:__)? == (\d+):$', line)
            site = begun and begun.group(1)
    PERFORMING.update((line, entered[site]) for line, site in calls.items() if site in entered)


def performed(frames):
    """The operation that made something; None when that was none of the session's, 0 when it was a finalizer."""
    if not PERFORMING:
        find_performing_lines()
    return frames and (0 if frames[0][0] == '<classes>' else PERFORMING.get(frames[0]))


def traced_of_size(wanted):
    traces = tracemalloc._get_traces()
    return [size for _, size, frames, *_ in traces if size == wanted and performed(frames) is not None]


def names_traced():
    """The size of the table of this script's names, if an operation has made it larger: its trace goes with it."""
    table, kept = sys.getsizeof(NAMES) - sys.getsizeof({}), dict(NAMES)
    sizes = traced_of_size(table)
    NAMES.clear()
    del sizes[:len(traced_of_size(table))]
    return sizes


def own_traces():
    """Blocks and bytes of what operations made, but for the table of the names of this script.

    Lists that operations left in the free list now seem to be made by the line that made spare ones: of those that have a trace,
    as many as were no new blocks.
    """
    first, before, _, after, traces = CHILD[3:8]
    own = [size for _, size, frames, *_ in traces if performed(frames) is not None]
    for size in names_traced():
        own.remove(size)
    listed = sum(frames[0] in SPARING and size == sys.getsizeof([]) for _, size, frames, *_ in traces)
    fresh = after - before - (before - first) - 1  # the array of the outer list is a block, too
    kept = listed - fresh if listed else 0
    return [len(own) + kept, sum(own) + kept * sys.getsizeof([])]


def answer(number, question, thing):
    try:
        lists = [addresses(one) for one in CHILD[:3]]
        CHILD[:3] = [None] * 3
        value = ASKED[question](thing, lists)
    except BaseException as error:
        value = {'raised': '%s: %s' % (type(error).__name__, error)}
    os.write(ANSWERS, ('%a\n' % ([number, len(ENTRIES), value],)).encode())
    os._exit(0)


NAMES['answer'] = answer


def give(name, thing):
    NAMES[name] = thing
`;
