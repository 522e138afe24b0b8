"""Where infinite recursion is noticed first: what the function does besides calling itself decides the words, up to 3.11."""
import gc
import sys
import weakref

l = [1]
d = {}


class C:
    pass


class E(C):
    def m(self):
        return super().__init__()


class CM:
    def __enter__(self):
        pass

    def __exit__(self, *a):
        pass


cm = CM()
depth = 0


def tell(function):
    global depth
    depth = 0
    try:
        function(0)
    except RecursionError as error:
        print(function.__name__, error, depth)


def with_abs(n):
    global depth
    depth = n
    abs(n)
    return with_abs(n + 1)


def with_append(n):
    global depth
    depth = n
    l.append(n)
    return with_append(n + 1)


def with_cls(n):
    global depth
    depth = n
    C()
    return with_cls(n + 1)


def with_collect(n):
    global depth
    depth = n
    gc.get_count()
    return with_collect(n + 1)


def with_comp(n):
    global depth
    depth = n
    [x for x in [0]]
    return with_comp(n + 1)


def with_comparef(n):
    global depth
    depth = n
    if n == 0.5: return 1
    return with_comparef(n + 1)


def with_dict(n):
    global depth
    depth = n
    dict(a=1)
    return with_dict(n + 1)


def with_dictget(n):
    global depth
    depth = n
    d.get(1)
    return with_dictget(n + 1)


def with_enumerate(n):
    global depth
    depth = n
    for i, x in enumerate([1]): pass
    return with_enumerate(n + 1)


def with_exc(n):
    global depth
    depth = n
    try: 1/0
    except ZeroDivisionError: pass
    return with_exc(n + 1)


def with_format(n):
    global depth
    depth = n
    "%d" % n
    return with_format(n + 1)


def with_fstr(n):
    global depth
    depth = n
    f"{n}"
    return with_fstr(n + 1)


def with_genexp(n):
    global depth
    depth = n
    any(x for x in [0])
    return with_genexp(n + 1)


def with_getattr(n):
    global depth
    depth = n
    getattr(n, "real")
    return with_getattr(n + 1)


def with_hash(n):
    global depth
    depth = n
    hash(n)
    return with_hash(n + 1)


def with_id(n):
    global depth
    depth = n
    id(n)
    return with_id(n + 1)


def with_in(n):
    global depth
    depth = n
    1 in l
    return with_in(n + 1)


def with_inner(n):
    global depth
    depth = n
    def g(): pass
    g()
    return with_inner(n + 1)


def with_int(n):
    global depth
    depth = n
    int("1")
    return with_int(n + 1)


def with_isinstance(n):
    global depth
    depth = n
    isinstance(n, int)
    return with_isinstance(n + 1)


def with_isnone(n):
    global depth
    depth = n
    if l is None: return
    return with_isnone(n + 1)


def with_iter(n):
    global depth
    depth = n
    next(iter(l))
    return with_iter(n + 1)


def with_join(n):
    global depth
    depth = n
    "".join(["a"])
    return with_join(n + 1)


def with_lambda(n):
    global depth
    depth = n
    (lambda: 0)()
    return with_lambda(n + 1)


def with_len(n):
    global depth
    depth = n
    len(l)
    return with_len(n + 1)


def with_lessthan(n):
    global depth
    depth = n
    n < 5
    return with_lessthan(n + 1)


def with_list(n):
    global depth
    depth = n
    x = list(l)
    return with_list(n + 1)


def with_max(n):
    global depth
    depth = n
    max(1, 2)
    return with_max(n + 1)


def with_min(n):
    global depth
    depth = n
    min([1, 2])
    return with_min(n + 1)


def with_object(n):
    global depth
    depth = n
    object()
    return with_object(n + 1)


def with_pass(n):
    global depth
    depth = n
    return with_pass(n + 1)


def with_print(n):
    global depth
    depth = n
    print(n, end="") if n > 990 else None
    with_print(n + 1)


def with_print2(n):
    global depth
    depth = n
    print("", end="")
    with_print2(n + 1)


def with_raise(n):
    global depth
    depth = n
    try: raise ValueError(1)
    except ValueError: pass
    return with_raise(n + 1)


def with_range(n):
    global depth
    depth = n
    for i in range(1): pass
    return with_range(n + 1)


def with_refcount(n):
    global depth
    depth = n
    sys.getrefcount(n)
    return with_refcount(n + 1)


def with_repr(n):
    global depth
    depth = n
    repr(l)
    return with_repr(n + 1)


def with_reprn(n):
    global depth
    depth = n
    repr(n)
    return with_reprn(n + 1)


def with_set(n):
    global depth
    depth = n
    set(l)
    return with_set(n + 1)


def with_sorted(n):
    global depth
    depth = n
    sorted([1])
    return with_sorted(n + 1)


def with_split(n):
    global depth
    depth = n
    "a b".split()
    return with_split(n + 1)


def with_str(n):
    global depth
    depth = n
    str(n)
    return with_str(n + 1)


def with_streq(n):
    global depth
    depth = n
    "a" == "b"
    return with_streq(n + 1)


def with_sum(n):
    global depth
    depth = n
    sum([1])
    return with_sum(n + 1)


def with_super(n):
    global depth
    depth = n
    E().m()
    return with_super(n + 1)


def with_tuple(n):
    global depth
    depth = n
    tuple(l)
    return with_tuple(n + 1)


def with_type(n):
    global depth
    depth = n
    type(n)
    return with_type(n + 1)


def with_upper(n):
    global depth
    depth = n
    "a b".upper()
    return with_upper(n + 1)


def with_weakref(n):
    global depth
    depth = n
    weakref.ref(cm)
    return with_weakref(n + 1)


def with_with(n):
    global depth
    depth = n
    with cm: pass
    return with_with(n + 1)


def with_zip(n):
    global depth
    depth = n
    list(zip([1]))
    return with_zip(n + 1)


for function in (with_abs, with_append, with_cls, with_collect, with_comp, with_comparef, with_dict, with_dictget, with_enumerate, with_exc, with_format, with_fstr, with_genexp, with_getattr, with_hash, with_id, with_in, with_inner, with_int, with_isinstance, with_isnone, with_iter, with_join, with_lambda, with_len, with_lessthan, with_list, with_max, with_min, with_object, with_pass, with_print, with_print2, with_raise, with_range, with_refcount, with_repr, with_reprn, with_set, with_sorted, with_split, with_str, with_streq, with_sum, with_super, with_tuple, with_type, with_upper, with_weakref, with_with, with_zip):
    tell(function)


def nested(make, depth):
    x = make(None)
    for _ in range(depth):
        x = make(x)
    return x


def as_list(x):
    return [] if x is None else [x]


def as_tuple(x):
    return () if x is None else (x,)


def as_dict(x):
    return {} if x is None else {1: x}


for make in as_list, as_tuple, as_dict:
    for levels in (100, 400, 960, 11_000):
        x = nested(make, levels)
        try:
            print(make.__name__, levels, len(repr(x)))
        except RecursionError as error:
            print(make.__name__, levels, error)
        if make is not as_dict:
            try:
                print(x == nested(make, levels))
            except RecursionError as error:
                print(error)


def low(n):
    if n == 0:
        sys.setrecursionlimit(5)
    low(n - 1)


try:
    low(50)
except RecursionError as error:
    print(error)
