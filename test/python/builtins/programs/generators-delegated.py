import sys
def inner(n):
    try:
        while True:
            got = yield n
            print("inner got", got)
    except ValueError as e:
        print("inner caught", e)
        yield "handled"
        return "result"
    except GeneratorExit:
        print("inner exit"); raise
    finally:
        print("inner finally")
def outer(n):
    try:
        r = yield from inner(n)
        print("outer has", r)
        yield "after"
    except KeyError as e: print("outer caught", e); yield "rescued"
    finally: print("outer finally")
g = outer(1); print(next(g), g.send("x"), g.throw(ValueError("v")), next(g)); g.close()
g = outer(2); next(g); g.close()
g = outer(3); next(g); print(g.throw(KeyError("k"))); del g
g = outer(4); next(g); del g
g = outer(5); next(g)
try: g.throw(RuntimeError("r"))
except RuntimeError as e: print("escaped", e)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self): self.n += 1; return self.n
    def send(self, v): print("It.send", v); return v
    def throw(self, *a): print("It.throw", type(a[-1]).__name__ if not isinstance(a[0], type) else a[0].__name__); return "thrown"
    def close(self): print("It.close")
def deleg(): 
    r = yield from It()
g = deleg(); print(next(g), g.send(5), g.throw(ValueError("z"))); g.close()
class Plain:
    def __iter__(self): return iter([1, 2, 3])
def deleg2():
    try: yield from Plain()
    except ValueError as e: print("deleg2 caught", e); yield "ok"
g = deleg2(); print(next(g), g.throw(ValueError("q")))
def three():
    def a():
        try: yield 1
        finally: print("a done")
    def b():
        try: yield from a()
        finally: print("b done")
    try: yield from b()
    finally: print("c done")
g = three(); next(g); g.close()
for x in three(): break
print("end")
