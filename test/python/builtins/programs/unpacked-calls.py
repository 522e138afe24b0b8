import gc
class A:
    def __init__(self): self.x=1
def t(label, f):
    f(); f()
    gc.collect()
    b=gc.get_count()[0]
    r=f()
    c=gc.get_count()[0]
    r=None
    print(label, c-b, gc.get_count()[0]-b)
def nn(cls, *args): return (cls,)
def n2(cls, *args): return len((cls,))
def n3(cls, *args): return cls.__new__(cls, *args)
def n4(cls, *args): return cls.__new__(cls)
t('1', lambda: nn(*(i for i in (A,))))
t('2', lambda: n2(*(i for i in (A,))))
t('3', lambda: n3(*(i for i in (A,))))
t('4', lambda: n4(*(i for i in (A,))))
t('5', lambda: nn(*[A]))
t('6', lambda: n2(*[A]))
t('7', lambda: n3(*[A]))
t('8', lambda: n3(A))
t('9', lambda: n4(A))
t('10', lambda: object.__new__(*[A]))
t('11', lambda: object.__new__(A))
import copy, gc
class A:
    def __init__(self): self.x=1
class B:
    def __init__(self): self.x=(1,[2])
def t(label, f):
    f(); f()
    gc.collect()
    b=gc.get_count()[0]
    r=f()
    c=gc.get_count()[0]
    r=None
    print(label, c-b, gc.get_count()[0]-b)
def gen(): yield 1
def nothing(*args): return None
t('tuple', lambda: copy.deepcopy(([1],)))
t('list', lambda: copy.deepcopy([[1]]))
t('A', lambda: copy.deepcopy(A()))
t('B', lambda: copy.deepcopy(B()))
t('gen', lambda: nothing(*(i for i in [1])))
t('gen2', lambda: nothing(*(i for i in (A,))))
m = {}
def f(func, args, memo, deepcopy=copy.deepcopy):
    args = (deepcopy(arg, memo) for arg in args)
    return func(*args)
import copyreg
t('f', lambda: f(copyreg.__newobj__, (A,), m))
t('n', lambda: copyreg.__newobj__(A))
t('d', lambda: copy.deepcopy(A))
t('dm', lambda: copy.deepcopy(A, m))
