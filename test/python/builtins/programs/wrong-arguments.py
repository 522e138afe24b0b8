class MyErr(Exception): pass
class Own(Exception):
    def __init__(self, code=0): self.code = code
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: MyErr(code=1)); t(lambda: Own(code=1).code); t(lambda: ValueError(x=1)); t(lambda: ImportError('x', name='n').name); t(lambda: ImportError('x', nam='n'))
t(lambda: b'a'.decode(1)); t(lambda: 'a'.encode(None)); t(lambda: bytes('a', 1)); t(lambda: bytearray('a', 'utf-8', 3)); t(lambda: bytes(1, 'x')); t(lambda: str(b'a', 1)); t(lambda: format(1, 2)); t(lambda: (1).__format__(2))
f=True.bit_length; t(lambda: f(1)); t(lambda: True.bit_length(1)); g=[].append; t(lambda: g()); 
class L(list): pass
h=L().append; t(lambda: h()); t(lambda: L().append())
t(lambda: ValueError().with_traceback(1)); t(lambda: object.__format__(1,'x')); t(lambda: 'a'.replace(1,2)); t(lambda:'a'.removeprefix(None))
d={}.fromkeys; t(lambda: d()); t(lambda: dict.fromkeys()); t(lambda: max()); t(lambda: len()); t(lambda: len(1,2)); t(lambda: [].sort(1)); s=sorted; t(lambda: s())
import math; q=math.sqrt; t(lambda: q()); t(lambda: math.sqrt(1,2)); t(lambda: math.floor(k=1))
