# Built-in methods are equal when they are the same function of the same object; vars() and dir() ask the object.
import weakref
L, M = [], []
print(L.append == L.append, L.append == M.append, L.append == L.extend, (L.append,) == (L.append,), L.append is L.append, len == len, L.append != L.append, L.append in [L.append], hash(L.append) == hash(L.append), {L.append: 1}[L.append])
s, d = "a", {}
print(s.upper == s.upper, d.get == d.get, str.upper == str.upper, d.get == {}.get, L.__len__ == L.__len__, L.__len__ == M.__len__)
callbacks = [L.append, print]
callbacks.remove(L.append)
print(callbacks == [print], L.append < L.append if False else "unordered")
try: L.append < L.append
except TypeError as e: print(e)
class C: pass
c = C()
f = weakref.finalize(c, L.append, "fin")
print(f.peek()[1:3] == (L.append, ("fin",)))
class P:
    def __init__(self, t): object.__setattr__(self, "_t", t)
    def __getattribute__(self, n): return getattr(object.__getattribute__(self, "_t"), n)
class D:
    x = 1
    def __init__(self): self.y = 2
p = P(D())
print(vars(p), [n for n in dir(p) if n[0] != "_"], p.__class__.__name__, isinstance(p, D), type(p).__name__)
class G:
    __slots__ = ("a",)
    def __getattr__(self, n): return {"got": n}
print(vars(G()), [n for n in dir(G()) if n[0] != "_"])
for x in (5, [], "a", object(), None):
    try: vars(x)
    except TypeError as e: print(e)
print(sorted(vars(D))[:2], vars(type(p)).keys() >= {"__init__"})
for e in ("'a'.encode('rot13')", "b'a'.decode('base64')", "b'a'.decode('hex')", "'a'.encode('zip')", "'a'.encode('nope')", "b''.decode('hex')"):
    try: print(eval(e))
    except LookupError as x: print(type(x).__name__, x)
