for f in '%d','%i','%u','%x','%o','%X','%c','%f','%e','%g',b'%d',b'%x',b'%f',b'%c':
  class I:
    def __int__(self): raise TypeError('mine')
  class J:
    def __int__(self): raise ValueError('mine')
  class K:
    def __int__(self): return 'a'
  class L:
    def __index__(self): raise TypeError('myidx')
  class M:
    def __index__(self): return 1.5
  class N:
    def __float__(self): raise TypeError('fl')
  class O:
    def __trunc__(self): raise TypeError('tr')
  class P:
    def __trunc__(self): return 1.5
  for v in 1j, 'a', b'a', None, [], I(), J(), K(), L(), M(), N(),O(),P(), 1.5, float('nan'), float('inf'),-1,'ab',1<<30:
    try: r= f % (v,)
    except Exception as e: r= type(e).__name__+str(e)
    print(f, type(v).__name__, r)
class Z:
  def __float__(self): 1/0
class Y:
  def __int__(self): 1/0
class X:
  def __index__(self): 1/0
class W:
  def __index__(self): return 1<<2000
for f in '%d','%i','%u','%x','%o','%X','%c','%f','%e','%g',b'%d',b'%x',b'%f',b'%c','%s','%r':
  for v in Z(),Y(),X(),W(),10**400,-5,300,1114112, float('inf'), float('nan'):
    try: r= f % (v,)
    except Exception as e: r= type(e).__name__+str(e)+repr(e.__context__)
    print(f, type(v).__name__, str(r)[:90].split('0x')[0])
