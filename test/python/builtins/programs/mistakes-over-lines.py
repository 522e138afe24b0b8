import sys
SRC = ["x = [1,\n2 3,\n4]\n", "x = [1,\n2 3,\n4]\ny = 3\n", "f(a,\n b c,\n d)\n", "x = {1: 2,\n 3 4,\n}\n", "if (x = 3 and\n  y): pass\n", "x = (\n'a'\n 'b' c\n)\n", "print(1,\n  2\n  3)\n", "def f(a,\n b=1,\n c): pass\n", "x = {\n 'a': 1\n 'b': 2\n}\n", "f(a=1,\n  2,\n)\n","(a +\n b) = 3\n", "f(\n x for x in y,\n 1)\n", "class A(x for x in y): pass","class A(B, x for x in y): pass","class A(x=1 for x in y): pass", "def f():\n  '''abc\n  x\n", "x = (1,\n 2\ndef f(): pass\n", "a = 1\nb = (2\nc = 3\nd = 4\n", "for i in [1,\n 2\n 3]: pass"]
for n, s in enumerate(SRC):
    for m in (s, s.rstrip('\n')):
        try: compile(m, 'nofile', 'exec'); print(n, 'fine')
        except SyntaxError as e: print(n, e.msg, e.lineno, e.offset, getattr(e, 'end_lineno', 0), getattr(e, 'end_offset', 0), repr(e.text) if sys.version_info >= (3, 10) else '')
def t(f):
    try: f()
    except AttributeError as e: print(e, getattr(e, 'name', 0), getattr(e, 'obj', 0).__class__)
import sys
class A:
    __slots__ = ('abc',)
    def meth(self): pass
    def __setattr__(self, n, v): object.__setattr__(self, n, v)
class B(A): __slots__ = ()
class C:
    __slots__ = 'xyz'
t(lambda: setattr([], 'append', 1)); t(lambda: setattr([], 'appen', 1)); t(lambda: setattr(A(), 'meth', 1)); t(lambda: setattr(C(), 'xyx', 1)); t(lambda: C().xyz); t(lambda: B().abc); t(lambda: delattr(C(), 'xyz')); t(lambda: delattr(C(), 'xy')); t(lambda: delattr([], 'x')); t(lambda: delattr(sys, 'zzz')); t(lambda: setattr(3, 'real', 1)); t(lambda: setattr(int, 'x', 1) if 0 else None); t(lambda: delattr(type('N', (), {})(), 'zz')); t(lambda: delattr(type('N', (), {}), 'zz')); t(lambda: setattr(t, '__globals__', 1)); t(lambda: delattr(lambda: 1, 'zzz')); t(lambda: setattr(property(), 'x', 1)); t(lambda: setattr(object(), 'x', 1)); t(lambda: delattr(object(), 'x')); t(lambda: setattr(object(), '__eq__', 1))
