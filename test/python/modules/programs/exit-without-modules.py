# What finalizers find when the names of the program go: no module to import, no open(), no names of sys that may hold much.
import builtins
import math
import sys


class Late:
    def __init__(self, what):
        self.what = what

    def __del__(self):
        try:
            print("->", self.what())
        except Exception as e:
            print(type(e).__name__, e)


def imports_known():
    import math
    return math


def imports_new():
    from collections import deque
    return deque


def opens():
    return open


late = [Late(imports_known), Late(imports_new), Late(opens), Late(lambda: (sys.path, sys.argv, math.floor(2.5))),
        Late(lambda: (hasattr(builtins, "added"), print.__name__, len(sys.modules), __name__))]
builtins.added = Late(lambda: ("added", hasattr(builtins, "added"), "late" in globals()))
builtins.len = lambda x: "replaced"
print(len([]))
