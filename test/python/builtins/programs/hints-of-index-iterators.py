class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * i

    def __len__(self):
        return 3
print(iter(Seq()).__length_hint__())
it = iter(Seq())
next(it)
import operator
print(operator.length_hint(it), list(it), it.__length_hint__(), operator.length_hint(it))
class NoLen:
    def __getitem__(self, i):
        return [1,2][i]
it = iter(NoLen())
print(it.__length_hint__(), operator.length_hint(it, 7))
class BadLen(NoLen):
    def __len__(self): raise ValueError("x")
try:
    iter(BadLen()).__length_hint__()
except ValueError as e: print(e)
try:
    list(iter(BadLen()))
except ValueError as e: print(e)
