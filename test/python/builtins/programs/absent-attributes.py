import gc, copy
class C18:
    def __getattr__(self, name):
        return "got " + name
class C19:
    def __getattr__(self, name):
        raise AttributeError(name)
class C20:
    pass
class C21:
    def __getattr__(self, name):
        return 5
class C22:
    def __getattr__(self, name):
        return lambda *a: [1]
for c in C18,C19,C20,C21,C22:
  for g in copy.copy,copy.deepcopy,lambda x: x.__deepcopy__,lambda x: getattr(x,'__a__',5),lambda x: x.__reduce_ex__(4), lambda x: hasattr(x, '__setstate__'):
    o=c()
    gc.collect()
    r=[]
    for i in range(3):
        try: g(o)
        except Exception as e: pass
        r.append(gc.get_count()[0])
    print(c.__name__, g.__name__, r)
