/** timeit: how long a piece of code takes on the simulated clock. */
export const TIMEIT_SOURCE = `
import gc
import sys
import time

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


def _indented(text, by):
    return text.replace('\\n', '\\n' + ' ' * by)


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        local_ns = {}
        global_ns = sys._getframe(1).f_globals if globals is None else globals
        head = ''
        if callable(setup):
            local_ns['_setup'] = setup
            head = ', _setup=_setup'
            setup = '_setup()'
        if callable(stmt):
            local_ns['_stmt'] = stmt
            head += ', _stmt=_stmt'
            stmt = '_stmt()'
        source = (f'def inner(_it, _timer{head}):\\n    {_indented(setup, 4)}\\n    _t0 = _timer()\\n'
                  f'    for _i in _it:\\n        {_indented(stmt, 8)}\\n        pass\\n    _t1 = _timer()\\n'
                  '    return _t1 - _t0\\n')
        exec(source, global_ns, local_ns)
        self.inner = local_ns['inner']

    def timeit(self, number=default_number):
        gcold = gc.isenabled()
        gc.disable()
        try:
            return self.inner(range(number), self.timer)
        finally:
            if gcold:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        unit, taken = 1, 0.0
        while taken < 0.2:
            for many in 1, 2, 5:
                number = unit * many
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    break
            unit *= 10
        return number, taken


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
`;
