"""What goes on after `except*`, where there is one."""
import sys
SOURCE = '''
import gc
def c(): print(gc.get_count())
a, b = ValueError('a'), TypeError('b')
g = ExceptionGroup('m', [a, b, ExceptionGroup('n', [KeyError(1), ValueError(2)])])
def f(n):
    try:
        try: raise g
        except* ValueError as e:
            if n == 1: raise
            if n == 2: raise OSError('x')
            if n == 3: raise OSError('x') from e
        except* TypeError as e:
            if n == 2: raise e.exceptions[0]
    except BaseException as e: return repr(e)[:200]
for n in range(4):
    gc.collect(); print(f(n)); c(); print(f(n)); c()
gc.collect()
for i in range(2):
    try:
        raise a
    except* ValueError as e: print(repr(e))
    c()
try:
    try: raise KeyboardInterrupt
    except* KeyboardInterrupt as e: print(type(e).__name__)
except BaseException as e: print(repr(e))
e = ValueError(1); gc.collect()
e.add_note('one'); c(); e.add_note('two'); c()
print(e.__notes__, e.__dict__, [n for n in dir(e) if 'note' in n])
e.__notes__ = 5
try: e.add_note('x')
except TypeError as x: print(x)
del e.__notes__
try: e.__notes__
except AttributeError as x: print(x)
'''
if sys.version_info >= (3, 11):
    exec(SOURCE)
