# A deque that is turned by more than a float tells exactly.
import collections

d = collections.deque(range(9))
for by in (2**61 + 1, -(2**61) - 3, hash('123'), 2**63 - 1, -(2**63), 5, -7):
    d.rotate(by)
    print(by, list(d))
try:
    d.rotate(2**63)
except OverflowError as e:
    print(e)
collections.deque().rotate(2**62 + 1)
