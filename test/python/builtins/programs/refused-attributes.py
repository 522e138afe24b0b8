# object's own slots refuse classes; what exceptions take by keyword, and tell when they are reduced.
import copy
import gc


class A:
    pass


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e), e)


show(lambda: object.__setattr__(A, 'x', 1))
show(lambda: object.__delattr__(A, 'x'))
show(lambda: object.__setattr__(int, 'x', 1))
show(lambda: type.__setattr__(int, 'x', 1))
show(lambda: type.__setattr__(A, 'x', 1))
show(lambda: A.x)
show(lambda: type.__setattr__(A(), 'x', 1))
show(lambda: object.__setattr__(A(), 'x', 1))
show(lambda: type.__delattr__(A, 'x'))


class Meta(type):
    def __setattr__(cls, name, value):
        print('set', name)
        super().__setattr__(name, value)


class B(metaclass=Meta):
    pass


B.y = 2
print(B.y)
for given in ({'nam': 1}, {'name': 'x'}, {'obj': 3, 'x': 1}, {'name': 'a', 'obj': 3}, {'name_from': 1}):
    for c in (AttributeError, NameError, ImportError):
        try:
            e = c('w', **given)
            print(e, getattr(e, 'name', 0), e.__reduce__())
            e.more = 1
            again = copy.copy(e)
            print(getattr(again, 'name', 0), again.args, again.more)
        except TypeError as error:
            print(error)
try:
    A.missing
except AttributeError as e:
    print(e.__reduce__(), getattr(copy.copy(e), 'name', 0))
a = A()
a.x = 1
gc.collect()
try:
    a.__dict__ = 3
except TypeError as e:
    print(e)
print(gc.get_count())
class C2(Exception):
    def __del__(self): print('del')
for a in ({'x': 1},):
    try: C2(1, **a)
    except TypeError as e: print(e)
class C3(ImportError):
    def __del__(self): print('del')
try: C3(1, x=2)
except TypeError as e: print(e)
