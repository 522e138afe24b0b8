import gc
gc.disable()
c = lambda: gc.get_count()[0]
c()
def t(f):
    a = c(); f(); return c() - a
def r():
    try: exec('raise ValueError')
    except ValueError: pass
def r2():
    try: eval('1/0')
    except ZeroDivisionError: pass
def r3():
    try: exec('def f():\n  yield 1\n  1/0\nlist(f())')
    except ZeroDivisionError: pass
def r4():
    d = {}
    exec('def f(n):\n  def g(): return n\n  return g\nh = f(3)\nx = [i for i in range(3)]\nclass A:\n  def m(self): return self', d)
    d['h']()
    d['A']().m()
    del d
def r5():
    try: compile('x = = 1', '', 'exec')
    except SyntaxError: pass
def r6():
    k = compile('a + b', '', 'eval')
    return eval(k, {'a': 1, 'b': 2})
for f in (r, r2, r3, r4):
    gc.collect()
    print(f.__name__, t(f), t(f), t(f), t(f))
