import contextlib
import gc
import io
import sys
import warnings

gc.collect()
gc.disable()


class Raises:
    def __del__(self):
        raise ValueError("x")

    def __repr__(self):
        return "Raises"


class Pieces:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text.split(" at 0x")[0].split("/")[-1])

    def flush(self):
        self.parts.append("flushed")


class Failing:
    def write(self, text):
        raise OSError("full")


def show(text):
    for line in text.splitlines():
        if line.strip(" ^~"):
            print("  ", line.split(" at 0x")[0].split(" 0x")[0].split("/")[-1])


def report_cycle():
    gc.set_debug(gc.DEBUG_COLLECTABLE)
    loop = []
    loop.append(loop)
    del loop
    gc.collect()
    gc.set_debug(0)


buffer = io.StringIO()
with contextlib.redirect_stderr(buffer):
    gc.collect()
    Raises()
    report_cycle()
    warnings.warn("careful")
    exec("1 is 1")
show(buffer.getvalue())
pieces = Pieces()
with contextlib.redirect_stderr(pieces):
    Raises()
print(pieces.parts)
sys.stderr = Failing()
Raises()
sys.stderr = None
Raises()
sys.stderr = io.StringIO()
sys.excepthook(KeyError, KeyError("told"), None)
show(sys.stderr.getvalue())
print(sys.stderr is sys.__stderr__, sys.__stdout__ is sys.stdout)
sys.stderr = sys.__stderr__
print(sys.stderr is sys.__stderr__)
sys.stderr = sys.stdout


def deep():
    raise LookupError("at the end")


deep()
