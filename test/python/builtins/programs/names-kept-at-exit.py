"""A hook that is still in place keeps the names until there is nothing left to print to."""
import gc
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Upper:
    def write(self, text):
        sys.__stdout__.write(text.upper())


gc.disable()
loose = Noisy("loose")
loose.me = loose
del loose
a = Noisy("a")
sys.stdout = Upper()
print("to somewhere else")
sys.stdout = None
print("to nowhere")
del sys.stdout
try:
    print("to nothing")
except RuntimeError as error:
    sys.stdout = sys.__stdout__
    print("RuntimeError:", error)
sys.unraisablehook = lambda told: print("hook", told.exc_value)
print("end")
