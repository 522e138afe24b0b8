import gc
gc.collect()
a = gc.get_count()
eval("b''")
b = gc.get_count()
print(b[0] - a[0])
for t in "b''", "b'a'", "b''", "''", "b'ab'", "b'' b''":
    a = gc.get_count()
    eval(t)
    b = gc.get_count()
    print(t, b[0] - a[0])
