import sys
from functools import total_ordering


@total_ordering
class Money:
    __slots__ = ("amount", "currency")
    made = 0

    def __init__(self, amount, currency="EUR"):
        self.amount = amount
        self.currency = currency
        Money.made += 1

    def __repr__(self):
        return f"Money({self.amount!r}, {self.currency!r})"

    def __str__(self):
        return f"{self.amount:.2f} {self.currency}"

    def __format__(self, spec):
        if spec.endswith("c"):
            return f"{self.amount:{spec[:-1]}}{self.currency}"
        return format(str(self), spec)

    def __add__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.amount + other.amount, self.currency)

    __radd__ = lambda self, other: self if other == 0 else NotImplemented

    def __sub__(self, other):
        return Money(self.amount - other.amount, self.currency)

    def __mul__(self, n):
        return Money(self.amount * n, self.currency)

    __rmul__ = __mul__

    def __neg__(self):
        return Money(-self.amount, self.currency)

    def __abs__(self):
        return self if self.amount >= 0 else -self

    def __eq__(self, other):
        return isinstance(other, Money) and (self.amount, self.currency) == (other.amount, other.currency)

    def __lt__(self, other):
        return self.amount < other.amount

    def __hash__(self):
        return hash((self.amount, self.currency))

    def __bool__(self):
        return bool(self.amount)

    def __iadd__(self, other):
        self.amount += other.amount
        return self

    def __round__(self, n=0):
        return Money(round(self.amount, n))

    def __float__(self):
        return float(self.amount)

    def __int__(self):
        return int(self.amount)

    def __index__(self):
        return int(self.amount)

    def __divmod__(self, n):
        return divmod(self.amount, n)

    def __floordiv__(self, n):
        return self.amount // n

    def __matmul__(self, other):
        return ("matmul", other)

    def __invert__(self):
        return "inverted"

    def __contains__(self, x):
        return x in str(self)

    def __getitem__(self, key):
        return key

    def __call__(self, *args, **kw):
        return args, kw

    def __len__(self):
        return 3


m, n = Money(5), Money(7.5)
print(m + n, sum([m, n]), n - m, m * 2, 3 * m, -m, abs(-n), m == Money(5), m != n, m < n, m >= n, max(m, n), sorted([n, m]))
print(hash(m) == hash(Money(5)), {m: 1}[Money(5)], bool(Money(0)), round(Money(1.234), 1), float(m), int(n), [1, 2, 3, 4, 5, 6][m], divmod(m, 3), n // 2)
print(f"{m} {m!r} {m:>12} {n:08.1fc} {m!s:*^10}", m @ 1, ~m, "EUR" in m, m[1:2], m[::2, ...], m[m], m(1, k=2), len(m))
keep = m
m += n
print(m is keep, m, sys.getrefcount(m), Money.made)
m = m + n
print(m is keep, sys.getrefcount(keep), Money.made)
for bad in (lambda: m + 5, lambda: 5 + m, lambda: m - 5, lambda: m << 1, lambda: 1 << m, lambda: m ** 2, lambda: m < 5, lambda: m @ m and m & m,
            lambda: setattr(m, "x", 1), lambda: m.__dict__, lambda: divmod(3, m), lambda: pow(m, 2, 3), lambda: iter(m) and next(iter(m)), lambda: reversed(m) and 1,
            lambda: complex(m), lambda: hex(m), lambda: "%d" % m, lambda: "%x" % m, lambda: chr(m), lambda: "a" * m, lambda: [0] * Money(2), lambda: range(m)):
    try:
        print(bad(), end="; ")
    except Exception as e:
        print(type(e).__name__, e)


class Vec(tuple):
    def __new__(cls, *xs):
        return super().__new__(cls, xs)

    def __add__(self, other):
        return Vec(*(a + b for a, b in zip(self, other)))

    def __getattr__(self, name):
        try:
            return self["xyz".index(name)]
        except ValueError:
            raise AttributeError(name) from None


v = Vec(1, 2, 3)
print(v + v, v.y, v.z, len(v), v[1:], type(v[1:]).__name__, v == (1, 2, 3), hash(v) == hash((1, 2, 3)))
try:
    v.w
except AttributeError as e:
    print("AttributeError:", e, e.__cause__, type(e.__context__).__name__)
