# Leaving an ExitStack calls nothing but what was pushed; cmp_to_key and locks get their arguments in a tuple.
import contextlib
import functools
import gc
import threading

gc.collect()
o0 = contextlib.ExitStack()
print(gc.get_count())
with o0:
    pass
print(gc.get_count())
k = functools.cmp_to_key(lambda a, b: b - a)
print(gc.get_count())
lock = threading.Lock()
lock.__enter__()
lock.__exit__(None, None)
print(gc.get_count())
with contextlib.ExitStack() as stack:
    stack.enter_context(contextlib.nullcontext(3))
print(gc.get_count())
print(sorted([3, 1, 2], key=k), gc.get_count())
