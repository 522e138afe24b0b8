import gc, sys
gc.disable()
keep=[]
def hold(n, k=2300):
    return [tuple([i]*n) for i in range(k)]
for n in range(1,6): keep.append(hold(n))
keep.append([[] for i in range(120)]); keep.append([{} for i in range(120)])
L=[3,1,2]; S={1,2}; D={1:2}; s="abcdef"; b=b"abc"; T=(1,2,3)
def base(): return None
def gen():
    yield 1
    yield 2
tests={
'base':base,
'int':lambda:int("5"),'float':lambda:float("5"),'str':lambda:str(5),'bytes':lambda:bytes(3),'bytearray':lambda:bytearray(3),
'bool':lambda:bool(5),'list':lambda:list(s),'listl':lambda:list(L),'tuplel':lambda:tuple(L),'tuples':lambda:tuple(s),'dict':lambda:dict(D),'set':lambda:set(s),'frozenset':lambda:frozenset(s),
'range':lambda:range(3),'object':lambda:object(),'type':lambda:type(3),
'enumerate':lambda:enumerate(L),'zip':lambda:zip(L,L),'zip1':lambda:zip(L),'map':lambda:map(str,L),'filter':lambda:filter(str,L),'reversed':lambda:reversed(L),'reversedt':lambda:reversed(T),'reversedr':lambda:reversed(range(3)),
'min2':lambda:min(1,2),'min3':lambda:min(1,2,3),'min1':lambda:min(L),'maxkey':lambda:max(L,key=abs),
'getattr':lambda:getattr(s,'upper',None) and None,'iter':lambda:iter(L),'iter2':lambda:iter(base,3),'next':lambda:next(iter(L)),'sum':lambda:sum(L),'sumr':lambda:sum(range(3)),'sorted':lambda:sorted(L),'sortedk':lambda:sorted(L,key=abs),'any':lambda:any(L),'sumg':lambda:sum(x for x in L),
'find':lambda:s.find("b"),'starts':lambda:s.startswith("a"),'format':lambda:"{}".format(5),'replace':lambda:s.replace("a","b"),'join':lambda:",".join(["a"]),
'joingen':lambda:",".join(c for c in s),'joinl':lambda:",".join([c for c in s]),
'bfind':lambda:b.find(b"b"),
'dupdate':lambda:D.update(D),'dpop':lambda:D.pop(7,None),'dget':lambda:D.get(7,None),'dsetd':lambda:D.setdefault(1,2),
'supdate':lambda:S.update(L),'sunion':lambda:S.union(L),'sinter':lambda:S.intersection(L),'sdiff':lambda:S.difference(L),'sissub':lambda:S.issubset(S),'sissubL':lambda:S.issubset(L),'ssymd':lambda:S.symmetric_difference(L),'sadd':lambda:S.add(1),
'lsort':lambda:L.sort(),'lpop':lambda:[1].pop(0),'lindex':lambda:L.index(3),'lext':lambda:[].extend(L),'lextr':lambda:[].extend(range(3)),'lextg':lambda:[].extend(gen()),
'divmod':lambda:divmod(7,2),'isinstance2':lambda:isinstance(3,(int,str)),
'dkeys':lambda:D.keys(),'ditems':lambda:D.items(),'iteritems':lambda:iter(D.items()),'listitems':lambda:list(D.items()),'listvalues':lambda:list(D.values()),'fromkeys':lambda:dict.fromkeys(L),'dcopy':lambda:D.copy(),
'split':lambda:s.split("c"),'partition':lambda:s.partition("c"),
'enl':lambda:list(enumerate(L)),'zipl':lambda:list(zip(L,L)),'revl':lambda:list(reversed(L)),'filtl':lambda:list(filter(None,L)),'mapl':lambda:list(map(abs,L)),'mapla':lambda:list(map(lambda x:x,L)),'sl':lambda:list(S),'dl':lambda:list(D),'dd':lambda:dict([(1,2)]),'dz':lambda:dict(zip(L,L)),'boundm':lambda:L.append,'lcopy':lambda:L[:],'lc':lambda:[x for x in L],'sc':lambda:{x for x in L},'dc':lambda:{x:x for x in L},'ge':lambda:(x for x in L),'minkw':lambda:min(L,default=3),'star':lambda:[*L,*S],'vars':lambda:vars(gc) and 0,'ty':lambda:type(L),'tc':lambda:T+T,'loc':lambda:hash(T),
}
for k in list(tests):
    f=tests[k]
    try: f()
    except Exception as e: print(k, type(e), e)
for n in range(1,6): keep.append(hold(n,200))
keep.append([[] for i in range(200)]); keep.append([{} for i in range(200)])
def run():
  for k in tests:
    f=tests[k]
    keep.append([tuple([0]*n) for n in range(1,6) for _ in range(4)])
    keep.append([[] for i in range(6)]); keep.append([{} for i in range(6)])
    a,b_,c_=gc.get_count()
    r=f()
    b,b_,c_=gc.get_count()
    r=None
    c,b_,c_=gc.get_count()
    print(k,b-a,c-a)
run()
