import gc, contextlib
@contextlib.contextmanager
def C1(a):
    try:
        yield [a]
    except KeyError as e:
        pass
def g1(): return gc.get_count()[0]
r=[0]*20
q='a'
gc.collect()
r[0]=g1()
c=C1(5)
r[1]=g1()
c.__enter__()
r[2]=g1()
x=(q,)
r[3]=g1()
e=KeyError('a')
r[4]=g1()
f=ValueError('b')
r[5]=g1()
c.__exit__(KeyError, e, None)
r[6]=g1()
c=e=f=x=0
r[7]=g1()
x=(q,)
r[8]=g1()
y=(q,)
r[9]=g1()
z=(q,)
r[10]=g1()
print(r)
