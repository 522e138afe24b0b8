class C0(set):
    def __getitem__(self, key):
        if key > 1: raise IndexError
        return key
c = C0({1, 2})
print(type(reversed(c)).__name__)
print(list(reversed(c)))
class D(dict):
    __reversed__ = None
try: reversed(D())
except TypeError as e: print(e)
class S:
    def __len__(self): return 2
    def __getitem__(self, i): return i * 2
print(list(reversed(S())))
class N:
    def __len__(self): return 2
try: reversed(N())
except TypeError as e: print(e)
class M(dict):
    def __getitem__(self, i): return i * 2
try: print(type(reversed(M(a=1))).__name__)
except TypeError as e: print(e)
