import gc
import sys


class ConfigError(Exception):
    def __init__(self, key, *args):
        super().__init__(key, *args)
        self.key = key


class Payload:
    def __init__(self, tag):
        self.tag = tag

    def __del__(self):
        print("  freed", self.tag)


def parse(text):
    payload = Payload(text)
    try:
        return int(text)
    except ValueError as error:
        raise ConfigError(text, "bad number") from error


def load(texts):
    total = 0
    for text in texts:
        try:
            total += parse(text)
        except (ConfigError, KeyError) as error:
            print("  caught", error.args, type(error.__cause__).__name__, error.__suppress_context__)
            total -= 1
        else:
            print("  fine", text)
        finally:
            print("  next")
    return total


print("total:", load(["1", "x", "3"]))

try:
    parse("y")
except ConfigError as e:
    kept = e
print("kept:", kept.key, sys.getrefcount(kept), sys.getrefcount(kept.__cause__))
print("context is cause:", kept.__context__ is kept.__cause__, kept.__cause__.args)
tb = kept.__traceback__
depth = 0
while tb:
    depth += 1
    names = sorted(tb.tb_frame.f_locals)
    print("  frame", tb.tb_frame.f_code.co_name, names if depth > 1 else len(names) > 3)
    tb = tb.tb_next
kept.__traceback__ = None
print("no traceback")
kept.__cause__.__traceback__ = None
print("no traceback in the cause")
del kept


def chain():
    try:
        try:
            {}["k"]
        except KeyError as k:
            raise IndexError("second") from k
    except IndexError as i:
        raise RuntimeError("third") from None


try:
    chain()
except RuntimeError as r:
    print(r, r.__cause__, repr(r.__context__), repr(r.__context__.__cause__), r.__suppress_context__)
    first = r.__context__.__cause__
print(repr(first), first.__traceback__ is not None)
for cause in (ValueError, ValueError("made"), 5, None, "text"):
    try:
        raise OSError("outer") from cause
    except (OSError, TypeError) as e:
        print(type(e).__name__, e, "|", repr(e.__cause__))
try:
    kept = ValueError("a")
    kept.__cause__ = 3
except TypeError as e:
    print("TypeError:", e)
try:
    kept.__context__ = "c"
except TypeError as e:
    print("TypeError:", e)
kept.__cause__ = kept
print(kept.__cause__ is kept, sys.getrefcount(kept), gc.is_tracked(kept))
gc.collect()
del kept
print("cycle:", gc.collect())
