"""Building strings: join, format, +=, %."""
import tracemalloc

N = 400


def by_join(n):
    return "".join([str(i) for i in range(n)])


def by_gen_join(n):
    return ",".join(str(i) for i in range(n))


def by_plus(n):
    s = ""
    for i in range(n):
        s += str(i)
    return s


def by_format(n):
    return ["{:>5}|{}".format(i, i * 2) for i in range(n)]


def by_percent(n):
    return ["%05d-%s" % (i, "ab") for i in range(n)]


def by_fstring(n):
    return [f"{i:>5}|{i!r}" for i in range(n)]


funcs = [by_join, by_gen_join, by_plus, by_format, by_percent, by_fstring]
for f in funcs:
    f(N)
out = []
tracemalloc.start()
for f in funcs:
    tracemalloc.clear_traces()
    result = f(N)
    current, peak = tracemalloc.get_traced_memory()
    snap = tracemalloc.take_snapshot()
    out.append((f.__name__, current, peak, snap))
    del result
tracemalloc.stop()
for name, current, peak, snap in out:
    own = snap.filter_traces([tracemalloc.Filter(True, __file__)])
    print(f"{name:<12} current={current:>7,} peak={peak:>7,} {[(s.traceback[0].lineno, s.size, s.count) for s in own.statistics('lineno')][:3]}")
