/** contextlib: stacks of context managers, of which the asynchronous one awaits. */
/** What was entered is left in the other order; each gets the exception that is on its way by then. */
const unwinding = (isAsync: boolean): string => `
    ${isAsync ? 'async ' : ''}def __${isAsync ? 'a' : ''}exit__(self, *exc_details):
        had_exception = exc_details[0] is not None
        if RULE.stacksAskException:
            outer = sys.exception()
        else:
            outer = sys.exc_info()[1]  # 572

        def _fix_exception_context(latest, before):  # 573
            context = latest.__context__
            while context is not outer:
                if context is None or context is before:
                    return
                latest, context = context, context.__context__
            if context is not None and context is not before:
                latest.__context__ = before

        raises = suppressed = False
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                if RULE.stacksAskException:
                    exc = exc_details[1]
                    exc_details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                answer = leave(*exc_details)  # 595
${isAsync ? '                if not is_sync:\n                    answer = await answer' : ''}
                if answer:
                    raises, suppressed = False, True
                    exc_details = (None, None, None)
            except BaseException:
                latest = sys.exc_info()  # 600
                _fix_exception_context(latest[1], exc_details[1])
                raises, exc_details = True, latest
        if not raises:
            return had_exception and suppressed
        context = exc_details[1].__context__
        try:
            raise exc_details[1]  # 610
        except BaseException:
            exc_details[1].__context__ = context
            raise
`;

/** A stack's method that takes what may be a manager: one, if its class has the method of the end. */
const pushing = (name: string, method: string, plain: string, manager: string): string => `
    def ${name}(self, exit):
        kind = type(exit)
        try:
            leave = kind.${method}
        except AttributeError:
            ${plain}  # 506
        else:
            self.${manager}(exit, leave)  # 508
        return exit
`;

/** One that enters a manager, and leaves it later. */
const entering = (isAsync: boolean): string => {
  const a = isAsync ? 'a' : '';
  const waits = isAsync ? 'await ' : '';
  return `
    ${isAsync ? 'async ' : ''}def enter_${isAsync ? 'async_' : ''}context(self, cm):
        kind = type(cm)
        if RULE.stacksNameProtocol:
            try:
                enter, leave = kind.__${a}enter__, kind.__${a}exit__  # 521
            except AttributeError as error:
                missed = '__${a}exit__' if '__${a}exit__' in str(error) else '__${a}enter__'
                raise TypeError(_missing_method(kind, missed${isAsync ? ", 'asynchronous '" : ''})) from None  # 524
            entered = ${waits}enter(cm)  # 526
        else:
            leave = kind.__${a}exit__
            entered = ${waits}kind.__${a}enter__(cm)
        self._push_${isAsync ? 'async_' : ''}cm_exit(cm, leave)  # 527
        return entered
`;
};

/** One that calls a function at the end. */
const calling = (name: string, wrapper: string, more: string): string => `
    def ${name}(self, callback, /, *args, **kwds):
        at_end = self.${wrapper}(callback, *args, **kwds)  # 535
        at_end.__wrapped__ = callback  # 539
        self._push_exit_callback(at_end${more})  # 540
        return callback
`;

export const CONTEXTLIB_STACKS = `
def _missing_method(cls, method, kind=''):
    return (f"'{cls.__module__}.{cls.__qualname__}' object does not support the {kind}context manager protocol" +
            (f' (missed {method} method)' if method.endswith('exit__') else ''))


class _BaseExitStack:
    @staticmethod
    def _create_exit_wrapper(cm, cm_exit):
        return MethodType(cm_exit, cm)  # 473

    @staticmethod
    def _create_cb_wrapper(callback, /, *args, **kwds):
        def _exit_wrapper(exc_type, exc, tb):  # 477
            callback(*args, **kwds)  # 478
        return _exit_wrapper

    def __init__(self):
        self._exit_callbacks = deque()  # 482

    def pop_all(self):
        successor = type(self)()  # 486
        successor._exit_callbacks, self._exit_callbacks = self._exit_callbacks, deque()  # 488
        return successor

${pushing('push', '__exit__', 'self._push_exit_callback(exit)', '_push_cm_exit')}${entering(false)}${calling('callback', '_create_cb_wrapper', '')}
    def _push_cm_exit(self, cm, cm_exit):
        self._push_exit_callback(self._create_exit_wrapper(cm, cm_exit), True)  # 545

    def _push_exit_callback(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))  # 549


class ExitStack(_BaseExitStack, AbstractContextManager):
    def __enter__(self):
        return self
${unwinding(false)}
    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    @staticmethod
    def _create_async_exit_wrapper(cm, cm_exit):
        return MethodType(cm_exit, cm)

    @staticmethod
    def _create_async_cb_wrapper(callback, /, *args, **kwds):
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        return _exit_wrapper

${entering(true)}${pushing('push_async_exit', '__aexit__', 'self._push_exit_callback(exit, False)', '_push_async_cm_exit')}${calling('push_async_callback', '_create_async_cb_wrapper', ', False')}
    async def aclose(self):
        await self.__aexit__(None, None, None)

    def _push_async_cm_exit(self, cm, cm_exit):
        self._push_exit_callback(self._create_async_exit_wrapper(cm, cm_exit), False)

    async def __aenter__(self):
        return self
${unwinding(true)}

if RULE.stacksChangeDirectory:
    class chdir(AbstractContextManager):
        def __init__(self, path):
            self.path = path

        def __enter__(self):
            raise OSError('chdir is not supported here: a program has no files')

        def __exit__(self, *excinfo):
            return None
`;
