import gc, itertools, collections
def kept(label, act):
    act_twice = []
    gc.collect()
    before = gc.get_count()[0]
    try:
        act_twice.append(act())
    except Exception as e:
        act_twice.append(type(e).__name__)
    print(label, gc.get_count()[0] - before)
def ended():
    p = itertools.product('', [1, 2])
    next(p, None)
    return p
kept('product of nothing', ended)
kept('product', lambda: itertools.product('ab', [1, 2]))
kept('chain', lambda: collections.ChainMap.fromkeys('ab', 0))
kept('chain without', lambda: collections.ChainMap.fromkeys('ab'))
text = 'ab' * 2
for s in (text, '', 'é中', 'a'):
    print(s.translate({}) is s, s.translate({98: None}) is s, s.translate({97: 'A'}))
try:
    print(collections.ChainMap.fromkeys('ab', 1, 2))
except TypeError as e:
    print(e)
print(collections.ChainMap.fromkeys('ab', 7))
