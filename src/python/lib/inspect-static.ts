/** inspect: attributes as they lie in classes, without any of their code being run, which signatures go through from 3.13. */
export const INSPECT_STATIC = `
import functools
import sys
import types
from weakref import ref as _make_weakref

_sentinel = object()
_static_getmro = type.__dict__['__mro__'].__get__
_namespace_of = type.__dict__['__dict__'].__get__


def _check_class(klass, attr):
    for base in _static_getmro(klass):
        if _shadowed_dict(type(base)) is not _sentinel or attr not in base.__dict__:
            continue
        return base.__dict__[attr]
    return _sentinel


# Kept by weak references alone, so that no class lives longer for having been looked at.
@functools.lru_cache()
def _shadowed_dict_from_weakref_mro_tuple(*bases):
    for weak in bases:
        base = weak()
        held = _namespace_of(base)
        if '__dict__' not in held:
            continue
        own = held['__dict__']
        if type(own) is not types.GetSetDescriptorType or own.__name__ != '__dict__':
            return own
    return _sentinel


def _shadowed_dict(klass):
    return _shadowed_dict_from_weakref_mro_tuple(*[_make_weakref(base) for base in _static_getmro(klass)])


def _check_instance(obj, attr):
    found = {}
    try:
        found = object.__getattribute__(obj, '__dict__')
    except AttributeError:
        pass
    return dict.get(found, attr, _sentinel)


def getattr_static(obj, attr, default=_sentinel):
    in_instance = _sentinel
    if type not in _static_getmro(type(obj)):
        klass = type(obj)
        shadow = _shadowed_dict(klass)
        if shadow is _sentinel or type(shadow) is types.MemberDescriptorType:
            in_instance = _check_instance(obj, attr)
    else:
        klass = obj
    in_class = _check_class(klass, attr)
    if in_instance is not _sentinel and in_class is not _sentinel:
        kind = type(in_class)
        if _check_class(kind, '__get__') is not _sentinel and (
                _check_class(kind, '__set__') is not _sentinel or _check_class(kind, '__delete__') is not _sentinel):
            return in_class
    if in_instance is not _sentinel:
        return in_instance
    if in_class is not _sentinel:
        return in_class
    if klass is obj:
        for base in _static_getmro(type(klass)):
            if _shadowed_dict(type(base)) is not _sentinel or attr not in base.__dict__:
                continue
            return base.__dict__[attr]
    if default is _sentinel:
        raise AttributeError(attr)
    return default


def _descriptor_get(descriptor, obj):
    if not isclass(descriptor):
        read = getattr(type(descriptor), '__get__', _sentinel)
        if read is not _sentinel:
            return read(descriptor, obj, type(obj))
    return descriptor


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, types.FunctionType)

if RULE.astWraps:
    # CPython's inspect imports ast, which has methods that contextmanager wraps: wraps() has run before a program calls it.
    functools.wraps(isclass)(lambda object: None)
`;
