import gc, tracemalloc
big = 2 ** 40 + 12345
b3 = 2 ** 70 + 12345
b4 = 2 ** 100
one = 1
def size(op):
    op(); op()
    gc.collect()
    tracemalloc.start()
    a = tracemalloc.get_traced_memory()[0]
    x = op()
    b = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return b - a
def row(label, *ops):
    print(label, [size(op) for op in ops])
row("sub", lambda: big - (big - 1000), lambda: b3 - (b3 - 1000), lambda: b3 - big, lambda: b3 - (b3 - big), lambda: big - 5, lambda: -big + b3)
row("add", lambda: big + 1000, lambda: b3 + -b3 + 1000, lambda: 1000 + one, lambda: 2 ** 29 + 2 ** 29 * one, lambda: b3 + b3)
row("lshift", *[lambda n=n: one << n for n in (5, 9, 10, 28, 29, 30, 31, 59, 60, 61, 89, 90, 91, 100, 120, 1000)])
row("lshift2", *[lambda n=n: big << n for n in (0, 1, 5, 18, 20, 30, 31, 60, 61, 89, 90, 91, 100, 120, 1000)], *[lambda n=n: -big << n for n in (0, 1, 30, 31)])
row("rshift", *[lambda n=n: b4 >> n for n in (0, 1, 5, 10, 11, 20, 29, 30, 40, 41, 45, 60, 61, 69, 70, 71, 80, 90, 91)], *[lambda n=n: -b4 >> n for n in (0, 1, 30, 31, 60, 70, 80, 90)])
row("floordiv", *[lambda n=n: b4 // n for n in (3, 1000, 2 ** 20, 2 ** 29, 2 ** 31, 2 ** 45, big, b3, 2 ** 60, 2 ** 89, 2 ** 91)])
row("floordiv neg", *[lambda n=n: -b4 // n for n in (3, 1000, 2 ** 20, 2 ** 29, 2 ** 31, 2 ** 45, big, b3, 2 ** 60, 2 ** 89, 2 ** 91)])
row("mod", *[lambda n=n: b4 % n for n in (3000, 100000, 2 ** 20 - 1, 2 ** 29 - 1, 2 ** 31 - 5, 2 ** 45 - 1, big, b3, 2 ** 60 - 1, 2 ** 89 - 1, 2 ** 91 - 1)])
row("mod neg", *[lambda n=n: -b4 % n for n in (3000, 100000, 2 ** 20 - 1, 2 ** 29 - 1, 2 ** 31 - 5, 2 ** 45 - 1, big, b3, 2 ** 60 - 1, 2 ** 89 - 1, 2 ** 91 - 1)])
row("and", lambda: b3 & big, lambda: b3 & 0xffff, lambda: b4 & b3, lambda: big & 4095, lambda: -big & b3, lambda: b3 & -1, lambda: -b3 & -big, lambda: 100000 & 65535)
row("or", lambda: b3 | big, lambda: b3 | 0xffff, lambda: b4 | b3, lambda: big | 4095, lambda: -big | b3, lambda: b3 | -1, lambda: -b3 | -big, lambda: 100000 | 65535)
row("xor", lambda: b3 ^ big, lambda: b3 ^ 0xffff, lambda: b4 ^ b3, lambda: big ^ big + 1000, lambda: -big ^ b3, lambda: b3 ^ -1, lambda: -b3 ^ -big, lambda: 100000 ^ 65535)
row("unary", lambda: -big, lambda: ~big, lambda: +big, lambda: abs(-b3), lambda: -1000 * one, lambda: ~1000 * one, lambda: ~b3, lambda: ~-b3)
row("pow", *[lambda n=n: (one + 1) ** n for n in (9, 10, 20, 29, 30, 40, 59, 60, 61, 89, 90, 100, 1000)], lambda: (one + 9) ** 5, lambda: big ** 2, lambda: pow(big, 3, b3), lambda: pow(7, 1000, 10 ** 9))
row("mul", lambda: big * big, lambda: big * 3, lambda: one * big, lambda: 0 * big, lambda: 100000 * 100000 * one, lambda: 1000 * 1000 * one, lambda: b3 * -b3)
row("int()", lambda: int("1000"), lambda: int("1" * 10), lambda: int("1" * 20), lambda: int("1" * 50), lambda: int(1e10), lambda: int(1e20), lambda: int(2.5e5), lambda: int("ff" * 10, 16), lambda: int("1" * 100, 2), lambda: int.from_bytes(b"x" * 10, "big"), lambda: int(b"123456789012"), lambda: int.from_bytes(b"abc", "little"), lambda: round(1e15), lambda: hash("abc"), lambda: id(one))
row("divmod", lambda: divmod(b4, 1000), lambda: divmod(big, 7), lambda: divmod(10 ** 5, 300), lambda: divmod(-b4, big))
n = 12345 * one
print(n % big is n, n % -big is n, -n % big is n, divmod(n, big)[1] is n, n % 20000 is n, big % b3 is big, (-n) % -big == -n, 5 % big is 5, True % big is True)
n %= big
x = [i * 1000 % big for i in range(1, 5)]
print(n, x, big % 2, 10 ** 12 % (2 ** 31), (7 * big) // big, 2 ** 31 % -7, -(2 ** 31) % 7, -(2 ** 31) // 7)
