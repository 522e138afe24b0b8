# What wrong arguments of built-in methods say, and operators between unlike things.
def t(*exprs):
    for e in exprs:
        try: print(e, "=>", eval(e))
        except Exception as x: print(e, "=>", type(x).__name__, x)
t("'abc'.count()", "'abc'.find()", "'a'.startswith()", "'a'.index('a', 1, 2, 3)", "'a'.find(z=1)", "set().union(z=1)", "'a'.replace('a')", "'a'.replace('a', 'b', 1, 2)", "b'a'.count()", "bytearray().endswith()", "b'a'.translate()", "b'a'.hex(1)", "b'a'.hex(None, 1)", "bytes.fromhex(None)", "float.fromhex(5)", "str.maketrans('a', 5)", "str.maketrans(1, 'a')", "'a'.expandtabs(None)", "'a'.splitlines(None)", "[].sort(1, 2, 3)", "[].sort(1)", "[].sort(keyy=1)", "sorted([1], reversed=True)", "int.from_bytes(None, 'big')", "int.from_bytes(b'', 5)", "(1).to_bytes(1, 5)", "(1).to_bytes(1, 2, 3, 4)")
t("1j // 1", "1 % 1j", "divmod(1j, 2)", "int(1j)", "float(1j)", "__import__('math').trunc('a')", "__import__('math').factorial('a')", "__import__('collections').deque([], 'a')", "__import__('array').array('u', [1])", "__import__('operator').index(True)", "range(True)", "int[1]", "object['x']", "type.__module__")
class Times:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
class Reflected(Times):
    def __rmul__(self, other): return ("rmul", other)
t("[1] * Times(3)", "Times(2) * 'ab'", "(1,) * Times(0)", "b'x' * Times(2)", "'a' * Reflected(2)", "Reflected(2) * 'a'", "'a' * 1.5")
from types import MappingProxyType as M
m = M({1: 2})
t("m | {3: 4}", "{0: 0} | m", "m | M({5: 6})", "m | [1]")
d = {1: 1}
d |= [(2, 3)]
d |= iter([(4, 5)])
print(d)
for x in (5, [1], "ab", None, [(1,)]):
    try: d |= x
    except Exception as e: print(type(e).__name__, e)
from collections import OrderedDict, defaultdict
o = OrderedDict(a=1); o |= [("b", 2)]; print(o)
dd = defaultdict(int, a=1); dd |= [("b", 2)]; print(dd)
L = [1, 2, 3]
for s in ("L[0:1] = 5", "L[::2] = None", "b = bytearray(b'a'); b[0] = 'x'", "print(type(__builtins__))", "exec('print(type(__builtins__))', {})"):
    try: exec(s)
    except Exception as e: print(s, "=>", type(e).__name__, e)
class Silent:
    def __repr__(self): return None
for f in (str, repr, print, format, "{}".format, "{!r}".format):
    try: f(Silent())
    except TypeError as e: print(e)
for e in (NameError("x"), AttributeError("x")):
    print([hasattr(e, n) for n in ("name", "obj")])
class Hint:
    def __init__(self, name): self.n, self.name = 3, name
    def __iter__(self): return self
    def __next__(self):
        if not self.n: raise StopIteration
        self.n -= 1
        return self.n
    def __length_hint__(self): print("hint", self.name, end="; "); return 10
list(Hint("list")), [*Hint("star")], (*Hint("tuple"),), L.extend(Hint("extend"))
L += Hint("+=")
f = lambda *a: a
print(f(*Hint("call")), f(1, *Hint("second")), L)
import sys
print([sys.getsizeof(x) for x in ([*{1, 2, 3}], [*{1: 2}], [*{1: 2}.items()], [*reversed([1, 2, 3])], [*range(5)], [*iter((1, 2))], [*map(str, "ab")], [*"abc"], [0, *{1, 2}])])
