for B in (set, frozenset, list):
    class C0(B): pass
    for f in (lambda: C0(zz=1), lambda: B(zz=1), lambda: C0(1,2), lambda: B(1, 2), lambda: B([1],zz=1), lambda: C0([1],zz=1)):
        try: print(f())
        except Exception as e: print(B.__name__, type(e).__name__, e)
