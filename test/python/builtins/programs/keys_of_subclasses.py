import sys
def show(C, o):
    print(C.__name__, sys.getsizeof(C), sys.getsizeof(o.__dict__), sys.getsizeof(C().__dict__))
class A: 
    def __init__(self): self.x=1; self.y=2
class E(Exception): pass
class L(list): pass
class S:
    __slots__=('q','__dict__')
for C in (A,E,L,S):
    o=C()
    print(sys.getsizeof(C))
    try: del o.nope
    except AttributeError as e: print(e)
    print(sys.getsizeof(C))
    o.a=1
    show(C,o)
    p=C(); p.a=5; p.b=6
    show(C,p)
    del p.a
    show(C,p)
    q=C(); q.a=5; q.b=6
    show(C,q)
    del q.a, q.b
    show(C,q)
