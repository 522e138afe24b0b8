import sys
def gen(o):
    while True:
        try: yield o
        except ValueError as e: print(sys.getrefcount(e), sys.getrefcount(o))
        except KeyError: print("key"); return 5
o = []
g = gen(o); next(g)
e = ValueError("x"); print(sys.getrefcount(e))
print(g.throw(e) is o, sys.getrefcount(e))
print(g.throw(ValueError("y")) is o)
print(g.throw(ValueError) is o)
try: g.throw(KeyError)
except StopIteration as s: print(s.value, sys.getrefcount(s))
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    t = T("f")
    raise ValueError("in f")
try: f()
except ValueError as e:
    e.__traceback__ = None
    print("tb gone")
print("after")
try: f()
except ValueError as e:
    e = None
    print("name gone")
print("after 2")
try: f()
except ValueError:
    print("no name", sys.exc_info()[1])
print("after 3")
def nested():
    try: f()
    except ValueError as e:
        try: raise KeyError(1)
        except KeyError as k:
            print(k.__context__ is e, sys.getrefcount(e), sys.getrefcount(k))
        print("inner done", sys.getrefcount(e))
nested()
try:
    try: f()
    finally: print("finally", sys.exc_info()[0])
except ValueError: print("outer")
def g2():
    try: f()
    except ValueError as e:
        yield e, sys.getrefcount(e)
        yield sys.exc_info()[0]
x = g2(); print(next(x)[1]); print(sys.exc_info()[0], next(x)); del x; print("end")
