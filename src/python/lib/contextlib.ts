/** contextlib: context managers from generators, and small ones. */
import { CONTEXTLIB_STACKS } from './contextlib-stacks.ts';

export const CONTEXTLIB_SOURCE = `
import abc
import sys
from collections import deque
from functools import wraps
from types import MethodType


class AbstractContextManager(abc.ABC):
    if RULE.classesTakeItems:
        __class_getitem__ = classmethod(type(list[int]))
    if RULE.managersHaveSlots:
        __slots__ = ()

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            for method in ('__enter__', '__exit__'):
                found = [B.__dict__[method] for B in C.__mro__ if method in B.__dict__]
                if not found or found[0] is None:
                    return NotImplemented
            return True
        return NotImplemented


class AbstractAsyncContextManager(abc.ABC):
    if RULE.classesTakeItems:
        __class_getitem__ = classmethod(type(list[int]))
    if RULE.managersHaveSlots:
        __slots__ = ()

    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            for method in ('__aenter__', '__aexit__'):
                found = [B.__dict__[method] for B in C.__mro__ if method in B.__dict__]
                if not found or found[0] is None:
                    return NotImplemented
            return True
        return NotImplemented


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


if RULE.asyncManagers:
    class AsyncContextDecorator:
        def _recreate_cm(self):
            return self

        def __call__(self, func):
            @wraps(func)
            async def inner(*args, **kwds):
                async with self._recreate_cm():
                    return await func(*args, **kwds)
            return inner


class _GeneratorContextManagerBase:
    """Shared functionality for @contextmanager and @asynccontextmanager."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        if doc is None:
            doc = type(self).__doc__
        self.__doc__ = doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """Helper for @contextmanager decorator."""

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                if RULE.managersCloseGenerators:
                    self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                exc.__traceback__ = traceback
                return False
            if isinstance(value, StopIteration) and exc.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            if RULE.managersCloseGenerators:
                self.gen.close()


_ASYNC_BASES = (_GeneratorContextManagerBase, AbstractAsyncContextManager)
if RULE.asyncManagers:
    _ASYNC_BASES += (AsyncContextDecorator,)


class _AsyncGeneratorContextManager(*_ASYNC_BASES):
    """Helper for @asynccontextmanager decorator."""

    async def __aenter__(self):
        if RULE.asyncManagers:
            del self.args, self.kwds, self.func
        try:
            return await (self.gen.__anext__() if not RULE.asyncManagers else anext(self.gen))
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await (self.gen.__anext__() if not RULE.asyncManagers else anext(self.gen))
            except StopAsyncIteration:
                return False if RULE.asyncManagers else None
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                if RULE.managersCloseGenerators:
                    await self.gen.aclose()
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                exc.__traceback__ = traceback
                return False
            if isinstance(value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            if RULE.managersCloseGenerators:
                await self.gen.aclose()


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


if RULE.asyncManagers:
    class aclosing(AbstractAsyncContextManager):
        def __init__(self, thing):
            self.thing = thing

        async def __aenter__(self):
            return self.thing

        async def __aexit__(self, *exc_info):
            await self.thing.aclose()


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


_NULL_BASES = (AbstractContextManager, AbstractAsyncContextManager) if RULE.asyncManagers else (AbstractContextManager,)


class nullcontext(*_NULL_BASES):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    if RULE.asyncManagers:
        async def __aenter__(self):
            return self.enter_result

        async def __aexit__(self, *excinfo):
            pass


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    _stream = 'stderr'

${CONTEXTLIB_STACKS}`;
