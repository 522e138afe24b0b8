"""Ask a real CPython what a trace of operations does to its heap.

    python3 test/oracle/recorder.py < traces.jsonl          one answer a line, for the interpreter that runs it
    python3 test/oracle/recorder.py --check FILE_OR_DIR...  records finished vectors again, says what disagrees
    python3 test/oracle/recorder.py --source < traces.jsonl the Python that each trace becomes

A trace is one JSON line: {"name": "mine", "steps": [{"op": "new", "type": "list", "items": [], "as": "a",
"python": "a = []"}, ...]}: the format of the vectors in test/conformance/gc, without `expect`.  The answer is
{"name", "version", "expects": [one `expect` a step]} with plain values (not keyed by version); a repeat has
`ops` with the expects of its inner steps, and `stderr` holds what the interpreter printed (gc.set_debug).
CPython 3.8 to 3.13 (with the GIL) on Linux x86-64, standard library only.

How it stays out of the way.  Each trace becomes straight-line source, run in a process of its own, forked from a
quiet parent.  The source begins with setup(): collect, freeze, unlink the permanent generation onto a list head of
our own (raw memory), collect; so all lists, counters and free lists start empty.  A recording statement contains no
call instruction (from 3.12 those look whether a collection is due) and allocates no gc object:

    LOG['S3']          a type whose __getitem__ is a C function: here the append of the log
    LOG[RAW.raw]       the collector's state as bytes, read by a C getter
    LOG[COUNTOF[x]]    sys.getrefcount(x)
    if not -FORK:      os.fork() through __neg__: the child answers anything richer, and never comes back
"""
import ctypes
import gc
import json
import os
import sys
import weakref

VERSION = '%d.%d' % sys.version_info[:2]
BIG = 1 << 30
HAVE_GC = 1 << 14
# The finished vectors of 3.11 and 3.12 name an instance dictionary by its address: where a labelled dict died, by that
# one's label.  Only --check does likewise; otherwise an instance dictionary is always oN.__dict__.
ALIASED = ('3.11', '3.12')

# Byte offsets from the head of generation 0 (struct _gc_runtime_state; the same from 3.8 to 3.13).
BEFORE = 16
STATE_BYTES = BEFORE + 216
THRESHOLD, COUNT, GENERATION_BYTES, PERMANENT, STATS = 16, 20, 24, 80, 104
LONG_LIVED_TOTAL, LONG_LIVED_PENDING = 200, 208


# --- the collector's memory ---------------------------------------------------------------------------------------

def word(address):
    return ctypes.c_size_t.from_address(address)


def find_state():
    """The address of generation 0's list head: found by following the list from a new object until the thresholds,
    set to a pattern for the moment, show that we stand on the head."""
    old = gc.get_threshold()
    gc.set_threshold(123457, 12347, 12349)
    try:
        newest = []
        node = id(newest) - 16
        for _ in range(10 ** 6):
            node = word(node).value & ~3
            ints = [ctypes.c_int.from_address(node + THRESHOLD + GENERATION_BYTES * i).value for i in range(3)] \
                if is_head(node) else None
            if ints == [123457, 12347, 12349]:
                return node
    finally:
        gc.set_threshold(*old)
    raise RuntimeError('the generations of this interpreter were not found')


def is_head(node):
    return ctypes.c_int.from_address(node + THRESHOLD).value == 123457


def find_enabled(base):
    """`enabled` stands in the 16 bytes before generation 0; where exactly depends on the version."""
    for offset in range(-16, 0, 4):
        flag = ctypes.c_int.from_address(base + offset)
        gc.enable()
        on = flag.value
        gc.disable()
        off = flag.value
        gc.enable()
        if (on, off) == (1, 0):
            return offset
    raise RuntimeError('gc.enabled of this interpreter was not found')


BASE = find_state()
ENABLED = find_enabled(BASE)


def number(raw, offset, size):
    at = offset + BEFORE
    return int.from_bytes(raw[at:at + size], 'little', signed=True)


def state_of(raw):
    """What a snapshot of the collector's memory says."""
    gens = range(3)
    return {
        'count': [number(raw, COUNT + GENERATION_BYTES * i, 4) for i in gens],
        'threshold': [number(raw, THRESHOLD + GENERATION_BYTES * i, 4) for i in gens],
        'enabled': bool(number(raw, ENABLED, 4)),
        'stats': [[number(raw, STATS + 24 * i + 8 * j, 8) for j in range(3)] for i in gens],
        'long_lived': [number(raw, LONG_LIVED_TOTAL, 8), number(raw, LONG_LIVED_PENDING, 8)],
    }


PRIVATE_HEAD = (ctypes.c_size_t * 2)()


def unlink_permanent():
    """Moves every frozen object onto a list head of ours, where no collection and no gc.unfreeze() finds it."""
    head, mine = BASE + PERMANENT, ctypes.addressof(PRIVATE_HEAD)
    first, last = word(head).value, word(head + 8).value & ~3
    if first == head:
        return
    PRIVATE_HEAD[0], PRIVATE_HEAD[1] = first, last
    back = word(first + 8)
    back.value = mine | (back.value & 3)
    forward = word(last)
    forward.value = mine | (forward.value & 3)
    word(head).value = head
    word(head + 8).value = head


def permanent_ids():
    head = BASE + PERMANENT
    node = word(head).value & ~3
    ids = []
    while node != head:
        ids.append(node + 16)
        node = word(node).value & ~3
    return ids


def setup():
    """Leaves an interpreter whose collector knows of nothing."""
    gc.disable()
    gc.collect()
    gc.freeze()
    unlink_permanent()
    gc.collect()
    gc.enable()


# --- recording without calls ------------------------------------------------------------------------------------

def by_item(function):
    """An object whose x[y] is function(y), by way of a type slot: no CALL instruction, no argument tuple."""
    return type('Item', (), {'__slots__': (), '__getitem__': function})()


ENTRIES = []
CHILD = [None, None, None]
INSTRUMENTS = {
    'LOG': by_item(ENTRIES.append),
    'RAW': (ctypes.c_char * STATE_BYTES).from_address(BASE - BEFORE),
    'INTS': (ctypes.c_int * 54).from_address(BASE),
    'COUNTOF': by_item(sys.getrefcount),
    'IDOF': by_item(id),
    'TRACKED': by_item(gc.is_tracked),
    'OBJECTS': by_item(gc.get_objects),
    'FORK': type('Fork', (), {'__slots__': (), '__neg__': os.fork})(),
    'CHILD': CHILD,
}


# --- a trace becomes source -------------------------------------------------------------------------------------

DIRECT = {
    'sys.getrefcount': lambda s: 'LOG[COUNTOF[%s]]' % s['of'],
    'immortal': lambda s: 'LOG[COUNTOF[%s]]' % s['of'],
    'id_is': lambda s: 'LOG[IDOF[%s] == %s]' % (s['of'], s['id']),
    'is': lambda s: 'LOG[%s is %s]' % (s['a'], s['b']),
    'gc.is_tracked': lambda s: 'LOG[TRACKED[%s]]' % s['of'],
}
FROM_STATE = {'gc.get_count', 'gc.get_stats', 'gc.get_threshold', 'gc.isenabled', 'gc.long_lived'}
ASKED = {
    'sys.getsizeof': 'of', 'alive': 'weakref', 'generation': 'of', 'gc.get_referents': 'of', 'gc.get_referrers': 'of',
    'gc.is_finalized': 'of', 'observe': None, 'gc.garbage': None, 'gc.get_freeze_count': None, 'gc.get_objects': None,
}


class Source:
    """The source of one trace.  Every step has a number (uid); the log entries name it:

       S uid, bytes   the collector's memory after the step      L uid, address   the object that the step made
       V uid, value   an answer                                  value, R uid     what gc.collect() returned
       W uid, count   references of a weakref just asked for     D, G address   an instance, the __dict__ that it gave
       Q uid          a forked child answers                     T, E uid, bytes  top of a loop's body, end of the loop
       F, C address   a finalizer, a weakref callback ran
    """

    def __init__(self, trace):
        self.trace = trace
        self.before = []
        self.units = [['setup()', "LOG['S-1']", 'LOG[RAW.raw]']]
        self.lines = self.units[0]
        self.by_uid = {}
        self.functions = []
        self.before += self.event_function('def weakref_callback(ref):', 'C', 'ref', ['pass'])
        self.steps(trace['steps'], '')
        if self.functions:
            raise ValueError('a call without its return')

    @staticmethod
    def event_function(head, tag, name, body, indent=''):
        inside = ["LOG['%s']" % tag, 'LOG[IDOF[%s]]' % name] + body
        return [indent + head] + [indent + '    ' + line for line in inside]

    def emit(self, indent, *lines):
        self.lines += [indent + line for line in lines]

    def steps(self, steps, indent):
        for step in steps:
            uid = step['uid'] = len(self.by_uid)
            self.by_uid[uid] = step
            op = step['op']
            if op == 'repeat':
                self.repeat(step, indent)
                continue
            special = getattr(self, 'op_' + op.replace('.', '_'), None)
            if special:
                indent = special(step, indent)
            elif op in DIRECT:
                self.emit(indent, "LOG['V%d']" % uid, DIRECT[op](step))
            elif op in ASKED:
                self.ask(step, indent)
            elif op not in FROM_STATE:
                self.emit(indent, *step['python'].split('\n'))
            self.label(step, indent)
            self.emit(indent, "LOG['S%d']" % uid, 'LOG[RAW.raw]')

    def label(self, step, indent):
        if step['op'] in ('new', 'weakref.ref'):
            self.emit(indent, "LOG['L%d']" % step['uid'], 'LOG[IDOF[%s]]' % step['as'])

    def repeat(self, step, indent):
        uid, inner = step['uid'], indent + '    '
        self.emit(indent, 'for %s in range(%d):' % (step['index'], step['times']))
        self.emit(inner, "LOG['T%d']" % uid, 'LOG[RAW.raw]')
        self.steps(step['ops'], inner)
        self.emit(indent, "LOG['E%d']" % uid, 'LOG[RAW.raw]')

    def ask(self, step, indent):
        key = ASKED[step['op']]
        argument = step[key] if key else 'None'
        stop = ['INTS[%d] = %d' % (i, BIG) for i in (4, 10, 16)]
        look = ['CHILD[%d] = OBJECTS[%d]' % (i, i) for i in range(3)]
        self.emit(indent, "LOG['Q%d']" % step['uid'], 'if not -FORK:')
        self.emit(indent + '    ', *(stop + look + ['answer(%d, %s)' % (step['uid'], argument)]))

    # Each returns the indentation for what follows.

    def op_define_class(self, step, indent):
        slots, finalizer = step.get('slots'), step.get('finalizer')
        bases = ', '.join(step.get('bases') or [])
        lines = ['class %s%s:' % (step['as'], '(%s)' % bases if bases else '')]
        if slots is not None:
            lines.append('    __slots__ = (%s)' % ''.join('%r, ' % s for s in slots))
        if finalizer:
            body = {'noop': [], 'resurrect': ['resurrected.append(self)']}[finalizer]
            lines += self.event_function('def __del__(self):', 'F', 'self', body, '    ')
        self.before += lines + (['    pass'] if len(lines) == 1 else [])
        return indent

    def op_compile_unit(self, step, indent):
        self.lines = []
        self.units.append(self.lines)
        return indent

    def op_weakref_ref(self, step, indent):
        if step.get('callback'):
            self.emit(indent, '%s = weakref.ref(%s, weakref_callback)' % (step['as'], step['to']))
            return indent
        self.emit(indent, '_t = weakref.ref(%s)' % step['to'], "LOG['W%d']" % step['uid'], 'LOG[COUNTOF[_t]]',
                  '%s = _t' % step['as'], 'del _t')
        return indent

    def op_get_dict(self, step, indent):
        self.emit(indent, "LOG['D%d']" % step['uid'], 'LOG[IDOF[%s]]' % step['of'], step['python'],
                  "LOG['G%d']" % step['uid'], 'LOG[IDOF[%s]]' % step['as'])
        return indent

    def op_gc_collect(self, step, indent):
        self.emit(indent, 'LOG[%s]' % step['python'], "LOG['R%d']" % step['uid'])
        return indent

    def op_save_id(self, step, indent):
        self.emit(indent, '%s = IDOF[%s]' % (step['as'], step['of']))
        return indent

    def op_call(self, step, indent):
        self.functions.append((step, self.lines, indent))
        self.lines = []
        return '    '

    def op_return(self, step, indent):
        call, outer, outer_indent = self.functions.pop()
        params = call.get('params') or ['p%d' % i for i in range(len(call['args']))]
        names = assigned(self.lines) - set(params)
        body = ['    global ' + ', '.join(sorted(names))] if names else []
        body += self.lines + ['    return ' + (step.get('value') or '')]
        self.before += ['def %s(%s):' % (call['function'], ', '.join(params))] + body
        self.lines = outer
        made = '%s = ' % step['as'] if step.get('as') else ''
        self.emit(outer_indent, '%s%s(%s)' % (made, call['function'], ', '.join(call['args'])))
        return outer_indent


def assigned(lines):
    """Names that these lines bind or delete."""
    code = compile('def f():\n    pass\n' + '\n'.join(lines), 'body', 'exec')
    inner = [c for c in code.co_consts if hasattr(c, 'co_varnames')][0]
    return set(inner.co_varnames)


# --- what a forked child answers --------------------------------------------------------------------------------

class Labels:
    """Which object each address is, by the log so far: o0, o1 ... in the order of executed `new` and `weakref.ref`."""

    def __init__(self):
        self.number = 0
        self.by_address = {}
        self.dicts = {}
        self.giver = None

    def gave_dict(self, tag, address):
        """Notes who gave its __dict__: the dictionary keeps that name when it outlives its instance."""
        if tag == 'D':
            self.giver = self.at(address)
        else:
            self.dicts[address] = '%s.__dict__' % self.giver

    def made(self, step, address, asked_count):
        """Notes what a step made; asked_count: references of a weakref without callback when it was returned.
        Gives (label or None, reused)."""
        number_ = self.number
        self.number += 1
        if asked_count is not None and asked_count > 1 and address in self.by_address:
            return self.at(address), True
        if is_shared(step):
            return None, False
        self.by_address[address] = (number_, step)
        self.dicts.pop(address, None)
        return 'o%d' % number_, False

    def at(self, address):
        return 'o%d' % self.by_address[address][0] if address in self.by_address else None

    def of(self, thing):
        """The label of an object that lives now; None for one that the trace did not make."""
        known = self.by_address.get(id(thing))
        return 'o%d' % known[0] if known and fits(thing, known[1]) else None


def labels_so_far(source):
    labels, asked_count = Labels(), None
    for i, entry in enumerate(ENTRIES):
        if entry.__class__ is not str or entry[0] not in 'LWDG' or not entry[1:].isdigit():
            continue
        if entry[0] in 'DG':
            labels.gave_dict(entry[0], ENTRIES[i + 1])
        elif entry[0] == 'W':
            asked_count = ENTRIES[i + 1] - 1
        else:
            labels.made(source.by_uid[int(entry[1:])], ENTRIES[i + 1], asked_count)
            asked_count = None
    return labels


def is_shared(step):
    """True for `new` steps that return (or may return) an object which everybody shares: these get no label."""
    if step['op'] != 'new':
        return False
    kind = step['type']
    if step.get('literal') or step.get('how'):
        return True
    if kind in ('tuple', 'frozenset'):
        return not step['items']
    if kind == 'int':
        return -5 <= step['value'] <= 256
    if kind in ('str', 'bytes'):
        return len(step['value']) < 2
    return kind not in ('list', 'dict', 'set', 'instance', 'object', 'float', 'complex', 'bytearray', 'range')


def fits(thing, step):
    """Whether an object can be the one that the step made: an address alone may be that of a dead one."""
    if step['op'] == 'weakref.ref':
        return type(thing) is weakref.ref
    if step['type'] == 'instance':
        return type(thing).__name__ == step['class']
    if type(thing).__name__ != step['type']:
        return False
    if step['type'] == 'float':
        return thing == float(step['value'])
    return step['type'] not in ('int', 'str') or thing == step['value']


def order(label):
    return int(label[1:].split('.')[0]), label


def referents_of(thing, name_of):
    names = [name_of(other) for other in gc.get_referents(thing)]
    if type(thing) in (set, frozenset):
        names.sort(key=lambda name: (name is None, order(name) if name and name[0] == 'o' else (0, name)))
    return names


class Answer:
    """Everything that is asked in a fork, where changing things harms nobody."""

    def __init__(self, source, names, argument):
        self.labels = labels_so_far(source)
        self.names = names
        self.argument = argument
        self.lists = [[id(o) for o in objects] for objects in CHILD]
        self.owners = {}

    def label(self, thing):
        if self.names.get('aliases'):
            return self.labels.of(thing) or self.owners.get(id(thing)) or self.former_owner(thing)
        return self.owners.get(id(thing)) or self.former_owner(thing) or self.labels.of(thing)

    def former_owner(self, thing):
        return self.labels.dicts.get(id(thing)) if type(thing) is dict else None

    def name(self, thing):
        """As label(), with something readable for what the trace did not make."""
        label = self.label(thing)
        if label:
            return label
        if isinstance(thing, type(labels_so_far)):
            return 'function:' + thing.__name__
        return 'class:' + thing.__name__ if isinstance(thing, type) else repr(thing)

    def find_owners(self, things):
        """Gives instance dictionaries their label; asking for __dict__ may make one, so this comes late."""
        for thing in things:
            if hasattr(type(thing), '__dict__') and type(thing).__module__ == 'trace' and hasattr(thing, '__dict__'):
                self.owners[id(thing.__dict__)] = '%s.__dict__' % self.labels.of(thing)

    def op_sys_getsizeof(self):
        return sys.getsizeof(self.argument)

    def op_alive(self):
        return self.argument() is not None

    def op_generation(self):
        address = id(self.argument)
        for i, ids in enumerate(self.lists):
            if address in ids:
                return i
        return 'permanent' if address in permanent_ids() else None

    def op_gc_is_finalized(self):
        flags = type(self.argument).__flags__
        return bool(flags & HAVE_GC and word(id(self.argument) - 8).value & 1)

    def op_gc_get_freeze_count(self):
        return gc.get_freeze_count()

    def op_gc_get_objects(self):
        things = [o for objects in CHILD for o in objects]
        self.find_owners(things)
        return [self.name(thing) for thing in things]

    def op_gc_garbage(self):
        self.find_owners(gc.garbage)
        return [self.name(thing) for thing in gc.garbage]

    def op_gc_get_referents(self):
        things = gc.get_referents(self.argument)
        self.find_owners([self.argument] + self.live())
        return referents_of(self.argument, self.name) if type(self.argument) in (set, frozenset) \
            else [self.name(thing) for thing in things]

    def op_gc_get_referrers(self):
        things = [o for o in gc.get_referrers(self.argument) if any(id(o) in ids for ids in self.lists)]
        self.find_owners(self.live())
        return [self.name(thing) for thing in things]

    def live(self):
        """Every object of the trace that names, lists, `resurrected` or gc.garbage reach, each once."""
        queue = list(self.visible_names().values()) + list(self.names['resurrected']) + list(gc.garbage)
        for objects in CHILD:
            queue += objects
        queue += [ctypes.cast(address, ctypes.py_object).value for address in permanent_ids()]
        seen, found = set(), []
        while queue:
            thing = queue.pop()
            if id(thing) in seen or isinstance(thing, type) or callable(thing) and type(thing) is not weakref.ref:
                continue
            seen.add(id(thing))
            found.append(thing)
            queue += gc.get_referents(thing)
        return found

    def visible_names(self):
        hidden = self.names['hidden']
        return {name: value for name, value in self.names.items()
                if name not in hidden and not isinstance(value, type) and not name.startswith('_')}

    def op_observe(self):
        """The full state.  Numbers are taken before find_owners(), which may make dictionaries."""
        permanent, things = permanent_ids(), self.live()
        del CHILD[:]
        counts = [refcount_at(address, 1) for address in [id(thing) for thing in things]]
        sizes = [sys.getsizeof(thing) for thing in things]
        referents = [[id(other) for other in gc.get_referents(thing)] for thing in things]
        tracked = [gc.is_tracked(thing) for thing in things]
        garbage, resurrected = [id(o) for o in gc.garbage], [id(o) for o in self.names['resurrected']]
        self.find_owners(things)
        label = {id(thing): self.label(thing) for thing in things}
        strangers = [address for ids in self.lists + [permanent] for address in ids if not label.get(address)]
        if strangers:
            raise RuntimeError('objects in the generations that the trace did not make: %s' % [
                ctypes.cast(address, ctypes.py_object).value for address in strangers])
        mine = sorted((i for i in range(len(things)) if label[id(things[i])]), key=lambda i: order(label[id(things[i])]))
        name = {i: label[id(things[i])] for i in mine}
        containers = [i for i in mine if type(things[i]).__flags__ & HAVE_GC]
        return {
            'names': {n: self.label(v) or repr(v) for n, v in sorted(self.visible_names().items())},
            'generations': [[label[address] for address in ids] for ids in self.lists],
            'permanent': [label[address] for address in permanent],
            'untracked': [name[i] for i in containers if not tracked[i]],
            'finalized': [name[i] for i in containers if word(id(things[i]) - 8).value & 1],
            'refcounts': {name[i]: counts[i] for i in mine},
            'sizes': {name[i]: sizes[i] for i in mine},
            'referents': {name[i]: own(things[i], referents[i], label) for i in containers},
            'weakrefs': {name[i]: self.label(things[i]()) for i in containers if type(things[i]) is weakref.ref},
            'garbage': [label[address] for address in garbage],
            'resurrected': [label[address] for address in resurrected],
        }


def own(thing, referents, label):
    """The labels among an object's referents; of a set (whose order depends on addresses) sorted."""
    found = [label[address] for address in referents if label.get(address)]
    return sorted(found, key=order) if type(thing) in (set, frozenset) else found


def refcount_at(address, ours):
    """The reference count in memory without the references that we hold."""
    if sys.version_info < (3, 12):
        return ctypes.c_ssize_t.from_address(address).value - ours
    count = ctypes.c_uint32.from_address(address).value
    return 'immortal' if count >= 2 ** 31 else count - ours


# --- running a trace --------------------------------------------------------------------------------------------

class Recording:
    """One trace, run in this process (which is spent afterwards)."""

    def __init__(self, trace):
        import fcntl
        self.source = Source(trace)
        self.answers = os.memfd_create('answers')
        self.printed = os.memfd_create('printed')
        for fd in (self.answers, self.printed):
            fcntl.fcntl(fd, fcntl.F_SETFL, os.O_APPEND)
        self.names = {'__name__': 'trace', 'gc': gc, 'sys': sys, 'weakref': weakref, 'zero': 0, 'resurrected': [],
                      'setup': setup, 'answer': self.answer, 'aliases': trace.get('aliases', False)}
        self.names.update(INSTRUMENTS)
        saved = [step['as'] for step in self.source.by_uid.values() if step['op'] == 'save_id']
        self.names['hidden'] = set(self.names) | set(saved) | {'hidden', '__builtins__'}

    def run(self):
        before = compile('\n'.join(self.source.before) + '\n', 'before', 'exec')
        units = [compile('\n'.join(lines) + '\n', 'trace', 'exec') for lines in self.source.units]
        exec(before, self.names)
        self.names['hidden'] |= set(self.names)
        os.dup2(self.printed, 2)
        for unit in units:
            exec(unit, self.names)
        for i in (4, 10, 16):
            INSTRUMENTS['INTS'][i] = BIG
        entries = list(ENTRIES)
        while True:
            try:
                os.wait()
            except ChildProcessError:
                break
        answers = {}
        for line in read_all(self.answers).splitlines():
            at, value = json.loads(line)
            answers[at] = value
        reader = Reader(self.source, entries, answers)
        result = {'name': self.source.trace.get('name'), 'version': VERSION, 'expects': reader.trace()}
        printed = read_all(self.printed)
        if printed:
            result['stderr'] = printed
        return result

    def answer(self, uid, argument):
        """In a forked child: answers one question and ends."""
        try:
            asked = Answer(self.source, self.names, argument)
            del argument
            value = getattr(asked, 'op_' + self.source.by_uid[uid]['op'].replace('.', '_'))()
        except BaseException as error:
            import traceback
            value = {'error': '%s\n%s' % (error, traceback.format_exc())}
        os.write(self.answers, (json.dumps([len(ENTRIES), value]) + '\n').encode())
        os._exit(0)


def read_all(fd):
    size = os.fstat(fd).st_size
    parts, at = [], 0
    while at < size:
        parts.append(os.pread(fd, size - at, at))
        at += len(parts[-1])
    return b''.join(parts).decode('utf-8', 'replace')


class Reader:
    """Turns the log into one `expect` for each step."""

    def __init__(self, source, entries, answers):
        self.source, self.entries, self.answers = source, entries, answers
        self.at = 0
        self.labels = Labels()
        self.events = []
        self.asked_count = None

    def trace(self):
        self.until('S-1', None)
        self.base = self.last = self.state
        return [self.step(step) for step in self.source.trace['steps']]

    def until(self, wanted, expect):
        """Reads entries up to the snapshot called `wanted`."""
        while True:
            tag, payload = self.entries[self.at], self.entries[self.at + 1:self.at + 2]
            if tag.__class__ is int:
                returned = tag
                self.at += 1
                continue
            self.at += 1 if tag[0] in 'QR' else 2
            if tag[0] == 'R':
                expect['value'] = returned
            elif tag[0] == 'Q':
                expect['value'] = self.answers.get(self.at, {'error': 'no answer'})
            elif tag[0] == 'V':
                expect['value'] = payload[0]
            elif tag[0] == 'W':
                self.asked_count = payload[0] - 1
            elif tag[0] == 'L':
                self.made(self.source.by_uid[int(tag[1:])], payload[0], expect)
            elif tag[0] in 'DG':
                self.labels.gave_dict(tag[0], payload[0])
            elif tag[0] in 'FC':
                self.events.append([{'F': 'finalizer', 'C': 'callback'}[tag[0]], self.labels.at(payload[0]), payload[0]])
            elif tag == wanted:
                self.state = state_of(payload[0])
                return
            else:
                raise RuntimeError('%s found, %s wanted' % (tag, wanted))

    def made(self, step, address, expect):
        label, reused = self.labels.made(step, address, self.asked_count)
        self.asked_count = None
        for event in self.events:  # storing a weakref may kill its referent before the step ends
            if step['op'] == 'weakref.ref' and event[0] == 'callback' and event[2] == address:
                event[1] = label
        if label:
            expect['label'] = label
        if reused:
            expect['reused'] = True

    def step(self, step):
        if step['op'] == 'repeat':
            return self.repeat(step, [])
        expect = {}
        self.until('S%d' % step['uid'], expect)
        expect['count'] = self.state['count']
        expect.update(self.news())
        self.finish(step, expect)
        return expect

    def repeat(self, step, path):
        uid, happened, values = step['uid'], [], {}
        for i in range(step['times']):
            self.until('T%d' % uid, None)
            self.happen(happened, path + (['start'] if i == 0 else [i - 1, 'next']))
            for j, inner in enumerate(step['ops']):
                expect = {}
                if inner['op'] == 'repeat':
                    happened += self.repeat(inner, path + [i, j]).get('happened', [])
                    continue
                self.until('S%d' % inner['uid'], expect)
                self.happen(happened, path + [i, j])
                self.finish(inner, expect)
                if 'value' in expect:
                    values.setdefault(j, []).append(expect['value'])
        self.until('E%d' % uid, None)
        self.happen(happened, path + ['end'])
        expect = {'count': self.state['count'],
                  'ops': [{'values': values[j]} if j in values else {} for j in range(len(step['ops']))]}
        if happened:
            expect['happened'] = happened
        return expect

    def happen(self, happened, at):
        news = self.news()
        if news:
            happened.append(dict(at=at, **news))

    def news(self):
        """Collections and events since the last snapshot."""
        found = {}
        collections = []
        for i in range(3):
            times, collected, uncollectable = [
                now - then for now, then in zip(self.state['stats'][i], self.last['stats'][i])]
            if times:
                collections.append([i, collected, uncollectable] + ([times] if times > 1 else []))
        if collections:
            found['collections'] = collections
        if self.events:
            found['events'] = [event[:2] for event in self.events]
        self.events = []
        self.last = self.state
        return found

    def since_start(self):
        return [[now - then for now, then in zip(a, b)] for a, b in zip(self.state['stats'], self.base['stats'])]

    def finish(self, step, expect):
        op, state = step['op'], self.state
        if op == 'sys.getrefcount':
            expect['value'] = 'immortal' if expect['value'] >= 2 ** 31 else expect['value'] - 1
        elif op == 'immortal':
            expect['value'] = expect['value'] >= 2 ** 31
        elif op == 'gc.get_stats':
            keys = ('collections', 'collected', 'uncollectable')
            expect['value'] = [dict(zip(keys, line)) for line in self.since_start()]
        elif op in FROM_STATE:
            key = {'gc.get_count': 'count', 'gc.get_threshold': 'threshold', 'gc.isenabled': 'enabled'}
            expect['value'] = state[key.get(op, 'long_lived')]
        elif op == 'observe':
            for key in ('count', 'threshold', 'enabled', 'long_lived'):
                expect['value'][key] = state[key]
            expect['value']['stats'] = self.since_start()


# --- the commands -----------------------------------------------------------------------------------------------

def in_a_fork(line):
    """The JSON answer to one line, worked out in a forked process: this one stays quiet."""
    gc.collect()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        import signal
        signal.alarm(120)
        try:
            trace = json.loads(line)
            text = json.dumps(Recording(trace).run())
        except BaseException as error:
            import traceback
            text = json.dumps({'name': None, 'version': VERSION, 'error': '%r\n%s' % (error, traceback.format_exc())})
        with os.fdopen(writing, 'w') as out:
            out.write(text)
            out.flush()
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        text = answer.read()
    status = os.waitpid(child, 0)[1]
    return text or json.dumps({'name': None, 'version': VERSION, 'error': 'the process ended with %d' % status})


def for_this_version(keyed):
    """(known, value) of a field that is keyed by versions."""
    for key, value in keyed.items():
        if key == 'all' or VERSION in key.split(','):
            return True, value
    return False, None


def disagreements(step, expect, got, only_values, path):
    wanted = step.get('expect', {})
    if only_values:
        got = {key: value for key, value in got.items() if key in ('value', 'ops')}
    fields = [key for key in list(wanted) + [key for key in got if key not in wanted] if key not in ('ops', 'values')]
    for field in fields:
        if field == 'label':
            if wanted.get('label') != got.get('label'):
                yield path, field, wanted.get('label'), got.get('label')
        elif field == 'value' and step['op'] == 'observe':
            for part, keyed in wanted['value'].items():
                known, value = for_this_version(keyed)
                if known and value != got['value'].get(part):
                    yield path, part, value, got['value'].get(part, got['value'].get('error'))
        else:
            known, value = for_this_version(wanted[field]) if field in wanted else (True, None)
            known = known or field in ('collections', 'events', 'happened', 'reused')
            if known and (value or None if field == 'happened' else value) != got.get(field):
                yield path, field, value, got.get(field)
    for i, inner in enumerate(step.get('ops', [])):
        known, values = for_this_version(inner.get('expect', {}).get('values', {}))
        if known and values != got['ops'][i].get('values'):
            yield path + [i], 'values', values, got['ops'][i].get('values')


def check(paths):
    """Records finished vectors again and compares."""
    import gzip
    files = []
    for path in paths:
        for folder, _, names in os.walk(path):
            files += [os.path.join(folder, name) for name in names if name.endswith(('.json', '.json.gz'))]
        if os.path.isfile(path):
            files.append(path)
    passed = failed = 0
    for path in sorted(files):
        with (gzip.open if path.endswith('.gz') else open)(path, 'rt') as file:
            vector = json.load(file)
        if VERSION not in vector.get('versions', []):
            continue
        vector['aliases'] = VERSION in ALIASED
        answer = json.loads(in_a_fork(json.dumps(vector)))
        found = [([], 'error', None, answer['error'])] if 'error' in answer else []
        for i, (step, got) in enumerate(zip(vector['steps'], answer.get('expects', []))):
            found += disagreements(step, step.get('expect', {}), got, vector['area'] in ('sizes', 'interning'), [i])
        passed, failed = passed + (not found), failed + bool(found)
        for at, field, wanted, got in found[:2]:
            print('%s %s: step %s %s: recorded %s, now %s' % (VERSION, path, at, field, wanted, got))
    print('%s: %d passed, %d failed' % (VERSION, passed, failed))
    return failed


def main(arguments):
    if arguments[:1] == ['--check']:
        return 1 if check(arguments[1:]) else 0
    for line in sys.stdin:
        if not line.strip():
            continue
        if arguments[:1] == ['--source']:
            source = Source(json.loads(line))
            print('\n'.join(source.before + ['# ---'] + [line for unit in source.units for line in unit]))
        else:
            print(in_a_fork(line))
            sys.stdout.flush()
    return 0


if __name__ == '__main__':
    if not sys.flags.no_site:  # what a site imports may run code at every fork
        os.execv(sys.executable, [sys.executable, '-I', '-S', os.path.abspath(__file__)] + sys.argv[1:])
    sys.exit(main(sys.argv[1:]))
