import weakref
class A:
    def __init__(self): self.v = 1
    def __call__(self): return self.v
a = A()
class B: pass
b = B(); b.x = 1
for p, o in (weakref.proxy(a), a), (weakref.proxy(b), b):
    p.new = 5
    p.v = 6
    print(o.new, o.v, p.new, vars(o))
    del p.new
    print(hasattr(o, "new"), hasattr(p, "v"))
    try:
        del p.new
    except AttributeError as e:
        print(e)
    setattr(p, "z", 1)
    print(o.z)
    delattr(p, "z")
    print(hasattr(o, "z"))
print(weakref.proxy(a)())
