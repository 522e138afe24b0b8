import tracemalloc, sys
for n in (1,2,3,5,6,10,11,16,21,22,100,170,171,300,2000):
    for src in (set(range(n)), dict.fromkeys(range(n)), {str(i) for i in range(n)}, dict.fromkeys([str(i) for i in range(n)]), frozenset(range(n)), list(range(n))):
        dict.fromkeys(src)
        tracemalloc.start()
        d = dict.fromkeys(src)
        c,p = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        print(n, type(src).__name__, sys.getsizeof(d), c, p)
