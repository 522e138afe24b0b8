import sys
rc = sys.getrefcount
class C: pass
c = C()
base = rc(c)
def show(name): print(name, rc(c) - base)
x = [c]; show('list'); x.append(c); show('append'); x.extend((c, c)); show('extend'); x.insert(0, c); show('insert'); x.pop(); show('pop'); y = x.copy(); show('copy'); y = x * 2; show('repeat'); y = x + x; show('concat'); y = None; x.remove(c); show('remove'); x.reverse(); show('reverse'); x.clear(); show('clear')
x = list((c, c)); show('list()'); x = tuple(x); show('tuple()'); x = tuple(x); show('tuple of tuple'); x = [*x]; show('star'); x = None
d = {c: c}; show('dict'); d.setdefault('k', c); show('setdefault'); d.update(z=c); show('update'); v = d.get('k'); show('get'); v = None; e = d.copy(); show('dict copy'); e.pop('k'); show('dict pop'); e.popitem(); show('popitem'); e.clear(); d.clear(); show('dict clear')
d = dict.fromkeys([1, 2], c); show('fromkeys'); it = iter(d.values()); next(it); show('values iterator'); v = d.items(); show('items view'); l = list(v); show('list of items'); del l, v, it, d; show('gone')
s = {c}; show('set'); s.add(c); show('set add'); t = s | s; show('set or'); t.discard(c); show('discard'); t = s.union([c]); t = frozenset(s); show('frozenset'); s.pop(); show('set pop'); del s, t; show('sets gone')
z = zip([c], [c]); show('zip'); p = next(z); show('zip next'); del z; show('zip gone'); del p; show('pair gone')
m = map(lambda a: a, [c]); show('map'); r = next(m); show('map next'); del m, r; show('map gone')
e = enumerate([c]); show('enumerate'); q = next(e); show('enumerate next'); del e, q; show('enumerate gone')
f = filter(None, [c]); r = next(f); show('filter'); del f, r
r = reversed([c]); show('reversed'); v = next(r); show('reversed next'); v = next(r, None); show('reversed end'); del r, v; show('reversed gone')
o = sorted([c, c], key=id); show('sorted'); o = max([c], key=id); show('max'); o = min(c, c, key=id); show('min'); o = None; show('none')
o = getattr(c, 'nope', c); show('getattr default'); c.me = c; show('self attribute'); o = vars(c); del c.me; show('vars'); o = None
it = iter(lambda: c, 5); next(it); show('callable iterator'); del it
r = range(1000, 1003); print(rc(r) - 1, [rc(i) > 0 for i in r])
a = [c] * 3; a[1:2] = [c, c]; show('slice store'); del a[0:2]; show('slice delete'); a.sort(key=id); show('sort'); print(a.count(c), a.index(c)); del a; show('end')
g = (k for k in [c, c]); next(g); show('generator'); del g; show('generator gone')
k = [c for _ in range(3)]; show('comprehension'); k = {i: c for i in range(3)}; show('dict comprehension'); k = None
print(isinstance(c, C), callable(c), hash(c) == hash(c), repr(c)[:20]); show('asked')
