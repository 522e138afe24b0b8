def t(s):
    try: exec(s)
    except ImportError as e: print(type(e).__name__, e.msg.split(' (')[0], e.name, getattr(e, 'name_from', 0), e.args[0].split(' (')[0])
for s in ('from math import sqr', 'import nope', 'import nope.x', 'import collections.foo', 'from collections import foo', 'import os.foo', 'import os.path.foo', 'from os.path import nope', 'from . import x', 'from .a import x', 'import sys.foo', '__import__("a", globals(), {}, [], 1)'): t(s)
import atexit
def f(): print('f')
def g(): print('g')
n = atexit._ncallbacks()
atexit.register(f); atexit.register(g); atexit.register(f)
atexit.unregister(f); print(atexit._ncallbacks() - n)
atexit.register(f); print(atexit._ncallbacks() - n)
atexit.unregister(len); print(atexit._ncallbacks() - n)
import operator, gc
for m in (operator.methodcaller('x', 1, 2), operator.methodcaller('x'), operator.methodcaller('x', a=3), operator.methodcaller('x', 1, b=3)): print(gc.get_referents(m), m)
print(operator.methodcaller('split', ',')('a,b'))
