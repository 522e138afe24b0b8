import tracemalloc

tracemalloc.start()
data = [(i * 7919) % 1000 for i in range(1000)]
tracemalloc.reset_peak()
base = tracemalloc.get_traced_memory()[0]
lines = []


def step(label):
    cur, peak = tracemalloc.get_traced_memory()
    lines.append((label, cur, peak))
    tracemalloc.reset_peak()


step("start")
ordered = sorted(data)
step("sorted")
data.sort(reverse=True)
step("sort")
half = data[:500]
step("slice")
del data[500:]
step("del slice")
data.clear()
step("clear")
twice = half * 2
step("repeat")
joined = half + twice
step("concat")
back = joined[::-1]
step("reversed")
unique = set(joined)
step("set")
unique |= set(range(2000))
step("union")
counts = dict.fromkeys(unique, 0)
step("fromkeys")
copied = counts.copy()
step("copy")
copied.update({str(i): i for i in range(100)})
step("update")
ba = bytearray(7 for _ in range(1000))
step("bytearray")
ba.extend(bytes(1000))
step("extend")
bb = bytes(ba)
step("bytes")
s = bb.hex()
step("hex")
parts = s.split("0")
step("split")
tracemalloc.stop()
old = base
for label, cur, peak in lines:
    print(f"{label:<10} {cur - old:>+8} {peak - old:>8}")
    old = cur
