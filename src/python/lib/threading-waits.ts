/**
 * What threads wait for one another with. Here a program has one thread: nobody else could wake it, so that waiting ends when its time is
 * over, and without a time it is refused.
 */
export const THREADING_WAITS = `
class Condition:
    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock  # 260
        self.acquire, self.release = lock.acquire, lock.release
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        self._waiters = _deque()  # 279

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return '<Condition(%s, %d)>' % (self._lock, len(self._waiters))

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = _thread.allocate_lock()  # 348
        waiter.acquire()
        self._waiters.append(waiter)
        saved, woken = self._release_save(), False  # 351
        try:
            if timeout is None:
                woken = waiter.acquire()
            else:
                woken = waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)
            return woken
        finally:
            self._acquire_restore(saved)
            if not woken and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        end, result = None, predicate()
        while not result:
            if timeout is not None:
                end = _time() + timeout if end is None else end
                if end - _time() <= 0:
                    break
            self.wait(None if end is None else end - _time())
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        while self._waiters and n > 0:
            self._waiters.popleft().release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(Lock())
        self._value = value

    if RULE.waitsShowState:
        def __repr__(self):
            return f'<{_named(self)} at {id(self):#x}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if self._value == 0 and blocking:
                self._cond.wait_for(lambda: self._value > 0, timeout)
            if self._value == 0:
                return False
            self._value -= 1
            return True

    __enter__ = acquire

    if RULE.semaphoresReleaseMany:
        def release(self, n=1):
            if n < 1:
                raise ValueError('n must be one or more')
            self._give(n)
    else:
        def release(self):
            self._give(1)

    def _give(self, n):
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    if RULE.waitsShowState:
        def __repr__(self):
            return f'<{_named(self)} at {id(self):#x}: value={self._value}/{self._initial_value}>'

    def _give(self, n):
        if self._value + n > self._initial_value:
            raise ValueError('Semaphore released too many times')
        super()._give(n)


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    if RULE.waitsShowState:
        def __repr__(self):
            return f'<{_named(self)} at {id(self):#x}: {"set" if self._flag else "unset"}>'

    def is_set(self):
        return self._flag

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if RULE.barriersCheckParties and parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition(Lock())
        self._action, self._timeout, self._parties = action, timeout, parties
        self._state, self._count = 0, 0

    if RULE.waitsShowState:
        def __repr__(self):
            if self.broken:
                return f'<{_named(self)} at {id(self):#x}: broken>'
            return f'<{_named(self)} at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>'

    def wait(self, timeout=None):
        with self._cond:
            if self._state < 0:
                raise BrokenBarrierError
            place = self._count
            self._count += 1
            try:
                self._pass(place, self._timeout if timeout is None else timeout)
                return place
            finally:
                self._count -= 1

    def _pass(self, place, timeout):
        try:
            if place + 1 == self._parties:
                if self._action:
                    self._action()
            elif not self._cond.wait_for(lambda: self._state != 0, timeout):
                raise BrokenBarrierError
        except BaseException:
            self._break()
            raise

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval, self.function = interval, function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


def _named(self):
    return f'{type(self).__module__}.{type(self).__qualname__}'
`;
