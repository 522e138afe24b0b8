import gc
gc.collect()
def show(x): print(x, gc.get_count())
def f8(a, *b, c=3, **d): pass
show('made')
f8(1, *[1,2,3], z=1); show('a')
f8(1, *[1,2,3], z=1); show('a')
f8([1,2], *[1,2,3], z=[1,2,4]); show('b')
f8(list(dict([('x', 100), ('y', -5)]).items()), *[1], z=2); show('c')
f8(1, z=list(enumerate(['a', 'b']))[::2]); show('d')
f8(*list(map(len, [str(n) for n in [3, 1, 2]])), z=3); show('e')
f8(list(dict([('x', 100), ('y', -5)]).items()), *list(map(len, [str(n) for n in [3, 1, 2]])), z=list(enumerate(['a', 'b']))[::2]); show('all')
def who(): return ['base']
[1, *who()]; show('w')
