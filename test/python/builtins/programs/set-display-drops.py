# What a set display holds while it is made, and what `and` and `or` ask
import sys


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        log.append((self.name, sys.getrefcount(self)))
        return 1

    def __eq__(self, other):
        log.append((self.name, sys.getrefcount(self), other.name))
        return self is other

    def __bool__(self):
        log.append((self.name, "true", sys.getrefcount(self)))
        return True

    def __del__(self):
        log.append(("del", self.name))


log = []
a, b = Key("a"), Key("b")
s = {a, b, a}
print(log)
log.clear()
s = {Key("x"), a}
print(log)
log.clear()
s = None
print(log)
log.clear()
a and b
a or b
x = a and b and a
if a and b:
    log.append("both")
while a or b:
    break
print(log)
log.clear()
try:
    s = {Key("kept"), [], Key("never hashed")}
except TypeError as e:
    log.append(str(e))
print(log)
