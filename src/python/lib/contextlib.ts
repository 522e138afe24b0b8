/** contextlib: context managers from generators, and small ones. */
import { CONTEXTLIB_STACKS } from './contextlib-stacks.ts';

/** What differs between a synchronous class and its asynchronous counterpart. */
interface Kind {
  readonly prefix: 'Async' | '';
  /** `async ` and `await `, or nothing. */
  readonly starts: string;
  readonly waits: string;
  /** The letter before `enter`, `exit`, `close` and `throw`. */
  readonly a: 'a' | '';
}

const PLAIN: Kind = { prefix: '', starts: '', waits: '', a: '' };
const ASYNC: Kind = { prefix: 'Async', starts: 'async ', waits: 'await ', a: 'a' };

/** For the body of an `if`. */
const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');

const abstractManager = ({ prefix, starts, a }: Kind): string => `
class Abstract${prefix}ContextManager(abc.ABC):
    if RULE.classesTakeItems:
        __class_getitem__ = classmethod(type(list[int]))
    if RULE.managersHaveSlots:
        __slots__ = ()

    ${starts}def __${a}enter__(self):
        return self

    @abc.abstractmethod
    ${starts}def __${a}exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is not Abstract${prefix}ContextManager:
            return NotImplemented
        for method in ('__${a}enter__', '__${a}exit__'):
            found = [base.__dict__[method] for base in C.__mro__ if method in base.__dict__]
            if not found or found[0] is None:
                return NotImplemented
        return True

`;

/** A manager as a decorator. */
const decorator = ({ prefix, starts, waits }: Kind): string => `
class ${prefix}ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)  # 78
        ${starts}def inner(*args, **kwds):  # 79
            ${starts}with self._recreate_cm():
                return ${waits}func(*args, **kwds)  # 81

        return inner

`;

interface Generating extends Kind {
  readonly bases: string;
  readonly next: string;
  readonly stop: string;
  /** What a generator turns into a RuntimeError when it is thrown in. */
  readonly turned: string;
  readonly frees: string;
  readonly ended: string;
}

/** A generator as a manager: it runs to its yield, and gets what the body of `with` raised there. */
const generating = (one: Generating): string => `
class _${one.prefix}GeneratorContextManager(${one.bases}):
    ${one.starts}def __${one.a}enter__(self):
        ${one.frees}del self.args, self.kwds, self.func
        try:
            return ${one.waits}${one.next}  # 137
        except ${one.stop}:
            raise RuntimeError("generator didn't yield") from None  # 139

    ${one.starts}def __${one.a}exit__(self, typ, value, traceback):
        if typ is None:
            try:
                ${one.waits}${one.next}  # 144
            except ${one.stop}:
                return ${one.ended}
            words = "generator didn't stop"
        else:
            if value is None:
                value = typ()
            try:
                if RULE.managersThrowParts:
                    ${one.waits}self.gen.${one.a}throw(typ, value, traceback)  # 158
                else:
                    ${one.waits}self.gen.${one.a}throw(value)  # 158
            except ${one.stop} as raised:
                return raised is not value
            except BaseException as raised:
                if raised is value:
                    raised.__traceback__ = traceback
                    return False
                if not (isinstance(raised, RuntimeError) and isinstance(value, ${one.turned}) and raised.__cause__ is value):
                    raise
                value.__traceback__ = traceback
                return False
            words = "generator didn't stop after ${one.a}throw()"
        try:
            raise RuntimeError(words)  # 149
        finally:
            if RULE.managersCloseGenerators:
                ${one.waits}self.gen.${one.a}close()

`;

const NEXT_ASYNC = '(anext(self.gen) if RULE.asyncManagers else self.gen.__anext__())';

const SYNCHRONOUS: Generating = {
  ...PLAIN,
  bases: '_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator',
  next: 'next(self.gen)',
  stop: 'StopIteration',
  turned: 'StopIteration',
  frees: '',
  ended: 'False',
};

const ASYNCHRONOUS: Generating = {
  ...ASYNC,
  bases: '*_ASYNC_BASES',
  next: NEXT_ASYNC,
  stop: 'StopAsyncIteration',
  turned: '(StopIteration, StopAsyncIteration)',
  frees: 'if RULE.asyncManagers:\n            ',
  ended: 'False if RULE.asyncManagers else None',
};

const deciding = (name: string, { prefix }: Kind): string => `
def ${name}(func):
    @wraps(func)  # 299
    def helper(*args, **kwds):  # 300
        return _${prefix}GeneratorContextManager(func, args, kwds)  # 301

    return helper

`;

/** The manager of something that is closed at the end. */
const closer = (name: string, { prefix, starts, waits, a }: Kind): string => `
class ${name}(Abstract${prefix}ContextManager):
    def __init__(self, thing):
        self.thing = thing  # 356

    ${starts}def __${a}enter__(self):
        return self.thing

    ${starts}def __${a}exit__(self, *exc_info):
        ${waits}self.thing.${a}close()

`;

const GENERATORS = `
class _GeneratorContextManagerBase:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)  # 105
        self.func, self.args, self.kwds = func, args, kwds
        text = getattr(func, '__doc__', None)
        self.__doc__ = type(self).__doc__ if text is None else text

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

${generating(SYNCHRONOUS)}
_ASYNC_BASES = (_GeneratorContextManagerBase, AbstractAsyncContextManager)
if RULE.asyncManagers:
    _ASYNC_BASES += (AsyncContextDecorator,)

${generating(ASYNCHRONOUS)}`;

export const CONTEXTLIB_SOURCE = `
import abc
import sys
from collections import deque
from functools import wraps
from types import MethodType

${abstractManager(PLAIN)}${abstractManager(ASYNC)}${decorator(PLAIN)}
if RULE.asyncManagers:${indented(decorator(ASYNC))}${GENERATORS}${deciding('asynccontextmanager', ASYNC)}${deciding('contextmanager', PLAIN)}${closer('closing', PLAIN)}
if RULE.asyncManagers:${indented(closer('aclosing', ASYNC))}
class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions  # 441

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


_NULL_BASES = (AbstractContextManager, AbstractAsyncContextManager) if RULE.asyncManagers else (AbstractContextManager,)


class nullcontext(*_NULL_BASES):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result  # 773

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
        self._new_target, self._old_targets = new_target, []  # 396

    def __enter__(self):
        name, target = self._stream, self._new_target
        self._old_targets.append(getattr(sys, name))
        setattr(sys, name, target)
        return target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    _stream = 'stderr'

${CONTEXTLIB_STACKS}`;
