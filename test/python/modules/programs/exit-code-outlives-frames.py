import atexit
import sys


class Loud:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return "ended by " + self.name

    def __del__(self):
        print("del", self.name)


def leave():
    local = Loud("local")
    sys.exit(Loud("code"))


atexit.register(print, "at exit", "__file__" in globals())
atexit.register(lambda: print("file", "__file__" in globals()))
try:
    leave()
except SystemExit as e:
    print("caught", e)
leave()
