# What compiling a text leaves in free lists that were empty before: the containers of the compiler.
import gc
gc.disable()
compile('1','','eval')
def run(kind, src):
    g = {}
    exec('pass', g)
    gc.collect()
    a = gc.get_count()[0]
    if kind == 'c':
        k = compile(src, '', 'exec')
        del k
    elif kind == 'k':
        global K
        K = compile(src, '', 'exec')
    elif kind == 'e': eval(src)
    else: exec(src, g)
    b = gc.get_count()[0]
    return b - a
SRCS = [
('c', 'pass'), ('k', 'pass'), ('c', '1'), ('c', 'a'), ('c', 'a = 1'), ('c', 'a = 1.5'), ('c', 'a = 1.5; b = 1.5; c = True'), ('c', 'a = (1, 2)'), ('c', 'a = (1, 2.5, (3, True))'), ('c', 'a = [1, 2, 3]'), ('c', 'a in {1, 2, 3}'),
('c', 'a.b.c'), ('c', 'def f(): pass'), ('k', 'def f(): pass'), ('c', 'def f(): return 1\ndef g(): return 2'), ('c', 'def f(x): return x'), ('c', 'class A: pass'), ('k', 'class A: pass'), ('c', 'class A:\n x = 1\n def f(self): pass\n def g(self): return super().g()'),
('c', 'lambda x: x'), ('c', 'def f(x):\n  def g(y):\n    return x + y\n  return g'), ('k', 'def f(x):\n  def g(y):\n    return x + y\n  return g'), ('c', 'def f(x):\n  global y\n  y = 1'), ('c', '[i for i in a]'), ('c', '{i: j for i in a for j in b}'), ('c', 'x = (i for i in a)'),
('c', 'f(a=1, b=2)'), ('c', 'def f(a, b=1, *, c=2) -> int: pass'), ('c', 'def f(a: int, b: str=1, c=2): pass'), ('c', 'import a; from b import c, d'), ('c', 'try:\n  a\nexcept E as e:\n  b\nfinally:\n  c'), ('c', 'with a as b:\n  c'),
('c', 'f"{a} {b!r}"'), ('c', 'for i in range(3):\n  if i: break\nelse:\n  x'), ('c', 'b"abc"; x = b"abc"'), ('c', 'x = -0.0'), ('c', '"doc"\nx = {"a": 1, "b": 2}'), ('c', 'x = {1: 2}\ny = {**x}'), ('c', 'a, b = b, a\nd = a, 1'), ('c', 'x: int = 1'),
('e', '1'), ('e', '[1, 2]'), ('e', '(1, 2)'), ('e', '(lambda x: x + 1)(2)'), ('e', '[i for i in (1, 2)]'), ('x', 'x = 1'), ('x', 'def f(a, b): return a'), ('x', 'class A: pass'), ('x', 'class A:\n x = 1\n def f(self, a): return a\n'), ('x', 'import gc'),
('x', 'def __create_fn__(a, MISSING):\n def __init__(self, x:a, y:a=MISSING)->None:\n  self.x = x\n  self.y = y\n return __init__'),
('c', 'def f(a):\n return [i for i in a]'), ('c', 'def f(a):\n return [lambda: i for i in a]'), ('c', 'def f(a):\n i = 1\n return [i for i in a]'),('c', 'def f(a):\n i = 1\n return [i for i in a], lambda: i'), ('c', 'class A:\n x = [i for i in a]'), ('c', '[lambda: i for i in a]'), ('c', '[i for i in a]; [i for i in b]'), ('c', 'i = 1; [i for i in a]'), ('c', 'def f(a):\n return [b for i in a for b in [j for j in i]]'),
('c', 'def f(a):\n yield a'), ('c', 'async def f(a):\n await a'), ('c', 'def f(a):\n def g():\n  return [a for i in a]'),
('c', '@dec\ndef f(a): pass'), ('c', '@dec(a=1)\nclass A(B, metaclass=C): pass'), ('c', 'if a: b\nelif c: d\nelse: e'), ('c', 'while a: b()'), ('c', 'print(1, 2, sep="")'), ('c', 'x[1:2]'), ('c', 'x[1:2] = 3'), ('c', 'del x, y'), ('c', 'assert a, "b"'), ('c', 'raise E from None'), ('c', 'global x\nx = 1'), ('c', 'x = lambda a, *b, c=1, **d: (a, b, c, d)'), ('c', 'a if b else c'), ('c', 'not a and b or c'), ('c', 'x = a < b < c'), ('c', 'x += 1'), ('c', 'x = 1 + 2'), ('c', 'x = "a" "b"'), ('c', 'def f():\n "doc"\n return (1, 2), (1, 2)'), ('c', 'def f(a=(1, 2), b=None): return a[0], b'), ('c', 'def f(): return 1\ndef g(): return 1\n'), ('c', 'class A:\n def f(self): pass\n def g(self): pass\n'), ('c', 'class A:\n def f(self):\n  self.x = 1\n  self.y = 2\n'), ('c', 'class A:\n __slots__ = ("a", "b")\n'), ('c', 'class A:\n  x: int\n  y: str = "a"\n'),
('c', 'async def f():\n async with a as b: pass\n async for i in b: pass\n'), ('c', 'x = {1, 2, 3}; y = {1, 2}'), ('c', 'from a import *'), ('c', 'x = [*a, *b]; f(*a, **b)'), ('c', 'f(*a, b=1)'), ('c', 'f(**a, b=1)'), ('c', 'x = 1j, 1.5, -1.5, b"a", True, None, ...'), ('c', 'def f():\n nonlocal_ = 1\n def g():\n  nonlocal nonlocal_\n  nonlocal_ = 2\n return g'),
('c', 'f"{a:>{b}}"'), ('c', 'x = "%s" % (a,)'), ('c', 'for a, b in c: pass'), ('c', 'with a, b: pass'), ('c', 'try: a\nexcept (A, B): b\n'), ('c', '(x := 1)'), ('c', 'print([y := 1, y**2])'), ('c', 'def f(x, /, y): pass'), 
('c', 'x = 10**5; y = 1000'), ('c', 'def f(self):\n try:\n  return 1\n finally:\n  x()'), ('c', 'def f(n):\n if n: return f(n - 1)\n return 0'),
('x', 'x = [i for i in range(3)]'), ('x', 'x = dict(a=1)'), ('x', 'def f(): pass\nf()'), ('x', 'try:\n raise ValueError\nexcept ValueError: pass'), ('e', 'sorted([3, 1, 2])'), ('e', '"a" + "b"'), ('e', 'sum(range(10))'), ('e', 'len("abc")'),
]
for kind, src in SRCS:
    print(kind, repr(src)[:70], run(kind, src))
