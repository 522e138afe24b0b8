import tracemalloc
keep=[bytearray(10) for i in range(100)]
tracemalloc.start()
keep=[bytearray(10) for i in range(100)]
a=tracemalloc.get_traced_memory()
s=tracemalloc.take_snapshot()
b=tracemalloc.get_traced_memory()
s2=tracemalloc.take_snapshot()
c=tracemalloc.get_traced_memory()
s3=tracemalloc.take_snapshot()
tracemalloc.stop()
print(a,b,c)
for x in s3.statistics("lineno")[:10]: print(str(x).rsplit("/", 1)[-1])
