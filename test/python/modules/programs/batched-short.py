# itertools.batched: the tuple is made first and cut to what came; a short batch keeps the iterator, an empty one lets go of it.
import gc
import itertools
import sys

gc.collect()
if hasattr(itertools, 'batched'):
    b = itertools.batched('bytes', 2)
    for _ in range(4):
        print(next(b, 0), gc.get_count())
    b = itertools.batched('abcd', 2)
    for _ in range(3):
        print(next(b, 0), gc.get_count())
    print(list(itertools.batched([1, 2, 3, 4, 5, 6, 7], 3)), gc.get_count())

    def three():
        yield from range(3)

    s = three()
    b = itertools.batched(s, 2)
    print(next(b), sys.getrefcount(s))
    print(next(b), sys.getrefcount(s))
    print(next(b, None), sys.getrefcount(s))

    def failing():
        yield 1
        raise KeyError(2)

    s = failing()
    b = itertools.batched(s, 2)
    try:
        next(b)
    except KeyError as e:
        print(e, sys.getrefcount(s), gc.get_count())
    print(next(b, None), sys.getrefcount(s), gc.get_count())
else:
    print('none')
