/**
 * The dicts of weakref that forget what dies. While somebody goes through one, what dies meanwhile waits in `_pending_removals`; every
 * method makes the same objects as CPython's, because gc.get_count() shows them.
 */
import { SETTLE } from './weak-set.ts';

/** What both dicts have of `|`. */
const uniting = (line: number): string => `
    def __ior__(self, other):
        self.update(other)  # ${line}
        return self

    def __or__(self, other):
        if hasattr(other, 'keys'):
            both = self.copy()  # ${line + 5}
            both.update(other)  # ${line + 6}
            return both
        return NotImplemented

    def __ror__(self, other):
        if hasattr(other, 'keys'):
            both = self.__class__()  # ${line + 12}
            for part in (other, self):
                both.update(part)  # ${line + 14}
            return both
        return NotImplemented
`;

interface Round {
  readonly name: string;
  /** What is gone through, and under which names. */
  readonly through: string;
  /** The reference among them, and the name that what it refers to gets; without one only whether it lives is asked. */
  readonly weak: string;
  readonly alive?: string;
  readonly gives: string;
  readonly settles?: boolean;
  /** Where CPython 3.12 has the guard and the yield. */
  readonly lines: readonly [number, number];
}

/** A method that gives what lives, one after the other, while the guard keeps the dict as it is. */
const round = (one: Round): string => `
    def ${one.name}(self):
        ${one.settles === true ? SETTLE : ''}
        with _IterationGuard(self):  # ${one.lines[0]}
            for ${one.through}:
                ${one.alive === undefined ? `if ${one.weak}() is None:` : `${one.alive} = ${one.weak}()`}
                ${one.alive === undefined ? '    continue' : `if ${one.alive} is None:\n                    continue`}
                yield ${one.gives}  # ${one.lines[1]}
`;

/** Iterators and `copy` of a dict whose values or keys are weak. */
const rounds = (isOfValues: boolean): string => {
  const settles = isOfValues;
  const [weak, alive] = isOfValues ? ['weak', 'value'] : ['weak', 'key'];
  const through = `${isOfValues ? 'key, weak' : 'weak, value'} in self.data.items()`;
  const keyed = isOfValues ? { through } : { through: 'weak in self.data' };
  const valued = isOfValues ? { through: 'weak in self.data.values()' } : { through };
  return `
    def copy(self):
        ${settles ? SETTLE : ''}
        twin = Weak${isOfValues ? 'Value' : 'Key'}Dictionary()  # ${isOfValues ? 172 : 431}
        with _IterationGuard(self):
            for ${through}:
                ${alive} = ${weak}()
                if ${alive} is None:
                    continue
                twin[key] = value  # ${isOfValues ? 177 : 436}
        return twin

    def __deepcopy__(self, memo):
        from copy import deepcopy
        ${settles ? SETTLE : ''}
        twin = self.__class__()  # ${isOfValues ? 186 : 443}
        with _IterationGuard(self):
            for ${through}:
                ${alive} = ${weak}()
                if ${alive} is not None:
                    twin[${isOfValues ? 'deepcopy(key, memo)' : 'key'}] = ${isOfValues ? 'value' : 'deepcopy(value, memo)'}  # ${isOfValues ? 191 : 448}
        return twin

    __copy__ = copy
${round({ name: 'items', through, weak, alive, gives: 'key, value', settles, lines: isOfValues ? [212, 216] : [462, 466] })}
${round({ name: 'keys', ...keyed, weak, ...(isOfValues ? {} : { alive }), gives: 'key', settles, lines: isOfValues ? [221, 224] : [469, 473] })}
${round({ name: 'values', ...valued, weak, ...(isOfValues ? { alive } : {}), gives: 'value', settles, lines: isOfValues ? [246, 250] : [478, 481] })}
    __iter__ = keys
${uniting(isOfValues ? 316 : 521)}
    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'
`;
};

const KEYED_REFERENCE = `
class KeyedRef(ref):
    __slots__ = ('key',)

    def __new__(type, ob, callback, key):
        reference = ref.__new__(type, ob, callback)  # 348
        reference.key = key
        return reference

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)
`;

const WEAK_VALUES = `
class WeakValueDictionary(_collections_abc.MutableMapping):
    def __init__(self, other=(), /, **kw):
        def remove(weak, owner=ref(self), forget=_remove_dead_weakref):  # 105
            self = owner()
            if self is None:
                return
            if not self._iterating:
                forget(self.data, weak.key)
            else:
                self._pending_removals.append(weak.key)

        self._remove = remove
        self._pending_removals = []  # 116
        self._iterating = set()  # 117
        self.data = {}  # 118
        self.update(other, **kw)  # 119

    def _commit_removals(self, forget=_remove_dead_weakref):
        waiting, kept = self._pending_removals.pop, self.data
        while True:
            try:
                dead = waiting()
            except IndexError:
                break
            forget(kept, dead)

    def __getitem__(self, key):
        ${SETTLE}
        value = self.data[key]()  # 136
        if value is not None:
            return value
        raise KeyError(key)

    def __setitem__(self, key, value):
        ${SETTLE}
        self.data[key] = KeyedRef(value, self._remove, key)  # 167

    def __delitem__(self, key):
        ${SETTLE}
        del self.data[key]

    def __len__(self):
        ${SETTLE}
        return len(self.data)

    def __contains__(self, key):
        ${SETTLE}
        try:
            return self.data[key]() is not None
        except KeyError:
            return False

    def get(self, key, default=None):
        ${SETTLE}
        try:
            weak = self.data[key]
        except KeyError:
            return default
        value = weak()
        return value if value is not None else default

    def itervaluerefs(self):
        ${SETTLE}
        with _IterationGuard(self):
            yield from self.data.values()

    def valuerefs(self):
        ${SETTLE}
        return list(self.data.values())  # 313

    def popitem(self):
        ${SETTLE}
        value = None
        while value is None:
            key, weak = self.data.popitem()  # 256
            value = weak()
        return key, value  # 259

    def pop(self, key, *args):
        ${SETTLE}
        try:
            value = self.data.pop(key)()  # 265
        except KeyError:
            value = None
        if value is None:
            if not args:
                raise KeyError(key)  # 272
            value = args[0]
        return value

    def setdefault(self, key, default=None):
        try:
            value = self.data[key]()
        except KeyError:
            value = None
        if value is None:
            ${SETTLE.replace('\n', '\n    ')}
            self.data[key] = KeyedRef(default, self._remove, key)  # 284
            value = default
        return value

    def update(self, other=None, /, **kwargs):
        ${SETTLE}
        kept = self.data
        if other is not None:
            pairs = other if hasattr(other, 'items') else dict(other)  # 295
            for key, value in pairs.items():
                kept[key] = KeyedRef(value, self._remove, key)  # 297
        for key, value in kwargs.items():
            kept[key] = KeyedRef(value, self._remove, key)  # 299
${rounds(true)}`;

const WEAK_KEYS = `
class WeakKeyDictionary(_collections_abc.MutableMapping):
    def __init__(self, dict=None):
        self.data = {}  # 368

        def remove(weak, owner=ref(self)):  # 369
            self = owner()
            if self is None:
                return
            if self._iterating:
                self._pending_removals.append(weak)
                return
            try:
                del self.data[weak]
            except KeyError:
                pass

        self._remove = remove
        self._pending_removals = []  # 381
        self._iterating = set()  # 382
        self._dirty_len = False
        if dict is not None:
            self.update(dict)  # 385

    def _commit_removals(self):
        waiting, kept = self._pending_removals.pop, self.data
        while True:
            try:
                dead = waiting()
            except IndexError:
                break
            try:
                del kept[dead]
            except KeyError:
                continue

    def _scrub_removals(self):
        kept = self.data
        self._pending_removals = [dead for dead in self._pending_removals if dead in kept]
        self._dirty_len = False

    def __len__(self):
        if self._pending_removals and self._dirty_len:
            self._scrub_removals()
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, key):
        try:
            wanted = ref(key)
        except TypeError:
            return False
        return wanted in self.data

    def __getitem__(self, key):
        return self.data[ref(key)]  # 415

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value  # 428

    def __delitem__(self, key):
        self._dirty_len = True
        del self.data[ref(key)]

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def keyrefs(self):
        return list(self.data)  # 493

    def popitem(self):
        self._dirty_len = True
        key = None
        while key is None:
            weak, value = self.data.popitem()  # 498
            key = weak()
        return key, value  # 501

    def pop(self, key, *args):
        self._dirty_len = True
        return self.data.pop(ref(key), *args)  # 505

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        kept = self.data
        if dict is not None:
            pairs = dict if hasattr(dict, 'items') else type({})(dict)
            for key, value in pairs.items():
                kept[ref(key, self._remove)] = value  # 516
        if len(kwargs):
            self.update(kwargs)

${rounds(false)}`;

export const WEAK_CONTAINERS_SOURCE = `
${KEYED_REFERENCE}

${WEAK_VALUES}

${WEAK_KEYS}`;
