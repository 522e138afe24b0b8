/** The part of collections that CPython writes in Python: Counter and ChainMap here, namedtuple in lib/namedtuple.ts. */
import { NAMEDTUPLE_SOURCE } from './namedtuple.ts';
import { USER_CONTAINERS } from './user-containers.ts';

/** A comparison of counters: of every element that one of both has, or of two answers that there are. */
const comparing = (name: string, answer: string): string => `
        def __${name}__(self, other):
            if isinstance(other, Counter):
                return ${answer}
            return NotImplemented
`;

const ofAll = (sign: string): string =>
  `all(self[one] ${sign} other[one] for counter in (self, other) for one in counter)`;

/** What of the other counter is taken over, though this one has no such element. */
const alone = (sign: string, kept: string, line: number): string => `
            for one, count in other.items():
                if one not in self and count ${sign} 0:
                    united[one] = ${kept}  # ${line}`;

/** An operation that makes a counter: `counted` changes the count of each element here, and counts above zero stay. */
const making = (name: string, counted: string, [made, kept]: readonly number[], rest = ''): string => `
    def __${name}__(self, other):
        if isinstance(other, Counter):
            united = Counter()  # ${made}
            for one, count in self.items():
                ${counted}
                if count > 0:
                    united[one] = count  # ${kept}${rest}
            return united
        return NotImplemented
`;

const signed = (name: string, sign: string, kept: string, line: number): string => `
    def __${name}__(self):
        chosen = Counter()  # ${line}
        for one, count in self.items():
            if count ${sign} 0:
                chosen[one] = ${kept}  # ${line + 3}
        return chosen
`;

const chosen = (test: string): string => `theirs = other[one]
                if ${test}:
                    count = theirs`;

const inPlace = (name: string, loop: string): string => `
    def __i${name}__(self, other):
        ${loop}
        return self._keep_positive()
`;

const replaced = (
  items: string,
  mine: string,
  theirs: string,
  sign: string,
  line: number,
): string => `for one, ${items}.items():
            ${items.startsWith('count') ? `theirs = ${theirs}` : `count = ${mine}`}
            if theirs ${sign} count:
                self[one] = theirs  # ${line}`;

const COUNTER_OPERATIONS = [
  making('add', 'count = count + other[one]', [831, 835], alone('>', 'count', 838)),
  making('sub', 'count = count - other[one]', [850, 854], alone('<', '0 - count', 857)),
  making('or', chosen('count < theirs'), [869, 874], alone('>', 'count', 877)),
  making('and', chosen('not count < theirs'), [889, 894]),
  signed('pos', '>', 'count', 899),
  signed('neg', '<', '0 - count', 910),
  inPlace('add', 'for one, count in other.items():\n            self[one] += count  # 933'),
  inPlace('sub', 'for one, count in other.items():\n            self[one] -= count  # 946'),
  inPlace('or', replaced('theirs in other', 'self[one]', '', '>', 961)),
  inPlace('and', replaced('count in self', '', 'other[one]', '<', 976)),
].join('');

const COUNTER_SOURCE = `
class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)  # 607

    def __missing__(self, key):
        return 0

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')  # 665

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        if n is not None:
            if RULE.heapqComesLate:
                import heapq
                return heapq.nlargest(n, self.items(), key=_itemgetter(1))  # 632
            return _heapq.nlargest(n, self.items(), key=_itemgetter(1))
        return sorted(self.items(), key=_itemgetter(1), reverse=True)  # 628

    def elements(self):
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    def update(self, iterable=None, /, **kwds):
        if iterable is None:
            pass
        elif not isinstance(iterable, _abc.Mapping):  # 689
            _count_elements(self, iterable)  # 698
        elif not self:
            super().update(iterable)  # 696
        else:
            known = self.get
            for one, count in iterable.items():
                self[one] = count + known(one, 0)
        if kwds:
            self.update(kwds)  # 700

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            known = self.get
            if not isinstance(iterable, _abc.Mapping):
                for one in iterable:
                    self[one] = known(one, 0) - 1
            else:
                for one, count in iterable.items():
                    self[one] = known(one, 0) - count
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)  # 731

    def __reduce__(self):
        return self.__class__, (dict(self),)  # 734

    def __delitem__(self, elem):
        if elem not in self:
            return
        super().__delitem__(elem)

    if RULE.countersCompare:
${[
  comparing('eq', ofAll('==')),
  comparing('ne', 'not self == other'),
  comparing('le', ofAll('<=')),
  comparing('lt', 'self <= other and self != other'),
  comparing('ge', ofAll('>=')),
  comparing('gt', 'self >= other and self != other'),
].join('')}
    if RULE.counterShowsDict:
        def __repr__(self):
            name = self.__class__.__name__
            if not self:
                return f'{name}()'
            try:
                shown = dict(self.most_common())
            except TypeError:
                shown = dict(self)
            return f'{name}({shown!r})'  # 750
    else:
        def __repr__(self):
            name = self.__class__.__name__
            if not self:
                return f'{name}()'
            try:
                return '%s({%s})' % (name, ', '.join(map('%r: %r'.__mod__, self.most_common())))
            except TypeError:
                return f'{name}({dict(self)!r})'

    def _keep_positive(self):
        for one in [one for one, count in self.items() if not count > 0]:
            del self[one]
        return self
${COUNTER_OPERATIONS}`;

/** A change of the first of a chain's mappings, which does not have what it is about. */
const ofFirst = (head: string, line: number, change: string, error: string): string => `
    def ${head}:
        try:
            ${change}  # ${line}
        except KeyError:
            raise KeyError(${error})  # ${line + 2}
`;

const NOT_IN_FIRST = "f'Key not found in the first mapping: {key!r}'";

const CHAIN_MAP_SOURCE = `
class ChainMap(_abc.MutableMapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]  # 1003

    if RULE.chainsNameTheirValue:
        @classmethod
        def fromkeys(cls, iterable, value=None, /):
            return cls(dict.fromkeys(iterable, value))
    else:
        @classmethod
        def fromkeys(cls, iterable, *args):
            return cls(dict.fromkeys(iterable, *args))  # 1041

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])  # 1063

    if RULE.childrenTakeItems:
        def new_child(self, m=None, **kwargs):
            if m is None:
                return self.__class__(kwargs, *self.maps)  # 1058
            if kwargs:
                m.update(kwargs)
            return self.__class__(m, *self.maps)  # 1058
    else:
        def new_child(self, m=None):
            return self.__class__({} if m is None else m, *self.maps)  # 1058

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])  # 1045

    __copy__ = copy

    def __missing__(self, key):
        raise KeyError(key)  # 1006

    def __getitem__(self, key):
        for one in self.maps:
            try:
                return one[key]  # 1011
            except KeyError:
                continue
        return self.__missing__(key)  # 1014

    def __setitem__(self, key, value):
        self.maps[0][key] = value  # 1066

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))  # 1020

    def __iter__(self):
        names = {}
        if RULE.chainsUniteNames:
            for keys in map(dict.fromkeys, reversed(self.maps)):
                names |= keys
        else:
            for one in reversed(self.maps):
                names.update(dict.fromkeys(one) if RULE.dictsUnite else one)
        return iter(names)

    def __contains__(self, key):
        return any(key in one for one in self.maps)

    def __bool__(self):
        return any(self.maps)

    if RULE.dictsUnite:
        def __ior__(self, other):
            self.maps[0].update(other)
            return self

        def __or__(self, other):
            if isinstance(other, _abc.Mapping):
                both = self.copy()  # 1099
                both.maps[0].update(other)
                return both
            return NotImplemented

        def __ror__(self, other):
            if isinstance(other, _abc.Mapping):
                both = dict(other)  # 1106
                for one in reversed(self.maps):
                    both.update(one)  # 1108
                return self.__class__(both)  # 1109
            return NotImplemented

    def clear(self):
        self.maps[0].clear()
${[
  ofFirst('__delitem__(self, key)', 1070, 'del self.maps[0][key]', NOT_IN_FIRST),
  ofFirst('pop(self, key, *args)', 1084, 'return self.maps[0].pop(key, *args)', NOT_IN_FIRST),
  ofFirst('popitem(self)', 1077, 'return self.maps[0].popitem()', "'No keys found in the first mapping.'"),
].join('')}
    @_recursive_repr()
    def __repr__(self):
        return f'{self.__class__.__name__}({", ".join(map(repr, self.maps))})'  # 1036
`;

export const COLLECTIONS_SOURCE = `
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap
from operator import itemgetter as _itemgetter
if not RULE.heapqComesLate:
    import heapq as _heapq
from reprlib import recursive_repr as _recursive_repr
import collections.abc as _abc

_abc.MutableSequence.register(deque)


class _OrderedDictKeysView(_abc.KeysView):
    def __reversed__(self):
        yield from reversed(self._mapping)


class _OrderedDictItemsView(_abc.ItemsView):
    def __reversed__(self):
        for name in reversed(self._mapping):
            yield name, self._mapping[name]


class _OrderedDictValuesView(_abc.ValuesView):
    def __reversed__(self):
        for name in reversed(self._mapping):
            yield self._mapping[name]


${NAMEDTUPLE_SOURCE}
${COUNTER_SOURCE}
${CHAIN_MAP_SOURCE}
${USER_CONTAINERS}
`;
