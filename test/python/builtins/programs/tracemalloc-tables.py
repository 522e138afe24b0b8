import tracemalloc
r=[tracemalloc.get_tracemalloc_memory()]
tracemalloc.start()
r.append(tracemalloc.get_tracemalloc_memory())
x=[None]*200
for i in range(200): x[i]=object()
r.append(tracemalloc.get_tracemalloc_memory())
x=None
r.append(tracemalloc.get_tracemalloc_memory())
tracemalloc.clear_traces()
r.append(tracemalloc.get_tracemalloc_memory())
tracemalloc.stop()
r.append(tracemalloc.get_tracemalloc_memory())
print(r)
