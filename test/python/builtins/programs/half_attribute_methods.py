import gc
for B in (object, tuple, list, Exception):
    class S(B):
        def __setattr__(self, n, v): pass
    class D(B):
        def __delattr__(self, n): pass
    gc.collect()
    for o in (S(), D()):
        for f in (lambda: setattr(o, 'x', 1), lambda: delattr(o, 'x')):
            try: f()
            except Exception as e: print(type(e), e)
            print(gc.get_count())
    def g(o):
        try: o.y = 5
        except Exception as e: print(e)
        print(gc.get_count())
        try: del o.y
        except Exception as e: print(e)
        print(gc.get_count())
    g(S()); g(D()); g(D()); g(S())
