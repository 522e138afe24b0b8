"""What the loop does by itself, and what it must leave to others: see src/python/eval/dispatch.ts."""
import gc, sys


def arithmetic():
    for a in (7, -7, 0, 2**52, -(2**52), 2**53 - 1, 2**60):
        for b in (3, -3, 1, 2**31, -(2**31), 2**40 + 1):
            print(a + b, a - b, a * b, a // b, a % b, a / b, a & b)
    print(-4 % 2, -4.0 % 2, 0 * -1, 0.0 * -1, (-0.0) + 0, 5 ** 2, (-3) ** 2, (2**40) ** 2, 0.5 ** 2, True + True, True * 2.5)
    for a in (1, 2.5, True, float('nan'), 2**70):
        for b in (1, 2.5, float('inf'), 2**70):
            print(a < b, a <= b, a == b, a != b, a > b, a >= b, end=' ')
    print()
    for bottom in (0, 0.0):
        for operator in (lambda: 1 / bottom, lambda: 1 // bottom, lambda: 1 % bottom):
            try:
                operator()
            except ZeroDivisionError as error:
                print(error)


x = 1


def reads():
    return x


def names():
    global x
    seen = []
    for step in range(6):
        if step == 2:
            del x
        if step == 3:
            globals().update({'p%d' % at: at for at in range(40)})
            x = 'again'
        if step == 4:
            globals()['len'] = lambda _: 'mine'
        if step == 5:
            del globals()['len']
        try:
            seen.append((reads(), len(seen)))
        except NameError as error:
            seen.append(str(error))
    print(seen)


class A:
    kind = 'class'

    def name(self):
        return 'A.name'


class B(A):
    __slots__ = ('slot',)


class Data:
    def __get__(self, one, owner):
        return 'descriptor'

    def __set__(self, one, value):
        print('set', value)


def asks(one):
    return one.name(), one.kind


def stores(one, value):
    one.kind = value


def attributes():
    a, b, other = A(), B(), A()
    other.name = lambda: 'own'
    for one in (a, b, other, a):
        print(asks(one), end=' ')
    stores(a, 'instance')
    print(asks(a), asks(b))
    A.name = lambda self: 'changed'
    print(asks(a), asks(other))
    A.kind = Data()
    stores(a, 'refused')
    print(asks(a), a.__dict__)
    del A.kind
    print(asks(a))
    kind = type('C', (A,), {'kind': 'other', 'name': lambda self: 'C.name'})
    a = kind()
    stores(a, 'of c')
    print(asks(a))
    del a.kind
    print(asks(a))
    a.__dict__['name'] = lambda: 'by dict'
    print(asks(a))


class Dropped:
    def __init__(self, back):
        self.back = back

    def __del__(self):
        self.back.append(twice(len(self.back)))


def twice(n):
    held = Dropped([]) if n < 0 else n
    return n + n if n >= 0 else held


def fails(n):
    local = [n]
    if n % 3 == 0:
        raise ValueError(local)
    return local


def numbers(n):
    for at in range(n):
        yield twice(at)


def frames():
    seen = []
    for at in range(8):
        try:
            seen.append(fails(at))
        except ValueError as error:
            seen.append(error.__traceback__.tb_next.tb_frame.f_locals['local'])
    print(seen)
    log = []

    def drops():
        local = Dropped(log)
        return twice(len(log))

    print([drops() for _ in range(4)], log)
    first, second = numbers(4), numbers(4)
    print([next(first) + next(second) for _ in range(4)], twice(21))
    print(sys.getrefcount(log), sys.getrefcount(drops))


def items():
    row, pair = [1, 2, 3], (4, 5)
    print(row[0], row[-1], pair[-2], row[True], pair[False])
    for sequence, at in ((row, 3), (row, -4), (pair, 2), (row, 2**70)):
        try:
            print(sequence[at])
        except IndexError as error:
            print(error)
    print([bool(one) for one in (0, 1, True, False, 2**70, -1)], [1 if one else 0 for one in (0, 2**70, [], 'a', None, 0.0)])


arithmetic()
names()
attributes()
frames()
items()
gc.collect()
