import functools
import gc
import tracemalloc

memo = {}


def fib(n):
    if n in memo:
        return memo[n]
    result = n if n < 2 else fib(n - 1) + fib(n - 2)
    memo[n] = result
    return result


@functools.lru_cache(maxsize=None)
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


@functools.lru_cache(maxsize=32)
def text(n):
    return "t" * n


fib(20); fact(20)
for i in range(64):
    text(i + 100)
memo.clear(); fact.cache_clear(); text.cache_clear()
gc.collect()
tracemalloc.start()
a = fib(90)
s1 = tracemalloc.take_snapshot()
b = fact(60)
s2 = tracemalloc.take_snapshot()
for i in range(200):
    text(i + 100)
s3 = tracemalloc.take_snapshot()
text.cache_clear()
s4 = tracemalloc.take_snapshot()
tracemalloc.stop()
own = [tracemalloc.Filter(True, __file__)]
snaps = [s.filter_traces(own) for s in (s1, s2, s3, s4)]
for i, s in enumerate(snaps):
    print(i, [(x.traceback[0].lineno, x.size, x.count) for x in s.statistics("lineno") if x.size > 300])
print(a, b % 1000007, text.cache_info(), fact.cache_info())
