import atexit
import sys


class Step:
    def __init__(self, name, error=None):
        self.name = name
        self.error = error

    def __call__(self):
        print("step", self.name)
        if self.error:
            raise self.error(self.name)

    def __del__(self):
        print("del", self.name)


for name, error in (("plain", None), ("fails", ValueError), ("ends", SystemExit), ("last", None)):
    atexit.register(Step(name, error))
for bad in ((), (5,)):
    try:
        atexit.register(*bad)
    except TypeError as e:
        print("TypeError:", e)
print("end")
