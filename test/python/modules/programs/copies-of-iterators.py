import copy
for src in ([1, 2, 3], (1, 2, 3), "abc", "äöü", b"abc", bytearray(b"abc")):
    it = iter(src)
    next(it)
    two = copy.copy(it)
    print(type(it).__name__, next(two), next(two), list(two), next(it), list(it), list(copy.copy(it)), it.__reduce__()[1:])
    three = copy.deepcopy(iter(src))
    print(list(three), iter(src).__length_hint__())
    iter(src).__setstate__(50)
i = iter([1, 2, 3, 4]); i.__setstate__(2); print(list(i))
print(copy.copy(5 .__add__)(2))
