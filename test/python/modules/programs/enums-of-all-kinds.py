import sys
from enum import *
def t(*exprs):
    for e in exprs:
        try: print(e, "->", eval(e))
        except Exception as x: print(e, "->", type(x).__name__, x)
class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W
class IF(IntFlag):
    A = 1
    B = 2
    C = 4
    AB = 3
class Plain(Enum):
    A = 1
    B = "two"
    C = (3, 4)
    D = 1
class S(str, Enum):
    X = "ex"
    Y = "why"
class I(int, Enum):
    ONE = 1
    TWO = 2
class IE(IntEnum):
    ONE = 1
    TWO = 2
class F(float, Enum):
    H = 0.5
t("Perm.R", "repr(Perm.R)", "Perm.R | Perm.X", "repr(Perm.R | Perm.X)", "Perm.RW | Perm.X", "repr(Perm(7))", "Perm(0)", "repr(Perm(0))", "~Perm.R", "repr(~Perm.R)", "~Perm(7)", "~Perm(0)", "Perm(8)", "Perm(-1)", "Perm('x')", "list(Perm)", "len(Perm)", "Perm.R in Perm.RW", "Perm.X in Perm.RW", "4 in Perm.RW", "Perm.R & Perm.RW", "Perm.R ^ Perm.RW", "bool(Perm.R & Perm.W)", "Perm.R | 1", "Perm['RW']", "Perm.RW.name", "(Perm.R | Perm.X).name", "(Perm.R|Perm.X).value", "list(Perm.RW)", "Perm.R == 4", "hash(Perm.R) == hash('R')", "Perm.R < Perm.W", "f'{Perm.R}'", "f'{Perm.RW:>12}'", "'%s' % Perm.R", "Perm.R is Perm(4)", "Perm(6) is Perm.RW", "Perm(5) is Perm(5)", "isinstance(Perm.R, Perm)", "Perm.R.__class__", "type(Perm)", "Perm", "Perm.__members__", "int(Perm.R)", "Perm.R + 1")
t("IF.A", "repr(IF.A)", "str(IF.A)", "IF.A | IF.C", "repr(IF.A | IF.C)", "IF.A | 8", "repr(IF.A | 8)", "IF(0)", "repr(IF(0))", "IF(3)", "repr(IF(7))", "str(IF(7))", "~IF.A", "repr(~IF.A)", "IF(-2)", "IF(16)", "repr(IF(16))", "IF.A + 1", "IF.A == 1", "IF.A & 1", "type(IF.A & 1)", "1 | IF.B", "IF.A < IF.B", "list(IF)", "f'{IF.A}'", "f'{IF.A:d}'", "'%s' % IF.A", "'%d' % IF.A", "hash(IF.A)", "IF.A in IF.AB", "1 in IF.AB", "IF('a')", "IF.AB.name", "(IF.A|IF.C).name", "list(IF.AB)", "sum(IF)", "IF.A ^ 3", "-IF.A", "IF.A << 2")
t("Plain.A", "repr(Plain.B)", "Plain.C.value", "Plain.D", "Plain.D is Plain.A", "list(Plain)", "Plain(1)", "Plain('two')", "Plain((3, 4))", "Plain(9)", "Plain['Z']", "Plain.Z", "Plain.A.name", "Plain.A.foo", "Plain.A.B", "Plain.A == 1", "Plain.A != Plain.B", "Plain.A < Plain.B", "Plain.A in Plain", "1 in Plain", "'zz' in Plain", "len(Plain)", "list(reversed(Plain))", "dict(Plain.__members__)", "f'{Plain.A:>10}'", "f'{Plain.A!r}'", "Plain.A + 1", "Plain.A()", "Plain.A[0]", "Plain()", "Plain(1, 2)", "bool(Plain.A)", "hash(Plain.A) == hash('A')", "{Plain.A: 1}[Plain.D]", "sorted(Plain, key=lambda p: p.name)", "sorted(Plain)", "Plain.A.value.real", "isinstance(Plain.A, Enum)", "issubclass(Plain, Enum)", "Plain.__name__", "Plain.A.__doc__", "type(Plain).__name__", "Plain.A.__objclass__", "Plain.mro()", "dir(Plain)", "dir(Plain.A)", "Plain._member_names_", "Plain._value2member_map_", "max(IE)", "next(iter(Plain))", "Plain.A is Plain['A']")
t("S.X", "repr(S.X)", "str(S.X)", "f'{S.X}'", "f'{S.X:>5}'", "'%s' % S.X", "'{}'.format(S.X)", "S.X + '!'", "S.X == 'ex'", "S('why')", "S.X.upper()", "len(S.X)", "{'ex': 1}[S.X]", "S.X in ('ex',)", "'ex' in S", "S('zz')", "''.join(S)", "sorted(S)", "hash(S.X) == hash('ex')")
t("I.ONE", "repr(I.ONE)", "str(I.ONE)", "f'{I.ONE}'", "f'{I.ONE:d}'", "f'{I.ONE:03}'", "'%s' % I.ONE", "'%d' % I.ONE", "I.ONE + 1", "I.ONE < I.TWO", "[10, 20][I.ONE]", "I(2)", "I(3)", "I.ONE == 1", "hash(I.ONE) == hash('ONE')")
t("IE.ONE", "repr(IE.ONE)", "str(IE.ONE)", "f'{IE.ONE}'", "f'{IE.ONE:d}'", "f'{IE.ONE:03}'", "'%s' % IE.ONE", "'%r' % IE.ONE", "IE.ONE + 1", "IE.ONE < IE.TWO", "IE(2)", "IE('x')", "IE.ONE == I.ONE", "hash(IE.ONE) == hash('ONE')", "max(IE)", "sum(IE)", "list(range(IE.TWO))", "json" if 0 else "IE.TWO.bit_length()", "IE.ONE.name", "IE.ONE.real", "F.H", "F.H * 2", "f'{F.H}'", "f'{F.H:.3f}'", "repr(F.H)")
for stmt in ("Plain.A = 3", "Plain.A.value = 3", "Plain.A.name = 'z'", "Plain.new = 3; print(Plain.new)", "del Plain.A", "del Plain.new", "Plain.A.extra = 1; print(Plain.A.extra)", "class X(Plain): pass", "class X(Plain): Q = 1", "class X(Enum):\n A = 1\n A = 2", "class X(Enum):\n A = 1\n def A(self): pass", "class X(Enum):\n _x_ = 1", "class X(Enum):\n mro = 1", "class X(IntEnum): A = 'a'", "class X(Enum):\n A = auto()\n B = auto()\nprint(list(X))", "class X(Enum):\n A = 'x'\n B = auto()\nprint(list(X))", "@unique\nclass X(Enum):\n A = 1\n B = 1", "class X(Enum):\n def __str__(self): return 'str!'\n A = 1\nprint(X.A, repr(X.A), f'{X.A}', f'{X.A:>8}')", "class X(Enum):\n def __repr__(self): return 'repr!'\n A = 1\nprint(X.A, [X.A])", "class X(Enum):\n def __new__(cls, v, d):\n  o = object.__new__(cls); o._value_ = v; o.d = d; return o\n A = (1, 'one')\n B = (2, 'two')\nprint(X(1), X.B.d, list(X))", "class X(Enum):\n @classmethod\n def _missing_(cls, v): return cls.A\n A = 1\nprint(X('zzz'))", "class X(Enum):\n A = lambda self: 3\n B = 2\nprint(list(X), X.A(1))", "class X(Flag):\n A = auto()\n B = auto()\n C = A | B\nprint(list(X), X.C, X.A | X.B)", "class X(Enum):\n A = 1\n @property\n def double(self): return self.value * 2\n @staticmethod\n def st(): return 'st'\n @classmethod\n def cm(cls): return len(cls)\nprint(X.A.double, X.st(), X.cm(), X.A.st())", "X = Enum('X', ['A', 'B']); print(list(X), X.__module__)", "X = Enum('X', 'A B C', start=5); print(list(X))", "X = Enum('X', {'P': 'p', 'Q': 'q'}); print(list(X))", "X = IntEnum('X', [('a', 10), ('b', 20)]); print(X.b + 1)", "class X(Enum):\n _ignore_ = 'tmp'\n tmp = 5\n A = tmp\nprint(list(X), hasattr(X, 'tmp'))", "class X(Enum):\n A = 1\n B = A + 1\nprint(list(X))", "class X(Enum):\n A = []\n B = [1]\nprint(X([1]), X.A.value)", "class X(Enum): pass\nprint(list(X), len(X), bool(X))", "class X(Enum): pass\nX(1)", "class B0(Enum):\n def hi(self): return 'hi ' + self.name\nclass X(B0): A = 1\nprint(X.A.hi())", "for m in Plain: print(m, m.value, end=' ')\nprint()", "class X(Enum):\n A = True\n B = 1\n C = 1.0\n D = 0\nprint(list(X), X(1), X.B is X.A)", "class X(Enum):\n A = None\nprint(X(None), X.A.value)", "class X(Enum):\n A: int = 1\nprint(list(X))", "print(Plain.A.__class__.__name__, Plain.__class__.__name__)"):
    try: exec(stmt)
    except Exception as x: print(repr(stmt), "->", type(x).__name__, x)
import copy; print(copy.copy(Plain.A) is Plain.A, copy.deepcopy(Plain.A) is Plain.A, copy.deepcopy([Plain.A])[0] is Plain.A)
if sys.version_info >= (3, 11):
    class SE(StrEnum):
        RED = auto()
        BLUE = "b"
    t("SE.RED", "repr(SE.RED)", "f'{SE.RED}'", "SE.BLUE + 'x'", "list(SE)", "SE('red')")
print(sys.getsizeof(Plain.A), sys.getsizeof(IE.ONE), sys.getsizeof(S.X))
