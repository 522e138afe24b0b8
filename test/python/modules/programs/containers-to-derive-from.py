from __future__ import annotations
import collections, collections.abc, sys, copy
from collections import UserDict, UserList, UserString, ChainMap
from collections.abc import Sequence, MutableSequence, Mapping, MutableMapping, Set, MutableSet, Iterator, Generator, Callable, Hashable, Iterable, Sized, Container, Reversible, Collection, KeysView, ItemsView, ValuesView


def show(*attempts):
    for attempt in attempts:
        try:
            print(attempt())
        except Exception as error:
            print(type(error).__name__, error)


def annotated(x: Undefined, *, y: list[Missing] = None) -> Nowhere:
    return x


print(annotated.__annotations__, collections.abc is sys.modules['collections.abc'])
print(sorted(name for name in dir(collections) if not name.startswith('_')))


class Lower(UserDict):
    def __setitem__(self, key, item):
        super().__setitem__(key.lower(), item)

    def __missing__(self, key):
        return 'missing ' + key


d = Lower({'A': 1}, B=2)
d['C'] = 3
print(d, d['a'], d['zz'], len(d), list(d), 'a' in d, 'A' in d, d.data, d.get('q', 7), sorted(d.items()), d == {'a': 1, 'b': 2, 'c': 3})
print(d.pop('a'), d.setdefault('n', 5), d.popitem(), list(d.keys()), list(d.values()), d.copy(), type(d.copy()).__name__, Lower.fromkeys('XY', 0), copy.copy(d).data is d.data)
show(lambda: UserDict()['k'], lambda: d.pop('none'), lambda: d.pop('none', 1), lambda: hash(d), lambda: UserDict(a=1) | {'b': 2})


class Loud(UserList):
    def append(self, item):
        print('append', item)
        super().append(item)


l = Loud([3, 1, 2])
l.append(0)
l.extend([5])
print(l, l + [1], [1] + l, l * 2, l[1:3], type(l[1:3]).__name__, l.index(1), l.count(2), sorted(l), l == [3, 1, 2, 0, 5], l < [4], len(l), 5 in l)
l.sort()
l.reverse()
l += (9,)
del l[0]
l[0] = 'first'
print(l, l.pop(), l.copy(), list(reversed(l)), l.data, isinstance(l, MutableSequence), isinstance(l, list))
s = UserString('Hello')
print(s, repr(s), s + ' you', s.upper(), type(s.upper()).__name__, s == 'Hello', s[1], 'ell' in s, len(s), s.replace('l', 'L'), s.split('l'), hash(s) == hash('Hello'), s * 2, s.isalpha(), s.startswith('He'), int(UserString('12')))
c = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(c, c['a'], c['b'], dict(c), list(c.keys()), list(c.items()), len(c), c.new_child({'z': 0}), c.parents, c.maps[1], c.get('q'), isinstance(c, Mapping), c == {'a': 1, 'b': 3})
show(lambda: c['nope'], lambda: c.pop('b'), lambda: c.popitem(), lambda: ChainMap().popitem())


class Deck(Sequence):
    def __init__(self, cards):
        self.cards = cards

    def __getitem__(self, at):
        return self.cards[at]

    def __len__(self):
        return len(self.cards)


deck = Deck(['a', 'b', 'c', 'b'])
print(list(deck), 'b' in deck, deck.index('b'), deck.count('b'), list(reversed(deck)), Deck.__abstractmethods__, isinstance(deck, Reversible))
show(lambda: deck.index('z'), lambda: type('Half', (Sequence,), {'__len__': len})(), lambda: Sized())


class Bag(MutableSet):
    def __init__(self, items=()):
        self.items = list(items)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)


bag = Bag([1, 2, 3])
print(list(bag & {2, 3}), list(bag | [9]), list(bag - {1}), list(bag ^ {1, 7}), bag == {1, 2, 3}, bag <= {1, 2, 3, 4}, bag.isdisjoint([5]), bag.pop())
bag |= {8}
bag -= {2}
show(lambda: list(bag), lambda: bag.remove(99), lambda: bag.clear(), lambda: list(bag))


class Table(MutableMapping):
    def __init__(self):
        self.rows = {}

    def __getitem__(self, key):
        return self.rows[key]

    def __setitem__(self, key, value):
        self.rows[key] = value

    def __delitem__(self, key):
        del self.rows[key]

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)


table = Table()
table.update({'a': 1}, b=2)
print(dict(table), table.get('x', 0), table.pop('a'), table.setdefault('c', 3), list(table.items()), list(table.values()), 'b' in table.keys(), table == {'b': 2, 'c': 3}, ('b', 2) in table.items(), len(table.keys()), table.keys() & {'b'})
print([isinstance(x, Hashable) for x in (1, [], 'a', {}, (), set(), frozenset())], [isinstance(x, Iterable) for x in (1, [], 'a', {}, iter([]), (i for i in ()))])
print([isinstance(x, Callable) for x in (len, lambda: 0, int, 3, [].append, str.join)], isinstance(iter([]), Iterator), isinstance((i for i in ()), Generator), isinstance({}.keys(), KeysView), isinstance({}.items(), ItemsView), isinstance({}.values(), ValuesView))
print([(cls.__name__, isinstance([], cls), isinstance({}, cls), isinstance('', cls), isinstance(set(), cls)) for cls in (Sequence, MutableSequence, Mapping, MutableMapping, Set, MutableSet, Collection, Container, Reversible)])


class Countdown(Iterator):
    def __init__(self, n):
        self.n = n

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Countdown(3)), issubclass(Countdown, Iterable), iter(Countdown(1)) is not None, Callable.__name__, Mapping.__module__)
