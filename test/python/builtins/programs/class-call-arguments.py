class M(type): pass
for c in (lambda: type(), lambda: type(1, 2), lambda: type(1, 2, 3, 4), lambda: type(1, x=1), lambda: type(x=1), lambda: type('A', 5, {}), lambda: type(5, (), {}), lambda: type('A', (), 5), lambda: M(1), lambda: M(), lambda: M('A', (), {}).__name__, lambda: type('B', (int,), {'x': 1})(5).x, lambda: int(1, 2, 3), lambda: reversed(), lambda: staticmethod(1, 2), lambda: pow(nope=1), lambda: round(nope=2), lambda: sorted([1], nope=2), lambda: object(1), lambda: [].append(), lambda: len(), lambda: M('A', (), {}, x=1)):
    try: print(c())
    except TypeError as e: print(e)
