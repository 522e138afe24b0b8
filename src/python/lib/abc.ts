/** abc: abstract base classes (_py_abc.py's meaning; the check at instantiation is object's). */
export const ABC_SOURCE = `
def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def _is_abstract(value):
    if isinstance(value, property):
        return any(_is_abstract(one) for one in (value.fget, value.fset, value.fdel))
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return getattr(value, '__isabstractmethod__', False)


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstracts = {name for name, value in namespace.items() if _is_abstract(value)}
        for base in bases:
            for name in getattr(base, '__abstractmethods__', set()):
                if _is_abstract(getattr(cls, name, None)):
                    abstracts.add(name)
        cls.__abstractmethods__ = frozenset(abstracts)
        cls._abc_registry = []
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        cls._abc_registry.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        hook = getattr(cls, '__subclasshook__', None)
        if hook is not None:
            answer = hook(subclass)
            if answer is not NotImplemented:
                return answer
        if cls in subclass.__mro__:
            return True
        if any(issubclass(subclass, one) for one in cls._abc_registry):
            return True
        return any(issubclass(subclass, one) for one in cls.__subclasses__())


class ABC(metaclass=ABCMeta):
    __slots__ = ()
`;

const ONE_METHOD = {
  Hashable: '__hash__',
  Iterable: '__iter__',
  Sized: '__len__',
  Container: '__contains__',
  Callable: '__call__',
} as const;

const oneMethod = Object.entries(ONE_METHOD).map(
  ([name, method]) => `
class ${name}(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def ${method}(self, *args):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, C):
        if cls is ${name}:
            return _has(C, '${method}')
        return NotImplemented
`,
);

export const COLLECTIONS_ABC_SOURCE = `
from abc import ABCMeta, abstractmethod


_UNHASHABLE = (list, dict, set, bytearray)
_CALLABLE = (type(abstractmethod), type(len), type(str.join), type(ABCMeta.mro), type)


def _has(C, *methods):
    for method in methods:
        for B in C.__mro__:
            if method == '__call__' and B in _CALLABLE:
                break
            if method in B.__dict__ or method == '__hash__' and B in _UNHASHABLE:
                if B.__dict__.get(method) is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True

${oneMethod.join('\n')}

class Iterator(Iterable):
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Iterator:
            return _has(C, '__iter__', '__next__')
        return NotImplemented


class Generator(Iterator):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Generator:
            return _has(C, '__iter__', '__next__', 'send', 'throw', 'close')
        return NotImplemented


class Collection(Sized, Iterable, Container):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Collection:
            return _has(C, '__len__', '__iter__', '__contains__')
        return NotImplemented


class Sequence(Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(v is value or v == value for v in self)

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]


class MutableSequence(Sequence):
    __slots__ = ()


class Mapping(Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return list(self)

    def items(self):
        return [(key, self[key]) for key in self]

    def values(self):
        return [self[key] for key in self]


class MutableMapping(Mapping):
    __slots__ = ()


class Set(Collection):
    __slots__ = ()


class MutableSet(Set):
    __slots__ = ()


for _one in (tuple, str, range, bytes):
    Sequence.register(_one)
for _one in (list, bytearray):
    MutableSequence.register(_one)
MutableMapping.register(dict)
Set.register(frozenset)
MutableSet.register(set)
`;
