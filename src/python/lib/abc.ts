/**
 * abc: abstract base classes. What they keep and how they answer is in modules/abc.ts; the check at instantiation is object's. Before a
 * program begins os derives a class from ABC, and io registers eight with its own.
 */
import { placed } from './placed.ts';

/** A kind of method whose objects are abstract, and mark what they wrap. */
const abstractKind = (kind: string): string => `class abstract${kind}(${kind}):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


`;

const ABSTRACTS = `def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


${abstractKind('classmethod')}${abstractKind('staticmethod')}class abstractproperty(property):
    __isabstractmethod__ = True
`;

const METACLASS = `class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        made = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(made)
        return made

    def register(cls, subclass):




        return _abc_register(cls, subclass)

    def __instancecheck__(cls, instance):

        return _abc_instancecheck(cls, instance)

    def __subclasscheck__(cls, subclass):

        return _abc_subclasscheck(cls, subclass)
`;

const UPDATING = `if RULE.abstractMethodsUpdate:
    def update_abstractmethods(cls):
        if hasattr(cls, '__abstractmethods__'):
            open_ones = set()
            for base in cls.__bases__:
                for name in getattr(base, '__abstractmethods__', ()):
                    if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                        open_ones.add(name)
            for name, own in cls.__dict__.items():
                if getattr(own, '__isabstractmethod__', False):
                    open_ones.add(name)
            cls.__abstractmethods__ = frozenset(open_ones)
        return cls


class ABC(metaclass=ABCMeta):
    __slots__ = ()


class PathLike(ABC):
    __module__ = 'os'

    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError


_path_like = PathLike
del PathLike
_io_base = ABCMeta('IOBase', (), {'__module__': 'io'})
for _one in (int, str, bytes, bytearray, list, tuple, set, dict):
    _io_base.register(_one)
del _one
`;

export const ABC_SOURCE = placed([
  [22, ABSTRACTS],
  [104, METACLASS],
  [147, UPDATING],
]);
