"""Loads that are run in one with what uses them: operands of all kinds, unset names, attributes stored while somebody looks."""
import sys


def sums(values, n):
    total = 0
    for value in values:
        for i in range(n):
            total = total + i * 2
        print(type(value).__name__, value + value, value * 2)
    return total - 1


print(sums([1, 2.5, 'ab', [1], (2,), True, 10**20, 3 + 1j], 700))


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __repr__(self):
        return f'Money({self.amount})'

    def __add__(self, other):
        return Money(self.amount + (other.amount if isinstance(other, Money) else other))

    def __radd__(self, other):
        return self + other

    def __iadd__(self, other):
        self.amount += other
        return self

    def __mod__(self, other):
        return NotImplemented


def spend(money):
    same = money
    money += 5
    more = money + money
    less = 1 + more
    return same is money, more.amount, less.amount, (money + 1).amount


print(spend(Money(3)))


def unset(kind):
    try:
        if kind == 0:
            return left + 1
        if kind == 1:
            right = 2
            return right + left
        if kind == 2:
            return 1 + left
        if kind == 3:
            return left.name
        if kind == 4:
            left.name = 1
        if kind == 5:
            left += 1
    except UnboundLocalError as error:
        return type(error).__name__
    left = 1


print([unset(kind) for kind in range(7)])


class Watcher:
    def __init__(self, owner):
        self.owner = owner

    def __del__(self):
        print('count of the owner', sys.getrefcount(self.owner))


class Owner:
    pass


def replace():
    owner = Owner()
    owner.watcher = Watcher(owner)
    owner.watcher = None
    owner.watcher = 5
    return owner.watcher


print(replace())


class Guarded:
    __slots__ = ('x',)

    @property
    def y(self):
        return 7

    @y.setter
    def y(self, value):
        print('set', value)

    def __getattr__(self, name):
        return 'no ' + name


def attributes(one):
    one.x = 1
    one.y = 2
    try:
        one.z = 3
    except AttributeError as error:
        print(type(error).__name__)
    return one.x, one.y, one.z


print(attributes(Guarded()))


def errors(a, b):
    out = []
    for work in (lambda: a + b, lambda: a % 0, lambda: a / 0, lambda: a // 0, lambda: b % a):
        try:
            out.append(work())
        except Exception as error:
            out.append(f'{type(error).__name__}: {error}')
    try:
        out.append(a % 0)
    except (ZeroDivisionError, TypeError) as error:
        out.append(str(error))
    return out


print(errors(3, 'x'), errors(2.5, 4), errors(Money(1), 2))


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def loop():
    i = Noisy('before')
    for i in range(2):
        print(i)
    for i in (Noisy(n) for n in 'ab'):
        print(i.name)
    for i in range(300, 302):
        print(i)


loop()


def big(n):
    product = 1
    for i in range(n):
        product = product * 7 % 1000003 + i
        product = product - 2**30 if product > 2**20 else product
    shifted = 2**60
    for i in range(5):
        shifted = shifted * 2 - i
    quotient = -7 // 2
    return product, shifted, quotient, -7 % 3, 7 % -3, -7.5 % 2, 5 & 3, 3**2


print(big(2000))


def fail(values):
    total = 0
    for value in values:
        total = total * 2 + value
    return total


try:
    fail([1, 2, 'three'])
except TypeError as error:
    print(error, error.__traceback__.tb_next.tb_lineno - fail.__code__.co_firstlineno)
