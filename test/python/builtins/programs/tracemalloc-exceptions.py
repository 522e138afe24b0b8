import gc
import tracemalloc

errors = []


def parse(text):
    try:
        return int(text)
    except ValueError as e:
        errors.append(e)
        return None


def parse_clean(text):
    try:
        return int(text)
    except ValueError as e:
        errors.append(str(e))
        return None


def work(func, n):
    buffer = bytes(1000)
    return [func("abc%d" % i) for i in range(n)]


work(parse, 100); work(parse_clean, 100)
errors.clear()
gc.collect()
tracemalloc.start()
work(parse, 50)
s1 = tracemalloc.take_snapshot()
errors.clear()
gc.collect()
work(parse_clean, 50)
s2 = tracemalloc.take_snapshot()
tracemalloc.stop()
own = [tracemalloc.Filter(True, __file__)]
for s in (s1, s2):
    for x in s.filter_traces(own).statistics("lineno"):
        if x.size > 400:
            print(x.traceback[0].lineno, x.size, x.count)
    print("-")
