"""Exceptions, their chains and what their tracebacks keep alive."""
import gc
import sys
import weakref


class Cargo:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("   ~", self.name)


class Missing(KeyError):
    pass


def fail(depth, cargo):
    local = Cargo(f"local{depth}")
    if depth == 0:
        raise LookupError("bottom")
    return fail(depth - 1, cargo)


def frames(exc):
    tb, names = exc.__traceback__, []
    while tb is not None:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
        tb = tb.tb_next
    return names


gc.disable()
cargo = Cargo("cargo")
base = sys.getrefcount(cargo)
print("1. kept exception")
try:
    fail(2, cargo)
except LookupError as e:
    kept = e
    print("   inside", sys.getrefcount(cargo) - base)
print("   kept", sys.getrefcount(cargo) - base, frames(kept)[1:])
deep = kept.__traceback__.tb_next
print("   locals", sorted(deep.tb_frame.f_locals), sys.getrefcount(cargo) - base)
del deep
kept.__traceback__ = None
print("   no traceback", sys.getrefcount(cargo) - base, kept.args)

print("2. context and cause")
try:
    try:
        raise Missing("k")
    except KeyError as first:
        ref = weakref.ref(first)
        raise ValueError("second") from first
except ValueError as second:
    chain = second
print("  ", repr(chain.__cause__), chain.__cause__ is chain.__context__, chain.__suppress_context__)
print("   refs", sys.getrefcount(chain), sys.getrefcount(chain.__cause__))
chain.__cause__ = None
print("  ", ref() is None, repr(chain.__context__))
chain.__context__ = None
print("  ", ref() is None)

print("3. implicit")
try:
    try:
        1 / 0
    finally:
        [].pop()
except IndexError as e:
    print("  ", type(e.__context__).__name__, e.__cause__, e.__suppress_context__)
    print("   exc_info", sys.exc_info()[1] is e, sys.getrefcount(e))
print("  ", sys.exc_info())

print("4. local cycle")


def cycle():
    mine = Cargo("cyclic")
    try:
        raise RuntimeError
    except RuntimeError as e:
        saved = e
    return 1


cycle()
print("   before gc")
print("   found", gc.collect() > 0)

print("5. reraise")


def outer():
    try:
        fail(0, None)
    except LookupError:
        raise


try:
    outer()
except LookupError as e:
    print("  ", [n for n, _ in frames(e)])
print("6. suppressed")
try:
    try:
        raise KeyError("a")
    except KeyError:
        raise TypeError("b") from None
except TypeError as e:
    print("  ", repr(e.__context__), e.__cause__, e.__suppress_context__)
gc.enable()
print("end")
