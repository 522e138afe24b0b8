"""What gc.get_referents finds in functions, methods, cells, classes and instances."""
import builtins
import gc


def names(one):
    print([type(ref).__name__ for ref in gc.get_referents(one)])


def f(a=1, *, k=2):
    "doc"
    return a


def outer():
    x = [1]

    def inner():
        return x

    return inner


class C:
    def m(self):
        pass


class S(C):
    __slots__ = ("a", "b")


names(f)
print(sum(ref is builtins.__dict__ for ref in gc.get_referents(f)))
print(sum(ref is globals() for ref in gc.get_referents(f)))
names(outer())
names(outer().__closure__[0])
names(C().m)
names(C())
names(C)
s = S()
s.a = 1.5
names(s)
print(len(gc.get_referents(f, outer)))
