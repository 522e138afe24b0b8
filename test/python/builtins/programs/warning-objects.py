import gc, sys
x = NotImplemented
if sys.version_info[:2] in ((3, 9), (3, 12)):
    gc.collect()
    a = gc.get_count()
    not x
    b = gc.get_count()
    not x
    c = gc.get_count()
    gc.collect()
    d = gc.get_count()
    not x
    e = gc.get_count()
    not x
    f = gc.get_count()
    print(a, b, c, d, e, f)
sys.stderr = None
def shown():
    gc.collect()
    a = gc.get_count()
    not x
    b = gc.get_count()
    not x
    c = gc.get_count()
    print(a, b, c)
if sys.version_info[:2] in ((3, 11), (3, 12)):
    shown()
