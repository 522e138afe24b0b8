import gc,sys
class C2:
    pass
a=C2();b=C2()
for f in (lambda: max(a,b), lambda: max([a,b]), lambda: a<b, lambda: sorted([a,b]), lambda: [a,b].sort(), lambda: min(a,b), lambda: max([a,b],key=lambda x:x), lambda: max([object(), Exception(3)])):
    try: f()
    except TypeError as e: print(e)
    print(sys.getrefcount(a), sys.getrefcount(b))
