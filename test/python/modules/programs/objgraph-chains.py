# objgraph is no part of Python: the real interpreters ran Heaplab's own objgraph source beside this program.
import gc
import io
import sys
import objgraph


class Canary:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return 'Canary(%s)' % self.name


class Slotted:
    __slots__ = ('held',)


def names(chain):
    return [one.__name__ if objgraph.is_proper_module(one) else type(one).__name__ for one in chain]


def remember(_cache={}):
    _cache[42] = dict(foo=Canary('foo'), bar=Canary('bar'))
    lost = Canary('lost')


def only(o):
    return type(o) in (Canary, Slotted)


print('growth')
peaks = {}
print(objgraph.growth(peak_stats=peaks, filter=only))
remember()
print(objgraph.growth(peak_stats=peaks, filter=only))
print(objgraph.growth(peak_stats=peaks, filter=only), peaks)
objgraph.show_growth(filter=only)
objgraph.show_growth(filter=only)
slots = [Slotted() for _ in range(12)]
more = [Canary(n) for n in range(3)]
objgraph.show_growth(filter=only)
objgraph.show_growth(peak_stats={'__main__.Canary': 1}, shortnames=False, filter=only)
print(objgraph.growth(1, {}, filter=only))
text = io.StringIO()
objgraph.show_growth(peak_stats={}, file=text, filter=only)
print(repr(text.getvalue()))

print('counts')
print(objgraph.count('Canary'), objgraph.count('__main__.Canary'), objgraph.count('other.Canary'))
print(objgraph.count('int', [1, 'x', 2]), objgraph.count('builtins.int', [1, 'x', 2]))
print(objgraph.typestats([1, 2, 'x', slots[0]], shortnames=False))
print(objgraph.typestats([1, 2, 'x'], filter=lambda o: o != 2))
print(objgraph.most_common_types(2, [1, 'a', 'b', 2.0, 'c', 3]))
objgraph.show_most_common_types(objects=[1, 'a', 'b', 2.0, 'c', 3], filter=lambda o: o != 'b')
print(len(objgraph.by_type('Slotted')), objgraph.by_type('__main__.Canary', more))

print('addresses')
print(objgraph.at(id(more[1])) is more[1], objgraph.at(1))
print(sorted(o.name for o in objgraph.at_addrs({id(more[0]), id(more[2]), 12})))

print('new ids')
quiet = io.StringIO()
objgraph.get_new_ids(file=quiet)
fresh = [Slotted() for _ in range(4)]
del more[2]
new = objgraph.get_new_ids(file=quiet, limit=0)
print(new['Slotted'] == {id(o) for o in fresh}, new['Canary'])
rows = [line.split() for line in quiet.getvalue().splitlines()]
print([row for row in rows if row[0] in ('Slotted', 'Canary', 'Type')][-3:])
same = objgraph.get_new_ids(skip_update=True, file=quiet, sortby='new')
print(same is new, len(same['Slotted']))

print('modules')
print(objgraph.is_proper_module(sys), objgraph.is_proper_module(type(sys)), objgraph.is_proper_module(4))

print('back')
found = objgraph.by_type('Canary')
foo = [o for o in found if o.name == 'foo'][0]
del found
chain = objgraph.find_backref_chain(remember.__defaults__[0][42]['bar'], objgraph.is_proper_module)
print(names(chain))
print(len(objgraph.find_backref_chain(foo, lambda o: False, max_depth=0)))
holder = Slotted()
holder.held = Slotted()
holder.held.held = [Canary('deep')]
deep = holder.held.held[0]
print(names(objgraph.find_backref_chain(deep, lambda o: o is holder)))
print(names(objgraph.find_backref_chain(deep, lambda o: o is holder, max_depth=2)))
print(names(objgraph.find_backref_chain(deep, lambda o: o is holder, extra_ignore={id(holder.held)})))
print(names(objgraph.find_backref_chain(holder, objgraph.is_proper_module)))


def inside():
    local = Canary('local')
    kept = [local]
    return names(objgraph.find_backref_chain(local, lambda o: type(o) is list and len(o) == 1 and o is kept))


print(inside())


def running():
    local = Canary('local')
    return names(objgraph.find_backref_chain(local, lambda o: type(o).__name__ == 'frame'))


def waiting():
    local = Canary('waiting')
    yield local


def closing():
    cell = Canary('cell')
    return lambda: cell


def failing():
    local = Canary('failing')
    raise ValueError(local.name)


print(running())
waits = waiting()
print(names(objgraph.find_backref_chain(next(waits), lambda o: o is waits)))
closed = closing()
print(names(objgraph.find_backref_chain(closed(), objgraph.is_proper_module)))
try:
    failing()
except ValueError as error:
    failed = error
kept = [o for o in objgraph.by_type('Canary') if o.name == 'failing'][0]
print(kept, names(objgraph.find_backref_chain(kept, lambda o: o is failed)))
print(names(objgraph.find_backref_chain(Canary.__init__, lambda o: o is Canary)))
print(names(objgraph.find_ref_chain(closed, lambda o: type(o) is Canary)))
print(names(objgraph.find_ref_chain(failed, lambda o: type(o) is Canary)))

print('forth')
print(names(objgraph.find_ref_chain(holder, lambda o: type(o) is Canary)))
print(names(objgraph.find_ref_chain(holder, lambda o: type(o) is Canary, max_depth=2)))
print(names(objgraph.find_ref_chain([1, (2, {'k': deep})], lambda o: o is deep)))

print('leaking')
cycle = [Canary('a'), Canary('b')]
print([o.name for o in objgraph.get_leaking_objects(cycle)], objgraph.get_leaking_objects([]))
everywhere = objgraph.get_leaking_objects()
print([o for o in everywhere if only(o) or o in (Canary, names, remember)])
del everywhere

print('graphs')
leaf = Canary('leaf')
tree = [[leaf], {'key': leaf}]
spare = [Canary(str(n)) for n in range(5)]


def drawn(show, *args, **kw):
    out = io.StringIO()
    show(*args, output=out, **kw)
    text = out.getvalue()
    for name, o in (('TREE', tree), ('ONE', tree[0]), ('TWO', tree[1]), ('LEAF', leaf), ('SPARE', spare)):
        text = text.replace(str(id(o)), name)
    for at, o in enumerate(spare):
        text = text.replace(str(id(o)), 'S%d' % at)
    print(text, end='')


def plain(o):
    return type(o) in (list, Canary) or o is tree[1]


drawn(objgraph.show_refs, [tree], filter=plain)
drawn(objgraph.show_refs, spare, filter=plain, max_depth=1, too_many=3, shortnames=False, extra_info=lambda o: 'x"y')
drawn(objgraph.show_refs, [spare], filter=plain, max_depth=1, too_many=3, highlight=lambda o: o is spare[1])
drawn(objgraph.show_backrefs, [leaf], filter=plain, extra_node_attrs=lambda o: {'k': 'v'})
drawn(objgraph.show_refs, [tree[0]], filter=plain, refcounts=True)
drawn(objgraph.show_chain, [tree, tree[1], leaf])
drawn(objgraph.show_chain, [tree, tree[0], leaf], backrefs=False)
for show in (objgraph.show_refs, objgraph.show_backrefs, objgraph.show_chain):
    try:
        show([tree], filename='x.png')
    except RuntimeError as error:
        print(error)
