/** types: names for classes that have no other, and what a class statement does, as functions. */
/** A method of the generator that is wrapped. */
const passedOn = (
  name: string,
  params: string,
): string => `    def ${name}(self${params === '' ? '' : `, ${params}`}):
        return self.__wrapped.${name}(${params})

`;

/** A change of an attribute that only members of a class's objects have. */
const changing = (how: string, params: string, by: string): string => `
    def __${how}__(self, ${params}):
        change = self.${by}
        if change is None:
            raise AttributeError("can't ${how} attribute")
        change(${params})
`;

export const TYPES_SOURCE = `
import sys as _sys


def _plain():
    pass


def _yields():
    yield


async def _awaits():
    pass


async def _yields_and_awaits():
    yield


_begun = _awaits()
FunctionType, LambdaType = type(_plain), type(lambda: None)
CodeType, MethodType = type(_plain.__code__), type(_plain.__get__(0))
BuiltinFunctionType, BuiltinMethodType = type(len), type([].append)
GeneratorType, CoroutineType, AsyncGeneratorType = type(_yields()), type(_begun), type(_yields_and_awaits())
MethodDescriptorType, ClassMethodDescriptorType = type(str.join), type(dict.__dict__['fromkeys'])
GetSetDescriptorType, MemberDescriptorType = type(FunctionType.__code__), type(FunctionType.__globals__)
ModuleType, MappingProxyType = type(_sys), type(type.__dict__)
_begun.close()
if RULE.classesOfNone:
    NoneType, EllipsisType, NotImplementedType = type(None), type(Ellipsis), type(NotImplemented)
    UnionType = type(int | str)
if RULE.classesTakeItems:
    GenericAlias = type(list[int])


def _cell():
    x = 1

    def inner():
        return x
    return type(inner.__closure__[0])


CellType = _cell()

try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
    FrameType = type(_error.__traceback__.tb_frame)


SimpleNamespace = type(_sys.implementation)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)


def resolve_bases(bases):
    resolved = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        resolved.extend(entries)
    if len(resolved) == len(bases) and all(a is b for a, b in zip(resolved, bases)):
        return bases
    return tuple(resolved)


def _winner(meta, bases):
    for base in bases:
        kind = type(base)
        if issubclass(kind, meta):
            meta = kind
        elif not issubclass(meta, kind):
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass '
                            'of the metaclasses of all its bases')
    return meta


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds) if kwds is not None else {}  # 109
    meta = kwds.pop('metaclass') if 'metaclass' in kwds else type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _winner(meta, bases)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}  # 124
    return meta, namespace, kwds  # 127


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)  # 69
    if exec_body is not None:
        exec_body(namespace)  # 71
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **kwds)  # 74


if RULE.originalBases:
    def get_original_bases(cls, /):
        if not isinstance(cls, type):
            raise TypeError(f'Expected an instance of type, not {type(cls).__name__!r}')
        return cls.__dict__.get('__orig_bases__', cls.__bases__)


class _GeneratorWrapper:
    def __init__(self, gen):
        self.__wrapped, self.__isgen = gen, gen.__class__ is GeneratorType
        for name in ('__name__', '__qualname__'):
            setattr(self, name, getattr(gen, name, None))

${passedOn('send', 'val')}${passedOn('throw', 'tp, *rest')}${passedOn('close', '')}
    gi_code = cr_code = property(lambda self: self.__wrapped.gi_code)
    gi_frame = cr_frame = property(lambda self: self.__wrapped.gi_frame)
    gi_running = cr_running = property(lambda self: self.__wrapped.gi_running)
    gi_yieldfrom = cr_await = property(lambda self: self.__wrapped.gi_yieldfrom)

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self.__wrapped if self.__isgen else self
    __await__ = __iter__


def coroutine(func):
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if func.__class__ is FunctionType and getattr(func, '__code__', None).__class__ is CodeType:
        flags = func.__code__.co_flags
        # CO_COROUTINE | CO_ITERABLE_COROUTINE: it is one already. CO_GENERATOR: it becomes one.
        if flags & 0x180:
            return func
        if flags & 0x20:
            func.__code__ = func.__code__.replace(co_flags=flags | 0x100)
            return func
    import functools
    import collections.abc as _abc

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if made.__class__ is CoroutineType or made.__class__ is GeneratorType and made.gi_code.co_flags & 0x100:
            return made
        if isinstance(made, _abc.Generator) and not isinstance(made, _abc.Coroutine):
            return _GeneratorWrapper(made)
        return made

    return wrapped


class DynamicClassAttribute:
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel  # 193
        self.overwrite_doc, self.__doc__ = doc is None, doc or fget.__doc__
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)  # 209
            raise AttributeError('unreadable attribute')
        if not self.__isabstractmethod__:
            raise AttributeError()  # 206
        return self
${changing('set', 'instance, value', 'fset')}${changing('delete', 'instance', 'fdel')}
    def _with(self, fget, fset, fdel, doc):
        made = type(self)(fget, fset, fdel, doc)
        made.overwrite_doc = self.overwrite_doc
        return made

    def getter(self, fget):
        return self._with(fget, self.fset, self.fdel, (fget.__doc__ if self.overwrite_doc else None) or self.__doc__)

    def setter(self, fset):
        return self._with(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return self._with(self.fget, self.fset, fdel, self.__doc__)


del _plain, _yields, _awaits, _yields_and_awaits, _begun, _cell
`;
