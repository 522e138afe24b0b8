from array import array
class Idx:
    def __index__(self): return 3
for c in "bBhHiIlLqQfd":
    for v in ("x", 1.5, None, [], Idx()):
        a = array(c)
        try:
            a.append(v)
            print(c, a)
        except Exception as e:
            print(c, type(e).__name__, e)
    try: array(c, "ab")
    except Exception as e: print(c, type(e).__name__, e)
    try: array(c, [None])
    except Exception as e: print(c, type(e).__name__, e)
    a = array(c, [1])
    try: a[0] = "s"
    except Exception as e: print(c, type(e).__name__, e)
