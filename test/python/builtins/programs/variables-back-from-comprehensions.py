class V:
    def __init__(self, n): self.n = n
    def __del__(self): print('gone', self.n)
def f():
    x = V('x')
    [V('in') for x in (1, 2)]
    print('a')
    y = [x for x in (V('i'), V('j'))]
    print('b', len(y))
    [x for x in (V('k'),)]
    print('c')
f()
[V(y) for y in 'ab']
