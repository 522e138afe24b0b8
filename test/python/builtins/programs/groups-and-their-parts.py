"""What exception groups and their parts are made of, where there are any."""
import sys
SOURCE = '''
import gc
def c(): print(gc.get_count())
a, b = ValueError('a'), TypeError('b')
gc.collect(); c()
g = ExceptionGroup('m', [a, b]); c()
gc.collect()
x = g.split(ValueError); c()
gc.collect()
x = g.subgroup(lambda e: isinstance(e, TypeError)); c()
gc.collect()
x = g.derive([a]); c()
gc.collect()
x = BaseExceptionGroup('m', (a, b)); c()
gc.collect()
h = ExceptionGroup('o', [g, b]); c()
gc.collect()
x = h.split(ValueError); c()
x = h.split(ValueError); c()
h.add_note('n'); g.add_note('k')
gc.collect()
x = h.split(ValueError); c()
print(x[0].__notes__, x[0].exceptions[0].__notes__, x[0].__dict__)
x = h.split(ValueError); c()
gc.collect()
x = h.split((ValueError, KeyError)); c()
x = None
gc.collect()
x = h.split(KeyError); c()
class G(ExceptionGroup):
    def derive(self, excs): return G(self.message, excs)
gc.collect()
k = G('z', [a, b]); c()
x = k.split(ValueError); c()
'''
if sys.version_info >= (3, 11):
    exec(SOURCE)
