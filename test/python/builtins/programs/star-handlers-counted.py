import gc
import sys

HANDLED = """
group = ExceptionGroup("g", [ValueError(3), KeyError(4), ExceptionGroup("h", [ValueError(5)])])
gc.collect()
try:
    raise group
except* Exception as caught:
    print(caught is group)
print(gc.get_count())
gc.collect()
try:
    try:
        raise group
    except* KeyError as caught:
        print(repr(caught))
except Exception as rest:
    print(repr(rest))
print(gc.get_count())
gc.collect()
try:
    try:
        raise group
    except* KeyError as caught:
        raise
    except* ValueError as caught:
        raise OSError(6)
except Exception as rest:
    print(repr(rest))
print(gc.get_count())
"""
if sys.version_info >= (3, 11):
    exec(HANDLED)
