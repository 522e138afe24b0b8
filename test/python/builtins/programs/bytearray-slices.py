def primes(n):
    sieve = bytearray([1]) * (n + 1)
    for p in range(2, int(n ** 0.5) + 1):
        if sieve[p]:
            sieve[p * p::p] = bytes(len(sieve[p * p::p]))
    return [i for i in range(2, n + 1) if sieve[i]]
print(len(primes(100)), primes(30))
s = bytearray(range(20))
s[1::3] = bytes(len(s[1::3]))
print(s)
def f(s, p):
    s[p*p::p] = b'\xff'*len(s[p*p::p])
    del s[5::4]
    return s
print(f(bytearray(range(20)),2))
l=list(range(10)); l[1::2]='abcde'; print(l)
def g(l):
    l[1::2] = 'abcde'; l[2:4] = [0]; del l[::3]; return l[::2], l[1:3], l[::-1]
print(g(list(range(10))))
b=bytearray(b'0123456789')
b[2:4]=b'abcdef'; print(b)
b[2:8]=[65,66]; print(b)
b[:0]=b'zz'; print(b)
b[5:2]=b'QQ'; print(b)
b[::2]=b''; print(b)
b[::-1]=bytes(len(b)); print(b)
b[1:]=b; print(b)
for v in ('x', 5, 1.5, None, [300], b'abc'):
    try: b[::2]=v; print(b)
    except Exception as e: print(type(e).__name__, e)
import sys
for n in (0,1,2,5,9,20,100,1000):
    print(n, sys.getsizeof(bytearray(range(n%256))), sys.getsizeof(bytearray(i%256 for i in range(n))), sys.getsizeof(bytearray([i%256 for i in range(n)])), sys.getsizeof(bytearray(b'x'*n)))
for bad in ([1,300], ['a'], [1.5], 3.5, None, 'abc', -1):
    try: print(bytearray(bad))
    except Exception as e: print(type(e).__name__, e)
