/** Of the part that runs programs: free lists become as long as Heaplab made them, where an interpreter starts or a module is imported. */
export const HARNESS_FREE_LISTS = String.raw`# What the start of an interpreter and imports leave in free lists, Heaplab put there; the same is put there here.

HELD = [None] * 4000  # of makers; never grows
SPARE_DICTS = []


def maker(lengths, frames):
    """Code that makes empty free lists so long: numbers of dicts, keys of dicts, floats, lists, tuples of 1, 2, 3 ... items."""
    dicts, keys, floats, lists, *tuples = [0 if part == '-' else int(part) for part in lengths.split()]
    made = ['{"k": x}'] * keys + ['{}'] * (dicts - keys) + ['y + 1.5'] * floats + ['[]'] * lists
    for at, count in enumerate(tuples, 1):
        made += ['(' + 'x, ' * at + ')'] * count
    made.append('""[x:x]')
    lines = ['HELD[%d] = %s' % pair for pair in enumerate(made)]
    lines += ['HELD[%d] = x' % at for at in range(len(made))]
    lines += ['SPARE_DICTS[%d] = {}' % (len(SPARE_DICTS) + at) for at in range(max(0, keys - dicts))]
    SPARE_DICTS.extend([None] * max(0, keys - dicts))
    if sys.version_info < (3, 11):
        lines.append('recurse(%d)' % frames)
    names = dict(globals(), y=0.5)
    exec('def make():\n    x = None\n    ' + '\n    '.join(lines), names)
    return names['make']


def recurse(depth):
    """Leaves so many frames, with room for most functions: the first is kept by the code. (FRAMES_LEFT of start-up.ts)"""
    if depth:
        recurse(depth - 1)
        a = b = c = d = e = f = g = h = i = j = k = l = None


def refill(make):
    """Empties the free lists by a collection of nothing, then makes what is to be there. The caller puts the counters back."""
    known, bits, callbacks = STATE_WORDS[:], gc.get_debug(), gc.callbacks[:]
    gc.set_debug(0)
    gc.callbacks.clear()
    at = 0
    while at < 9:  # from here no object of the collector's is made or freed, not even an iterator, until it knows of them again
        APARTS[at], APARTS[at + 1] = HEADS[at], HEADS[at + 1]
        HEADS[at] = HEADS[at + 1] = BASE + 8 * at
        at += 3
    gc.collect()
    at = 0
    while at < 9:
        HEADS[at], HEADS[at + 1] = APARTS[at], APARTS[at + 1]
        at += 3
    STATE_WORDS[:] = known
    gc.callbacks.extend(callbacks)
    gc.set_debug(bits)
    known = callbacks = None
    make()


class Import:
    """Stands where a module has its spec until the module is imported."""

    def __init__(self, module, make):
        self.module, self.spec, self.make = module, module.__spec__, make

    @property
    def _initializing(self):
        enabled = FLAG.value
        FLAG.value = 0
        zero, one, two = INTS[COUNTS[0]], INTS[COUNTS[1]], INTS[COUNTS[2]]
        self.module.__spec__ = self.spec
        refill(self.make)
        INTS[COUNTS[0]], INTS[COUNTS[1]], INTS[COUNTS[2]] = zero, one, two
        FLAG.value = enabled
        return False`;
