import gc


def gen(value, *items):
    yield from items
    return value


gc.collect()
for value in (None, 5, (1,), ValueError("v"), [1]):
    print(max(gen(value), default=None), gc.get_count())
    print(list(gen(value, 1)), gc.get_count())
    print(sum(gen(value, 1, 2)), gc.get_count())
    try:
        raise KeyError
    except KeyError:
        print(tuple(gen(value, 1)), gc.get_count())
    a, b = gen(value, 1, 2)
    print(gc.get_count())
