/**
 * WeakSet, and the guard that makes what dies wait while a weak container is gone through (_weakrefset.py). What its methods make and hold
 * is what CPython's do; methods that only differ in the operation of the set inside come from a table here.
 */

/** What died while somebody went through the container goes first. */
export const SETTLE = `if self._pending_removals:
            self._commit_removals()`;

const GUARD = `
class _IterationGuard:
    def __init__(self, weakcontainer):
        self.weakcontainer = ref(weakcontainer)

    def __enter__(self):
        watched = self.weakcontainer()
        if watched is not None:
            watched._iterating.add(self)
        return self

    def __exit__(self, kind, error, trace):
        watched = self.weakcontainer()
        if watched is None:
            return
        watched._iterating.remove(self)
        if not watched._iterating:
            watched._commit_removals()
`;

const KEEPING = `
class WeakSet:
    def __init__(self, data=None):
        self.data = set()  # 38

        def _remove(dead, owner=ref(self)):  # 39
            self = owner()
            if self is None:
                return
            if not self._iterating:
                self.data.discard(dead)
            else:
                self._pending_removals.append(dead)

        self._remove = _remove
        self._pending_removals = []  # 48
        self._iterating = set()  # 49
        if data is not None:
            self.update(data)  # 51

    def _commit_removals(self):
        waiting, forget = self._pending_removals.pop, self.data.discard
        while True:
            try:
                dead = waiting()
            except IndexError:
                break
            forget(dead)

    def __iter__(self):
        with _IterationGuard(self):
            for weak in self.data:
                alive = weak()
                if alive is None:
                    continue
                yield alive

    def __len__(self):
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, item):
        try:
            wanted = ref(item)
        except TypeError:
            return False
        return wanted in self.data

    def add(self, item):
        ${SETTLE}
        self.data.add(ref(item, self._remove))  # 88

    def clear(self):
        ${SETTLE}
        self.data.clear()

    def copy(self):
        return self.__class__(self)  # 96

    def pop(self):
        ${SETTLE}
        alive = None
        while alive is None:
            try:
                weak = self.data.pop()  # 103
            except KeyError:
                raise KeyError('pop from empty WeakSet') from None  # 105
            alive = weak()
        return alive

    def update(self, other):
        ${SETTLE}
        for one in other:
            self.add(one)  # 124

    def __ior__(self, other):
        self.update(other)
        return self

    def intersection(self, other):
        return self.__class__(one for one in other if one in self)  # 148

    def union(self, other):
        return self.__class__(one for part in (self, other) for one in part)  # 196

    __and__, __or__ = intersection, union

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def __eq__(self, other):
        if isinstance(other, self.__class__):
            return self.data == set(map(ref, other))
        return NotImplemented

    def __repr__(self):
        return repr(self.data)  # 203
`;

/** One item goes. */
const leaving = (name: string): string => `
    def ${name}(self, item):
        ${SETTLE}
        self.data.${name}(ref(item))
`;

/** An operation on a copy, and the method of it in place. */
const onCopy = (name: string, operator: string): string => `
    def ${name}(self, other):
        changed = self.copy()
        changed.${name}_update(other)
        return changed

    __${operator}__ = ${name}
`;

/** An operation in place; without itself nothing is left, where `emptied` says so. */
const inPlace = (name: string, operator: string, reference: string, emptied: boolean): string => `
    def ${name}_update(self, other):
        self.__i${operator}__(other)

    def __i${operator}__(self, other):
        ${SETTLE}
        ${
          emptied
            ? `if other is self:
            self.data.clear()
            return self
        `
            : ''
        }self.data.${name}_update(${reference} for one in other)
        return self
`;

const comparing = (name: string, operator: string, sign: string): string => `
    def ${name}(self, other):
        return self.data.${name}(ref(one) for one in other)

    __${operator}e__ = ${name}

    def __${operator}t__(self, other):
        return self.data ${sign} set(map(ref, other))
`;

const WATCHED = 'ref(one, self._remove)';

const OPERATIONS = [
  leaving('remove'),
  leaving('discard'),
  onCopy('difference', 'sub'),
  onCopy('symmetric_difference', 'xor'),
  inPlace('difference', 'sub', 'ref(one)', true),
  inPlace('intersection', 'and', 'ref(one)', false),
  inPlace('symmetric_difference', 'xor', WATCHED, true),
  comparing('issubset', 'l', '<'),
  comparing('issuperset', 'g', '>'),
].join('');

export const WEAK_SET_SOURCE = `${GUARD}

${KEEPING}${OPERATIONS}
    if RULE.classesTakeItems:
        __class_getitem__ = classmethod(type(list[int]))
`;
