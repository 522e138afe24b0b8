import sys
class L(list): pass
class T(tuple): pass
class I(int): pass
class S(str): pass
class D(dict): pass
class F(float): pass
class St(set): pass
class B(bytes): pass
class T0(tuple): __slots__=()
class D0(dict): __slots__=()
class E(ValueError): pass
for o in (L(),T((1,)),I(5),S('ab'),D(),F(1.5),St(),B(b'x'),T0((1,2)),D0(),E('x')):
    print(type(o).__name__, sys.getsizeof(o))
