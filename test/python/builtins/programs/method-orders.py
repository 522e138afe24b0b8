"""Bases that allow no method resolution order: the message names the classes of which none could come next."""


class A:
    pass


class B(A):
    pass


class E(A):
    pass


class P(B, E):
    pass


class Q(E, B):
    pass


for bases in (A, B), (P, Q), (object, A):
    try:
        type("X", bases, {})
    except TypeError as error:
        print(repr(str(error)))
