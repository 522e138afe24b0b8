"""Peak memory of three ways to compute the same thing."""
import tracemalloc


def with_list(n):
    squares = [i * i for i in range(n)]
    return sum(squares)


def with_generator(n):
    return sum(i * i for i in range(n))


def with_map(n):
    return sum(map(lambda i: i * i, range(n)))


def with_sorted(n):
    return sorted(range(n), key=lambda i: -i)[0]


def with_set(n):
    return len({i % 100 for i in range(n)})


def with_dict(n):
    return len({i: str(i) for i in range(n)})


def peak_of(func, n):
    tracemalloc.reset_peak()
    start, _ = tracemalloc.get_traced_memory()
    func(n)
    end, peak = tracemalloc.get_traced_memory()
    return end - start, peak - start


functions = [with_list, with_generator, with_map, with_sorted, with_set, with_dict]
for func in functions:
    func(2000)
tracemalloc.start()
measured = [(func.__name__, peak_of(func, 2000)) for func in functions]
tracemalloc.stop()
for name, (kept, peak) in measured:
    print(f"{name:<15} kept {kept:>5} peak {peak:>8}")
def f(n):
    return [i ** 2 for i in range(n)]
def g(n):
    return [i ** 3 for i in range(n)]
def h(n):
    return [1.5 ** i for i in range(n)]
def k(n):
    return [2 ** i for i in range(n)]
def l(n): return [pow(i, 2, 7) for i in range(n)]
for fn in (f,g,h,k,l):
    for _ in range(3): fn(300)
    tracemalloc.start()
    x=fn(300)
    c,p=tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(fn.__name__,c,p)
