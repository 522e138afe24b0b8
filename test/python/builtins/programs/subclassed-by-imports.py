# The first class that derives from a built-in one makes the dict of its subclasses, unless a class of an imported module did.
import gc

gc.collect()
print(gc.get_count())


class A(str):
    pass


print(gc.get_count())
import functools

gc.collect()


class B(list):
    pass


print(gc.get_count())


class C(list):
    pass


print(gc.get_count())
