# A list that is stored into a slice of itself is copied first.
import gc

gc.collect()
v = [1, [2], 3]
v[:] = v
print(v, gc.get_count())
v[1:2] = v
print(v, gc.get_count())
v[::-1] = v
print(v, gc.get_count())
v.__setitem__(slice(0, 1), v)
print(v, gc.get_count())
