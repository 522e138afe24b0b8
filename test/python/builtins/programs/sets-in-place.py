s = {1, 2, 3}
s |= {4}; print(s); s &= {2, 3, 4}; print(s); s ^= {9}; print(s); s -= {2}; print(s)
s = {2, 3, 4}; s ^= {9}; print(s)
s = {2,3,4}; print(s ^ {9}, s.symmetric_difference([9]), list(s & {4, 3, 9}))
t = set(range(10)); t &= {3, 9, 1}; print(t); t.intersection_update([9, 3]); print(t)
import sys
print(sys.getsizeof(s), sys.getsizeof(t))
