import gc
gc.disable()
def t(f):
    x=[[] for i in range(60)]; y=[{} for i in range(60)]; del x,y   # fill the free lists
    a=gc.get_count()[0]; r=f(); b=gc.get_count()[0]; del r; return b-a
s={1,2}; L=[1]; D={1:2}
for name,f in dict(list0=lambda:list(),listx=lambda:list(s),listL=lambda:list(L),sorted=lambda:sorted(L),copy=lambda:L.copy(),disp=lambda:[1],dict0=lambda:dict(),dictD=lambda:dict(D),kw=lambda:dict(a=1),dcopy=lambda:D.copy(),fk=lambda:dict.fromkeys(L),comp=lambda:[i for i in L],split=lambda:"a b".split(),mul=lambda:L*2,sl=lambda:L[:],add=lambda:L+L,dcomp=lambda:{i:i for i in L},dor=lambda:{**D}).items():
    f(); print(name,t(f))
