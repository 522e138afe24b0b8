/** Of the part that runs programs: what there is of an interpreter beside a program's own objects, as far as the program notices. */
export const HARNESS_SURROUNDINGS = String.raw`# What programs notice of the objects that an interpreter is made of.

# Kept: with its last subclass a class loses the dict of them (typeobject.c:remove_subclass, 3.11).
BARE = [getattr(builtins, name) for name in SUBCLASSED if not type.__subclasses__(getattr(builtins, name))]
DERIVED = [type('Derived', (base,), {}) for base in BARE]


#: Objects of the oldest generation make full collections rare. They stand aside where programs look at figures of all objects.
LOOKING = ('objgraph', 'set_debug', 'gc.freeze', 'get_freeze_count')
Around = type('Around', (), {'__slots__': ('one',)})
AROUND = []
there = [0]


def make_around():
    texts = UNITS + [program['source'] for program in PROGRAMS]
    if not any(look in text.replace('set_debug(0)', '') for look in LOOKING for text in texts):
        AROUND.extend([Around() for _ in range(max(program['around'] for program in PROGRAMS))])


ALL_OBJECTS = ASKED['gc.get_objects']


def of_session(thing, lists):
    """gc.get_objects() as operations ask it: programs find what an interpreter is made of among the objects, operations do not."""
    around = {id(one) for one in AROUND}
    return [one for one in ALL_OBJECTS(thing, lists) if one not in around]


def named_first(thing, lists):
    """gc.get_referrers(): the dict of names is in no generation while no program runs."""
    named = any(value is thing for value in NAMES.values())
    return [id(NAMES)] * named + referrers(thing, lists)


ASKED['gc.get_objects'] = of_session
ASKED['gc.get_referrers'] = named_first


def surround(objects):
    """So many objects are there from now on."""
    # (Not min(), which up to 3.12 leaves a tuple in the free list.)
    while there[0] < objects and there[0] < len(AROUND):
        move(id(AROUND[there[0]]) - 16, BASE + 2 * GENERATION_BYTES)
        there[0] += 1


def freeze_some():
    """3.12 begins with so many objects in the permanent generation; only programs see them."""
    node, left = APART[0], 375
    while left > 0 and node != ctypes.addressof(APART):
        after = word_at(node).value & ~3
        if node != id(NAMES) - 16:
            move(node, BASE + PERMANENT)
            FROZEN.add(node + 16)
            left -= 1
        node = after


FROZEN = set()
FREEZES = PYTHON == '3.12' and any('get_freeze_count' in program['source'] for program in PROGRAMS)
ASKED['gc.get_freeze_count'] = lambda thing, lists: len(set(permanent_ids()) - FROZEN)
`;
