# Without a function of its own the module is in no cycle: its names go one by one, and callbacks are called.
import weakref

elsewhere = {}
exec("def told(name):\n    return lambda ref: print(name, ref())", elsewhere)
told = elsewhere["told"]


class A:
    pass


a = A()
b = A()
c = [A()]
r1 = weakref.ref(a, told("a"))
r2 = weakref.ref(b, told("b"))
r3 = weakref.ref(c[0], told("c"))
early = weakref.ref(A(), told("early"))
print("end")
