import collections
o = collections.OrderedDict(a=1, b=2)
o['c'] = o
print(o, [o])
o['d'] = collections.OrderedDict(x=[o])
print(o)
class S(collections.OrderedDict): pass
s = S(o); s['me'] = s
print(s)
print({**o}.keys(), dict(o).keys())
