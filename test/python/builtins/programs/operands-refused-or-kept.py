for args in ((1j,2,7),(5,1j,7),(5,2,1j),(2.0,2,7),(2.0,1j,7),(1j,2.0,7),(3,2.0,1j),(3,2,2.0),('a',1j,2),(1j,'a',2),(True,1j,2),(1j,1,None), (2,-1,1j)):
    try: print(args, pow(*args))
    except Exception as e: print(args, type(e).__name__, e)
class C2(str):
    def __str__(self): return 'S'
o = C2('12345')
print(f'{o:>5}', f'{o:>6}', f'{o:3}', f'{o:.5}', f'{o:.4}', format(o, '<5') is o, '{:>5}'.format(o), f'a{o:>5}')
class Meta(type):
    def __getattr__(cls, name): return name * 2
class C(metaclass=Meta): pass
try: C[2]
except TypeError as e: print(e)
class Meta2(type):
    def __getattribute__(cls, name):
        if name == '__class_getitem__': return lambda k: ('got', k)
        return super().__getattribute__(name)
class D(metaclass=Meta2): pass
print(D[3])
b = bytearray(b'abc')
for f in (lambda: b.__iadd__(b), lambda: b.extend(b), lambda: b.__imul__(2), lambda: b.__iadd__(memoryview(b))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(b)
m = memoryview(b)
for f in (lambda: b.append(1), lambda: b.__iadd__(b'x'), lambda: b.__iadd__(b''), lambda: b.pop(), lambda: b.clear(), lambda: b.insert(0, 1), lambda: b.__setitem__(slice(0, 1), b'xx'), lambda: b.remove(97), lambda: b.reverse(), lambda: b.extend(b''), lambda: b.extend(b'k'), lambda: b.__imul__(1), lambda: b.__imul__(3), lambda: b.__setitem__(slice(0,0), b), lambda: b.__delitem__(0)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(b)
x = bytearray(b'q')
x[0:0] = x
print(x)
