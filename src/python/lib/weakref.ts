/** The Python part of weakref: containers that do not keep what they hold alive, finalizers, references to bound methods. */
import { WEAK_CONTAINERS_SOURCE } from './weak-containers.ts';

export const WEAKREF_SOURCE = `
import collections.abc as _collections_abc
from _weakrefset import WeakSet, _IterationGuard

class WeakMethod(ref):
    __slots__ = '_func_ref', '_meth_type', '_alive', '__weakref__'

    def __new__(cls, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__  # 48
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None  # 51

        def _cb(dead):  # 53
            method = itself()
            if not method._alive:
                return
            method._alive = False
            if callback is not None:
                callback(method)

        made = ref.__new__(cls, owner, _cb)  # 61
        made._func_ref, made._meth_type, made._alive = ref(function, _cb), type(meth), True  # 62
        itself = ref(made)  # 65
        return made

    def __call__(self):
        owner, function = super().__call__(), self._func_ref()
        if owner is not None and function is not None:
            return self._meth_type(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._alive and other._alive:
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return self is other

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._alive and other._alive:
            return ref.__ne__(self, other) or self._func_ref != other._func_ref
        return self is not other

    __hash__ = ref.__hash__


${WEAK_CONTAINERS_SOURCE}

class finalize:
    __slots__ = ()
    _registry, _order = {}, [0]
    _shutdown = _registered_with_atexit = False

    class _Info:
        __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit', 'index')

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered_with_atexit:
            import atexit
            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        entry = self._Info()  # 575
        entry.weakref = ref(obj, self)  # 576
        entry.func, entry.args = func, args
        entry.kwargs, entry.atexit = kwargs or None, True
        finalize._order[0] += 1
        entry.index = finalize._order[0]
        self._registry[self] = entry  # 582

    def __call__(self, _=None):
        entry = self._registry.pop(self, None)
        if entry is None or self._shutdown:
            return
        return entry.func(*entry.args, **(entry.kwargs or {}))  # 590

    def detach(self):
        entry = self._registry.get(self)
        watched = None if entry is None else entry.weakref()
        if watched is not None and self._registry.pop(self, None):
            return watched, entry.func, entry.args, entry.kwargs or {}  # 598

    def peek(self):
        entry = self._registry.get(self)
        watched = None if entry is None else entry.weakref()
        if watched is not None:
            return watched, entry.func, entry.args, entry.kwargs or {}  # 606

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        entry = self._registry.get(self)
        return entry is not None and entry.atexit

    @atexit.setter
    def atexit(self, value):
        entry = self._registry.get(self)
        if entry is not None:
            entry.atexit = bool(value)

    def __repr__(self):
        entry = self._registry.get(self)
        watched = None if entry is None else entry.weakref()
        about = 'dead' if watched is None else f'for {type(watched).__name__!r} at {id(watched):#x}'
        return f'<{type(self).__name__} object at {id(self):#x}; {about}>'  # 631

    @classmethod
    def _exitfunc(cls):
        while True:
            left = [(entry.index, one) for one, entry in cls._registry.items() if entry.atexit]
            if not left:
                break
            left.sort(key=lambda pair: pair[0])
            left.pop()[1]()
        finalize._shutdown = True
`;
