# __getattr__ of a metaclass or of a class of modules: the class's own reading is called by its descriptor first.
# And what an AttributeError tells of the attribute that was asked for, whoever raised it.
import gc
import traceback
import types

gc.collect()


class Meta(type):
    def __getattr__(cls, name):
        return name * 2


class C1(metaclass=Meta):
    z = 1


print(gc.get_count())
C1.foo
print(gc.get_count())
C1.foo
print(gc.get_count())
try:
    C1[1]
except Exception as exc:
    print(exc)
print(gc.get_count())


class Refusing(type):
    def __getattr__(cls, name):
        print('asked', name)
        raise AttributeError(name)


class C2(metaclass=Refusing):
    z = 1


try:
    C2.foo
except AttributeError as exc:
    print(exc)
print(getattr(C2, 'bar', 3), hasattr(C2, 'z'))


class M(types.ModuleType):
    def __getattr__(self, name):
        return name * 2


m = M('x')
print(m.uvw, gc.get_count())
print(m.uvw, gc.get_count())


def show(f):
    try:
        f()
    except AttributeError as e:
        print(e, getattr(e, 'name', '-'), type(getattr(e, 'obj', '-')))


class A:
    pass


a = A()
show(lambda: object.__getattribute__(a, 'x'))
show(lambda: a.__getattribute__('x'))
show(lambda: type.__getattribute__(A, 'x'))
show(lambda: getattr(a, 'x'))
show(lambda: A.x)


class B:
    def __getattribute__(self, name):
        return super().__getattribute__(name)


show(lambda: B().x)


class B:
    def __getattr__(self, name):
        raise AttributeError(name)


show(lambda: B().x)


class B:
    def __getattr__(self, name):
        return object().foo


show(lambda: B().x)


class B:
    __slots__ = ('u',)

    @property
    def p(self):
        raise AttributeError('q')


show(lambda: B().u)
show(lambda: B().p)
show(lambda: B.u.__get__(B()))
show(lambda: delattr(B(), 'u'))
show(lambda: setattr(B(), 'p', 1))
show(lambda: super(B, B()).zzz)
show(lambda: B().zzz())


class Near:
    value = 1

    def __getattr__(self, name):
        raise AttributeError(f'no {name} here')


print(type.__getattribute__, super.__getattribute__, object.__getattribute__)
try:
    Near().valeu
except AttributeError as exc:
    print(traceback.format_exception_only(type(exc), exc))
