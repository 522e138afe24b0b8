"""Groups of exceptions and except*, which 3.9 cannot read."""
import sys

SOURCE = r'''
import sys, gc
eg = ExceptionGroup("one", [ValueError(1), TypeError("t"), ExceptionGroup("two", [KeyError("k"), ValueError(2)])])
print(repr(eg), str(eg), eg.message, eg.exceptions, eg.args)
print(type(eg).__mro__, isinstance(eg, Exception))
print(type(BaseExceptionGroup("b", [ValueError()])), type(BaseExceptionGroup("b", [KeyboardInterrupt()])))
for args in [(), ("a",), ("a", 5), ("a", []), ("a", [5]), (5, [ValueError()]), ("a", [KeyboardInterrupt()]), ("a", "b"), ("a", (ValueError(),)), ("a", {ValueError()})]:
    try: print(repr(ExceptionGroup(*args)))
    except Exception as e: print(type(e), e)
try: ExceptionGroup("a", [ValueError()], x=1)
except TypeError as e: print(e)
print(eg.split(ValueError))
print(eg.subgroup(KeyError))
print(eg.split((TypeError, KeyError)))
print(eg.subgroup(lambda e: isinstance(e, ValueError)))
print(eg.subgroup(OSError), eg.split(OSError), eg.split(Exception), eg.split(ExceptionGroup)[0] is eg)
for bad in (5, int, "x", (ValueError, 5)):
    try: eg.split(bad)
    except TypeError as e: print(e)
class My(ExceptionGroup):
    def __new__(cls, msg, excs, code=1):
        self = super().__new__(cls, msg, excs)
        self.code = code
        return self
    def derive(self, excs):
        return My(self.message, excs, self.code)
m = My("m", [ValueError(1), TypeError(2)], 7)
a, b = m.split(ValueError)
print(repr(a), repr(b), a.code, type(a))
class Un(ExceptionGroup): pass
print(type(Un("u", [ValueError(1), KeyError()]).subgroup(ValueError)))
def f():
    try:
        raise eg
    except* ValueError as e:
        print("V", repr(e), sys.exc_info()[1] is e)
    except* (TypeError, KeyError) as e:
        print("TK", repr(e))
    else: print("else")
    finally: print("finally")
    print(sys.exc_info())
f()
try:
    try: raise eg
    except* ValueError: print("only value")
except ExceptionGroup as rest: print(repr(rest), rest.__context__, rest.__cause__)
try:
    raise ValueError("naked")
except* ValueError as e: print(repr(e), e.exceptions[0].__traceback__ is not None)
try:
    try: raise ValueError("naked")
    except* TypeError: pass
except ValueError as e: print("again", e)
try: pass
except* ValueError: pass
else: print("else")
try:
    try: raise ExceptionGroup("x", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError("in handler")
except ExceptionGroup as e: print(repr(e), repr(e.exceptions[0].__context__))
try:
    try: raise ExceptionGroup("x", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise
    except* TypeError as e: raise
except ExceptionGroup as e: print(repr(e))
try:
    try: raise ExceptionGroup("x", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise RuntimeError(1) from e
    except* TypeError as e: raise RuntimeError(2)
except ExceptionGroup as e: print(repr(e), e.exceptions[0].__cause__)
try:
    try: raise ValueError(1)
    except* ExceptionGroup: pass
except TypeError as e: print(e)
try:
    try: raise ValueError(1)
    except* 5: pass
except TypeError as e: print(e)
for i in range(2):
    try:
        try: raise ExceptionGroup("loop", [ValueError(i)])
        except* TypeError: pass
        except* KeyError: pass
    except* ValueError as e:
        print(e.exceptions)
print(sys.getsizeof(eg), sys.getsizeof(ExceptionGroup("x", [ValueError()])), gc.is_tracked(eg), sys.getrefcount(eg))
eg.add_note("note")
print(eg.subgroup(ValueError).__notes__)
try: eg.message = 1
except AttributeError as e: print(e)
print(ExceptionGroup[int])
def g():
    gc.disable(); gc.collect()
    c = gc.get_count()
    try: raise ExceptionGroup("x", [ValueError(1), TypeError(2)])
    except* ValueError as e: a = gc.get_count()
    except* TypeError as e: b = gc.get_count()
    return [y - x for x, y in zip(c, a)], [y - x for x, y in zip(c, b)]
print(g())
try: 
    exec("def f():\n for x in y:\n  try: pass\n  except* ValueError: break")
except SyntaxError as e: print(e.msg if hasattr(e, 'msg') else e)
def leaf(e):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions: yield from leaf(x)
    else: yield e
print(list(leaf(eg)))
'''
if sys.version_info >= (3, 11):
    exec(SOURCE, {'__name__': '__main__'})
