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
    for entry in _static_getmro(klass):
        if _shadowed_dict(type(entry)) is _sentinel and attr in entry.__dict__:
            return entry.__dict__[attr]
    return _sentinel


# Kept by weak references alone, so that no class lives longer for having been looked at.
@functools.lru_cache()
def _shadowed_dict_from_weakref_mro_tuple(*weakref_mro):
    for weakref_entry in weakref_mro:
        entry = weakref_entry()
        namespace = _namespace_of(entry)
        if '__dict__' in namespace:
            found = namespace['__dict__']
            if not (type(found) is types.GetSetDescriptorType and found.__name__ == '__dict__'):
                return found
    return _sentinel


def _shadowed_dict(klass):
    return _shadowed_dict_from_weakref_mro_tuple(*[_make_weakref(entry) for entry in _static_getmro(klass)])


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
    if obj is klass:
        for entry in _static_getmro(type(klass)):
            if _shadowed_dict(type(entry)) is _sentinel and attr in entry.__dict__:
                return entry.__dict__[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


def _descriptor_get(descriptor, obj):
    if isclass(descriptor):
        return descriptor
    get = getattr(type(descriptor), '__get__', _sentinel)
    if get is _sentinel:
        return descriptor
    return get(descriptor, obj, type(obj))


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, types.FunctionType)

if RULE.astWraps:
    # CPython's inspect imports ast, which has methods that contextmanager wraps: wraps() has run before a program calls it.
    functools.wraps(isclass)(lambda object: None)
`;
