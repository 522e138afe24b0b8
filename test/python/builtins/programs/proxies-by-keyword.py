import types, gc
p = types.MappingProxyType(mapping={'a': 1})
print(p, p['a'])
for f in (lambda: types.MappingProxyType(), lambda: types.MappingProxyType(map={}), lambda: types.MappingProxyType([], mapping={}), lambda: types.MappingProxyType(mapping=[])):
    try: print(f())
    except TypeError as e: print(e)
