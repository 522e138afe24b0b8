import io, sys
b = io.BytesIO(); out=[]
last=None
for i in range(3000):
    b.write(b'x'); n=sys.getsizeof(b)
    if n!=last: out.append((i+1,n)); last=n
print(out)
b = io.BytesIO(b'abc'*10); s0=sys.getsizeof(b)
b.seek(5); b.write(b'y'); print(s0, sys.getsizeof(b)); b.seek(0,2); b.write(b'z'*3); print(sys.getsizeof(b)); b.seek(100); b.write(b'q'); print(sys.getsizeof(b), b.getvalue()[30:40], sys.getsizeof(b)); b.write(b'q'); print(sys.getsizeof(b)); b.truncate(10); print(sys.getsizeof(b)); b.truncate(500); print(sys.getsizeof(b), b.tell()); b.write(b'w'); print(sys.getsizeof(b), len(b.getvalue()))
v=b.getvalue(); b.seek(0); b.write(b'QQQ'); print(v[:5], b.getvalue()[:5], v is b.getvalue()); 
d=b'hello'*3; b=io.BytesIO(d); b.write(b'J'); print(d, b.getvalue()); b.seek(3); b.truncate(); b.seek(10); b.write(b'!'); print(b.getvalue()); b.seek(2); print(b.read(3), b.readline(), b.tell())
del v; w=b.getvalue(); del w; b.seek(0); b.write(b'zz'); print(b.getvalue())
print(b.getvalue(), list(b), b.seek(0), list(b))
for f in (lambda b: (b.seek(2**63-1), b.write(b'x')), lambda b: (b.seek(2**62), b.write(b'x')), lambda b: b.seek(2**63), lambda b: (b.seek(2**63-1), b.seek(5,1)), lambda b:(b.seek(2**63-1), b.read(5)), lambda b: b.truncate(2**62)):
    for c in (io.BytesIO, io.StringIO):
        b=c()
        try: print(f(b))
        except BaseException as e: print(type(e), e)
for p in (2**63-1, 2**62, 2**61, 2**60):
    b=io.StringIO(); b.seek(p)
    try: print(b.write('x'))
    except BaseException as e: print(type(e), e)
