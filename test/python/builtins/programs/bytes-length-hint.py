class It:
    def __init__(self, items, hint=None): self.items = iter(items); self.hint = hint
    def __iter__(self): print('iter'); return self
    def __next__(self):
        i = next(self.items)
        print('next', i)
        return i
    def __length_hint__(self):
        print('hint', self.hint)
        if isinstance(self.hint, Exception): raise self.hint
        return self.hint
class Sized:
    def __init__(self, n): self.n = n
    def __len__(self): print('len'); return 3
    def __getitem__(self, i):
        print('getitem', i)
        if i >= self.n: raise IndexError
        return i
for make in (lambda f: f(It([1, 300, 2], 5)), lambda f: f(It([1, 'a', 2], 0)), lambda f: f(It([1], ValueError('v'))), lambda f: f(It([1], TypeError('v'))),
             lambda f: f(It([1], 'a')), lambda f: f(It([1], -1)), lambda f: f(It([], NotImplemented)), lambda f: f(Sized(5)), lambda f: f(It([1], 2**100)), lambda f: f(It([1], 2**62)), lambda f: f(It([1, 2, 3], 2))):
    for f in bytes, bytearray, bytearray(b'ab').extend, lambda x: bytearray(b'a').__iadd__(x), b','.join:
        try: print(make(f))
        except Exception as e: print(type(e).__name__, e)
b = bytearray(b'ab')
def gen():
    yield 1
    print(b)
    yield 2
    b.append(3)
    yield 4
b.extend(gen())
print(b, b.__alloc__())
b.extend(It([1, 2, 3], 50))
print(b, b.__alloc__())
b = bytearray()
b.extend(iter([1]*40))
print(b.__alloc__())
b = bytearray(b'x')
b.extend(Sized(3))
print(b.__alloc__())
b = bytearray(b'x')
b.extend([1, 2, 3])
print(b.__alloc__())
b.extend((n for n in range(45)))
print(b.__alloc__())
class L(list):
    def __len__(self): print('len'); return 100
    def __iter__(self): print('iter'); return iter([7])
class B:
    def __bytes__(self): print('bytes'); return b'q'
    def __iter__(self): return iter([65])
for f in bytes, bytearray, bytearray(b'ab').extend:
    print(f(L([1, 2])), f(B()))
