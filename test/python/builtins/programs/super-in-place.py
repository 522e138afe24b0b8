import collections, array
log = []
def wrap(base, names):
    class W(base): pass
    for n in names.split():
        def f(self, other, n=n):
            log.append(n)
            return getattr(super(W, self), n)(other)
        setattr(W, n, f)
    W.__name__ = 'W' + base.__name__
    return W
for base, first, second, ops in ((set, {1, 2}, {2, 3}, '|= &= -= ^='), (dict, {'a': 1}, {'b': 2}, '|='), (list, [1], [2], '+='), (list, [1], 2, '*='), (bytearray, b'a', b'b', '+='), (bytearray, b'a', 2, '*='), (collections.deque, [1], [2], '+='), (collections.deque, [1], 2, '*='), (collections.OrderedDict, {'a': 1}, {'b': 2}, '|='), (collections.Counter, 'aab', collections.Counter('ab'), '|= &= += -=')):
    for op in ops.split():
        names = {'|=': '__ior__', '&=': '__iand__', '-=': '__isub__', '^=': '__ixor__', '+=': '__iadd__', '*=': '__imul__'}[op]
        W = wrap(base, names)
        log.clear()
        ns = {'x': W(first), 'y': second}
        x = ns['x']
        try:
            exec('x ' + op + ' y', ns)
            print(base.__name__, op, ns['x'] is x, type(ns['x']).__name__, sorted(ns['x'], key=str), log)
        except Exception as e:
            print(base.__name__, op, type(e).__name__, e, log[:3])
        try:
            print(getattr(base, names)(W(first), 1.5))
        except Exception as e:
            print(type(e).__name__, e)
