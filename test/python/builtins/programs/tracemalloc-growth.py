import tracemalloc
tracemalloc.start()
data = []
prev = tracemalloc.get_traced_memory()[0]
steps = []
for i in range(100):
    data.append(None)
    now = tracemalloc.get_traced_memory()[0]
    if now != prev:
        steps.append((i, now - prev))
        prev = tracemalloc.get_traced_memory()[0]
print(steps[:3], len(steps))
d = {}
prev = tracemalloc.get_traced_memory()[0]
steps = []
for i in range(200):
    d[i] = None
    now = tracemalloc.get_traced_memory()[0]
    if now - prev > 100:
        steps.append((i, now - prev))
    prev = tracemalloc.get_traced_memory()[0]
print(steps)
s = set()
prev = tracemalloc.get_traced_memory()[0]
steps = []
for i in range(200):
    s.add(i)
    now = tracemalloc.get_traced_memory()[0]
    if now - prev > 100:
        steps.append((i, now - prev))
    prev = tracemalloc.get_traced_memory()[0]
print(steps)
d2 = d.copy()
print(tracemalloc.get_traced_memory()[0] - prev)
