import sys
g=sys.getsizeof
L=[1,2,3]; S={5,4,3,2,1}; D={'a':1,'b':2}
def gen(n):
    for i in range(n): yield i
print('lists',[g(x) for x in (list(range(5)),list(S),list(D),list(D.items()),list(D.values()),list("hello"),list(gen(5)),list(gen(20)),list(map(abs,L)),list(zip(L,L)),list(enumerate(L)),list(reversed(L)),sorted(S),sorted(L),sorted(gen(5)),list((1,2,3)),list(L),L.copy(),L+L,L*3,[*L],[*gen(3)],list(iter(L)),list(iter(range(7))),list({1:2}.keys()),list(b'abc'),list(filter(None,L)))])
x=[]
r=[]
for i in range(20): x.append(i); r.append(g(x))
print('append',r)
x=[]; x.extend(range(5)); a=g(x); x.extend([1,2]); b=g(x); x.extend(gen(3)); c=g(x); x+= (1,2); d=g(x); x.insert(0,1); e=g(x); x.pop(); f=g(x); x.clear(); h=g(x)
print('extend',a,b,c,d,e,f,h)
x=list(range(20)); r=[]
while x: x.pop(); r.append(g(x))
print('pop',r)
print('split',[g(x) for x in ("a b c".split(),"a b c".split(" "),"a,b".split(","),"a\nb".splitlines(),"a b c".rsplit(None,1),b"a b".split(), "abc".partition("b"))])
print('tuples',[g(x) for x in (tuple(L),tuple(gen(3)),tuple(gen(30)),tuple(S),tuple("ab"))])
print('dicts',[g(x) for x in ({},dict(),dict(a=1),dict(D),D.copy(),dict([(1,2)]),dict(zip(range(10),range(10))),dict.fromkeys(range(5)),dict.fromkeys("abc"),{**D},dict.fromkeys({1,2,3}),{i:i for i in range(6)})])
d={}; r=[]
for i in range(30): d[i]=i; r.append(g(d))
print('dgrow',r)
d={}; r=[]
for i in range(12): d[str(i)]=i; r.append(g(d))
d.update({str(i):i for i in range(100,130)}); r.append(g(d)); d.pop('0'); r.append(g(d)); d.clear(); r.append(g(d)); d.setdefault('q',1); r.append(g(d))
print('dstr',r)
print('sets',[g(x) for x in (set(),set(L),set(S),S.copy(),S|{9},S&{1,2},S-{1},S^{9},set(range(10)),set("hello world"),frozenset(L),frozenset(S),S.union(range(20)),set(D),set(gen(7)),set(dict.fromkeys(range(50))))])
s=set(); r=[]
for i in range(40): s.add(i); r.append(g(s))
s.update(range(100)); r.append(g(s)); s.discard(5); s.clear(); r.append(g(s))
print('sgrow',r)
b=bytearray(); r=[]
for i in range(20): b.append(i); r.append(g(b))
b.extend(b'abc'*10); r.append(g(b)); b.pop(); r.append(g(b)); b+=b'x'; r.append(g(b)); b.clear(); r.append(g(b))
print('ba',r,[g(x) for x in (bytearray(5),bytearray(b'abc'),bytes(5),b'abc'*3,bytearray(b'abc')+b'd')])
print('str',[g(x) for x in ('a'*10,'é'*3,'中'*2,'😀','abc'.upper(),str(12345),chr(233),chr(20013),'a'+'é',','.join('abc'),'%d'%5,f'{5}')])
print('int',[g(x) for x in (0,1,2**30,2**60,2**100,-5,True,1.5,1j,int('123'),len(L))])
print('it',[g(x) for x in (enumerate(L),zip(L),map(abs,L),filter(abs,L),reversed(L),iter(L),iter(D),iter(S),D.keys(),D.items(),range(3),slice(1),iter(range(3)),iter('a'),reversed((1,)))])
print(list({3,1,2,100,50,'a','b'}-{'a','b'}), {10,20,30}^{20,40}, {1,2,3,4}&{3,4,5}, {8,0,16}, {i*7 for i in range(12)}, {1,2}|{33,65}, set("abc")=={'a','b','c'}, frozenset([3,9,27]))
t={5,9,17,33}; print([t.pop() for _ in range(4)]); t.update([1,2,3]); t.pop(); t.add(99); print(t)
a={1,2,3,4,5,6}; a|={10,20}; print(a); a-={2}; print(a); a^={4,5}; print(a)
print(hash('abc'),hash(1.5),hash((1,2)),hash(frozenset([1,2])),hash(range(3)),hash(2**70),hash(True),hash(b'ab'))
for n in (0,1,3,5,6,10,20): print(n,g(dict.fromkeys(set(range(n)))),g(dict.fromkeys(dict.fromkeys(range(n)))),g(dict.fromkeys({str(i):1 for i in range(n)})),g(dict.fromkeys({str(i) for i in range(n)})))
