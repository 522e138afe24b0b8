# Readying the class of key objects (up to 3.9) takes a dict and a tuple that are free.
import gc, functools
gc.collect()
o5 = functools.cmp_to_key(lambda a, b: b - a)
print(gc.get_count(), 2)
try: o5(1, 2, 3, c=4)
except Exception as exc: print(exc)
print(gc.get_count(), 2)
try: o5.func
except Exception as exc: print(exc)
print(gc.get_count(), 3)
try: o5.func
except Exception as exc: print(exc)
print(gc.get_count(), 3)
