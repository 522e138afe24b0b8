# What a class is asked for stays in the method cache: its name lives on, and hooks and errors get the very object that was asked for.
import gc
import sys
import tracemalloc

count = sys.getrefcount


class A:
    pass


text = "".join(["some", "thing"])
before = count(text)
sys.intern(text)
for _ in range(2):
    setattr(A, text, 1)
    print("set", count(text) - before)
    delattr(A, text)
    print("deleted", count(text) - before)

text = "".join(["other", "thing"])
before = count(text)
A.other = 1
setattr(A, text, 1)
print("set", count(text) - before)
for owner in (A, A(), A(), A):
    getattr(owner, text)
    print("read", count(text) - before)
delattr(A, text)
for owner in (A(), A, A()):
    getattr(owner, text, None)
    print("missing", count(text) - before)


class M(type):
    pass


class B(metaclass=M):
    pass


text = "".join(["third", "thing"])
before = count(text)
print(hasattr(B, text), count(text) - before)
print(hasattr(B(), text), count(text) - before)
B.x = 1
print(hasattr(B(), text), count(text) - before)
print(hasattr(sys, text), hasattr(len, text), hasattr(1, text), count(text) - before)


def read(owner):
    return owner.zork


first, second = A(), A()
before = count("zork")
first.zork = 1
print("code", count("zork") - before)
read(first)
read(first)
second.zork = 2
print("code", count("zork") - before)
A.other = 2
read(second)
print("code", count("zork") - before)
read.zork = 1
sys.zork = 1
print("code", count("zork") - before)


class Hooked:
    def __init__(self):
        object.__setattr__(self, "seen", [])

    def __getattr__(self, name):
        self.seen.append(name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        self.seen.append(name)


hooked = Hooked()
text = "".join(["hooked", "name"])
print(hasattr(hooked, text), hooked.seen[0] is text)
setattr(hooked, text, 1)
print(hooked.seen[1] is text)
try:
    getattr(A(), "".join(["no", "where"]))
except AttributeError as error:
    print(type(getattr(error, "name", None)).__name__)


def attributes(prefix, number):
    owner = A()
    for at in range(number):
        setattr(owner, prefix + str(at), at)


attributes("warm", 3)
hasattr(A(), "warm" + str(9))
gc.collect()
tracemalloc.start()
start = tracemalloc.get_traced_memory()[0]
attributes("traced", 8)
gc.collect()
print("left of attributes", tracemalloc.get_traced_memory()[0] - start)
tracemalloc.stop()
