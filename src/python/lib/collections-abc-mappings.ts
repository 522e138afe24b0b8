/** Mappings and their views, of collections.abc, and which built-in classes count as the kinds there are. */
const VIEWS = ['keys', 'items', 'values'];

const viewOf = (name: string): string => `
    def ${name}(self):
        return ${name.charAt(0).toUpperCase()}${name.slice(1)}View(self)
`;

/** Views that are sets give plain ones where an operation makes a set of them. */
const OF_A_SET = `
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)
`;

export const ABC_MAPPINGS = `
class Mapping(Collection):
    __slots__ = ()
    __abc_tpflags__ = 1 << 6

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            found = self[key]
        except KeyError:
            found = default
        return found

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        else:
            return True

${VIEWS.map(viewOf).join('')}
    def __eq__(self, other):
        if isinstance(other, Mapping):
            return dict(self.items()) == dict(other.items())
        return NotImplemented

    __reversed__ = None


Mapping.register(type(type.__dict__))
if RULE.framesShowProxies:
    Mapping.register(type((lambda: sys._getframe().f_locals)()))


class MappingView(Sized):
    __slots__ = ('_mapping',)
    if RULE.classesTakeItems:
        __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._mapping!r})'  # 852


class KeysView(MappingView, Set):${OF_A_SET}
    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping  # 869


KeysView.register(type({}.keys()))


class ItemsView(MappingView, Set):${OF_A_SET}
    def __contains__(self, item):
        wanted, value = item
        try:
            found = self._mapping[wanted]
        except KeyError:
            return False
        return value is found or found == value

    def __iter__(self):
        for one in self._mapping:
            yield one, self._mapping[one]  # 894


ItemsView.register(type({}.items()))


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        for one in self._mapping:
            found = self._mapping[one]
            if value is found or found == value:
                return True
        return False

    def __iter__(self):
        for one in self._mapping:
            yield self._mapping[one]


ValuesView.register(type({}.values()))


class MutableMapping(Mapping):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    __marker = object()

    def pop(self, key, default=__marker):
        try:
            taken = self[key]  # 945
        except KeyError:
            if default is not self.__marker:
                return default
            raise
        del self[key]
        return taken

    def popitem(self):
        try:
            first = next(iter(self))  # 959
        except StopIteration:
            raise KeyError from None  # 961
        taken = self[first]
        del self[first]
        return first, taken  # 964

    def clear(self):
        while True:
            try:
                self.popitem()  # 970
            except KeyError:
                break

    def update(self, other=(), /, **kwds):
        if isinstance(other, Mapping):  # 980
            names = other
        else:
            names = other.keys() if hasattr(other, 'keys') else None
        if names is not None:
            for one in names:
                self[one] = other[one]  # 982
        else:
            for one, value in other:
                self[one] = value
        for one, value in kwds.items():
            self[one] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


MutableMapping.register(dict)
`;
