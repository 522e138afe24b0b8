import gc
class C10: pass
Q = type("Z", (), {})
o = Q()
o.a = 4
gc.collect()
dir(o)
print(gc.get_count())
dir(o)
print(gc.get_count())
[]; o.__dict__
gc.collect()
Q = type("Z", (), {})
print(gc.get_count())
dir(o)
print(gc.get_count())
dir(o)
print(gc.get_count())
