/** contextlib: stacks of context managers, of which the asynchronous one awaits. */
export const CONTEXTLIB_STACKS = `
def _missing_method(cls, method, kind=''):
    return (f"'{cls.__module__}.{cls.__qualname__}' object does not support the {kind}context manager protocol" +
            (f' (missed {method} method)' if method.endswith('exit__') else ''))


def _context_fixer(outer):
    def _fix_exception_context(new_exc, old_exc):
        while True:
            context = new_exc.__context__
            if context is None or context is old_exc:
                return
            if context is outer:
                break
            new_exc = context
        new_exc.__context__ = old_exc
    return _fix_exception_context


class _BaseExitStack:
    @staticmethod
    def _create_exit_wrapper(cm, cm_exit):
        return MethodType(cm_exit, cm)

    @staticmethod
    def _create_cb_wrapper(callback, /, *args, **kwds):
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        return _exit_wrapper

    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = deque()
        return new_stack

    def push(self, exit):
        _cb_type = type(exit)
        try:
            exit_method = _cb_type.__exit__
        except AttributeError:
            self._push_exit_callback(exit)
        else:
            self._push_cm_exit(exit, exit_method)
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        if not RULE.stacksNameProtocol:
            _exit = cls.__exit__
            result = cls.__enter__(cm)
        else:
            try:
                _enter = cls.__enter__
                _exit = cls.__exit__
            except AttributeError as error:
                missed = '__exit__' if '__exit__' in str(error) else '__enter__'
                raise TypeError(_missing_method(cls, missed)) from None
            result = _enter(cm)
        self._push_cm_exit(cm, _exit)
        return result

    def callback(self, callback, /, *args, **kwds):
        _exit_wrapper = self._create_cb_wrapper(callback, *args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push_exit_callback(_exit_wrapper)
        return callback

    def _push_cm_exit(self, cm, cm_exit):
        self._push_exit_callback(self._create_exit_wrapper(cm, cm_exit), True)

    def _push_exit_callback(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))


class ExitStack(_BaseExitStack, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        received_exc = exc_details[0] is not None
        _fix_exception_context = _context_fixer(sys.exc_info()[1])
        suppressed = False
        pending = False
        while self._exit_callbacks:
            _, cb = self._exit_callbacks.pop()
            try:
                if cb(*exc_details):
                    suppressed = True
                    pending = False
                    exc_details = (None, None, None)
            except BaseException:
                new_details = sys.exc_info()
                _fix_exception_context(new_details[1], exc_details[1])
                pending = True
                exc_details = new_details
        if pending:
            fixed = exc_details[1].__context__
            try:
                raise exc_details[1]
            except BaseException:
                exc_details[1].__context__ = fixed
                raise
        return received_exc and suppressed

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

    async def enter_async_context(self, cm):
        cls = type(cm)
        if not RULE.stacksNameProtocol:
            _exit = cls.__aexit__
            result = await cls.__aenter__(cm)
        else:
            try:
                _enter = cls.__aenter__
                _exit = cls.__aexit__
            except AttributeError as error:
                missed = '__aexit__' if '__aexit__' in str(error) else '__aenter__'
                raise TypeError(_missing_method(cls, missed, 'asynchronous ')) from None
            result = await _enter(cm)
        self._push_async_cm_exit(cm, _exit)
        return result

    def push_async_exit(self, exit):
        _cb_type = type(exit)
        try:
            exit_method = _cb_type.__aexit__
        except AttributeError:
            self._push_exit_callback(exit, False)
        else:
            self._push_async_cm_exit(exit, exit_method)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        _exit_wrapper = self._create_async_cb_wrapper(callback, *args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push_exit_callback(_exit_wrapper, False)
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    def _push_async_cm_exit(self, cm, cm_exit):
        self._push_exit_callback(self._create_async_exit_wrapper(cm, cm_exit), False)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        received_exc = exc_details[0] is not None
        _fix_exception_context = _context_fixer(sys.exc_info()[1])
        suppressed = False
        pending = False
        while self._exit_callbacks:
            is_sync, cb = self._exit_callbacks.pop()
            try:
                answer = cb(*exc_details)
                if not is_sync:
                    answer = await answer
                if answer:
                    suppressed = True
                    pending = False
                    exc_details = (None, None, None)
            except BaseException:
                new_details = sys.exc_info()
                _fix_exception_context(new_details[1], exc_details[1])
                pending = True
                exc_details = new_details
        if pending:
            fixed = exc_details[1].__context__
            try:
                raise exc_details[1]
            except BaseException:
                exc_details[1].__context__ = fixed
                raise
        return received_exc and suppressed


if RULE.stacksChangeDirectory:
    class chdir(AbstractContextManager):
        def __init__(self, path):
            self.path = path

        def __enter__(self):
            raise OSError('chdir is not supported here: a program has no files')

        def __exit__(self, *excinfo):
            return None
`;
