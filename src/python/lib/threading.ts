/** threading as far as one thread goes: locks, local data, events that are set already; no other thread can be started. */
export const THREADING_SOURCE = `
import _thread
from _thread import get_ident, get_native_id, LockType, RLock as _RLock, TIMEOUT_MAX

Lock = _thread.allocate_lock if not RULE.lockIsClass else LockType


def RLock(*args, **kwargs):
    return _RLock(*args, **kwargs)  # 135


_active_limbo_lock = RLock()

ThreadError = _thread.error


class local:
    pass


class Thread:
    _started = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self._target = target
        self._name = name or 'Thread-1'
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self.daemon = bool(daemon)
        self.ident = None

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    def start(self):
        raise RuntimeError('threading.Thread.start() is not supported here: a program has one thread')

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        raise RuntimeError('cannot join thread before it is started')

    def is_alive(self):
        return self._started


class _MainThread(Thread):
    _started = True

    def __init__(self):
        Thread.__init__(self, name='MainThread')
        self.ident = get_ident()
        self.native_id = get_native_id()

    def join(self, timeout=None):
        raise RuntimeError('cannot join current thread')

    def __repr__(self):
        return f'<_MainThread({self._name}, started {self.ident})>'


_main_thread = _MainThread()


def current_thread():
    return _main_thread


def main_thread():
    return _main_thread


def active_count():
    return 1


def enumerate():
    return [_main_thread]


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag and timeout is None:
            raise RuntimeError('this would wait for ever: a program here has one thread')
        return self._flag


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if self._value == 0:
            if blocking and timeout is None:
                raise RuntimeError('this would wait for ever: a program here has one thread')
            return False
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        self._value += n

    def __exit__(self, t, v, tb):
        self.release()
`;
