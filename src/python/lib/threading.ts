import { THREADING_WAITS } from './threading-waits.ts';

/** threading as far as one thread goes: locks, local data, and what is waited for (lib/threading-waits.ts); no other thread can be started. */
const THREADS = `
import _thread
from time import monotonic as _time
from _collections import deque as _deque
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
    _made = 0

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self._target = target
        if not name:
            Thread._made += 1
            name = 'Thread-%d' % Thread._made
            if RULE.threadsNamedByTarget and target is not None and hasattr(target, '__name__'):
                name += ' (%s)' % target.__name__
        self._name = str(name)
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
`;

export const THREADING_SOURCE = `${THREADS}
${THREADING_WAITS}`;
