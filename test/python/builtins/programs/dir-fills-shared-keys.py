import sys
def case(label, f):
    class P:
        def __init__(self, x, y):
            self.x = x
            self.y = y
    keep = f(P)
    print(label, sys.getsizeof(vars(P(1,2))))
def a(P):
    q = P(1, 2); q.z = 5; return q
def b(P):
    q = P(1, 2); dir(q); q.z = 5; return q
def c(P):
    p = P(1, 2); q = P(1, 2); q.z = 5; return q
def d(P):
    p = P(1, 2); dir(p); q = P(1, 2); q.z = 5; return q
def e(P):
    p = P(1, 2); dir(p); return p
def f(P):
    p = P(1, 2); dir(p); dir(p); p.z = 1; return p
def g(P):
    p = P(1, 2); vars(p).copy(); p.z = 1; return p
def h(P):
    p = P(1, 2); c= vars(p).copy(); c["w"]=1; p.z = 1; return p
for l, fn in list(globals().items()):
    if len(l) == 1: case(l, fn)
def test(label, touch):
    class P:
        cls = 1
        def __init__(self, x, y):
            self.x = x
            self.y = y
        def m(self):
            return self.x
    p = P(1, 2)
    s0 = sys.getsizeof(vars(p))
    touch(p)
    q = P(1, 2)
    print(label, s0, sys.getsizeof(vars(p)), sys.getsizeof(vars(q)))
test("none", lambda o: None)
test("dir", dir)
test("dircls", lambda o: dir(type(o)))
test("vars", vars)
test("copy", lambda o: vars(o).copy())
test("copyset", lambda o: vars(o).copy().update(k=1))
test("copyupd", lambda o: vars(o).copy().update({"k":1, "l":2}))
test("dict()", lambda o: dict(vars(o), k=1))
test("update", lambda o: vars(o).update(k=1))
test("update2", lambda o: vars(o).update({"k":1}))
test("setitem", lambda o: vars(o).__setitem__("k",1))
test("setdefault", lambda o: vars(o).setdefault("k",1))
test("setattr", lambda o: setattr(o, "k",1))
test("|", lambda o: vars(o) | {"k": 1} if sys.version_info > (3,9) else 0)
test("{**}", lambda o: {**vars(o), "k": 1})
test("copycopy", lambda o: __import__("copy").copy(o))
