class Dyn:
    pass
Dyn.__del__ = lambda self: print("added later")
y = Dyn()
del y
class Dyn2:
    pass
x = Dyn2()
Dyn2.__del__ = lambda self: print("added later 2")
del x
y = Dyn2()
del y
del Dyn2.__del__
z = Dyn2()
del z
class Dyn3:
    pass
x = Dyn3()
x.__del__ = 3
Dyn3.__del__ = lambda self: print("added later 3")
y = Dyn3()
del y


class Base:
    pass


class Derived(Base):
    pass


d = Derived()
Base.__del__ = lambda self: print("of the base, for", type(self).__name__)
del d
Derived.__del__ = lambda self: print("of its own")
d = Derived()
del Derived.__del__
del d
d = Derived()
del Base.__del__
del d
