import gc
from weakref import ref
gc.collect()
def show(what):
    print(what, gc.get_count())
def f():
    try:
        wr = ref(5)
    except TypeError:
        return False
def g():
    try:
        wr = int('x')
    except ValueError:
        return False
def h():
    try:
        wr = ref(5)
    except TypeError:
        pass
show(0)
f(); show('f')
f(); show('f')
h(); show('h')
h(); show('h')
g(); show('g')
g(); show('g')
class W:
    def __contains__(self, item):
        try:
            wr = ref(item)
        except TypeError:
            return False
        return wr in self.data
w = W()
show('made')
5 in w; show('in')
5 in w; show('in')
def gen():
    5 in w; show('in')
    yield 1
    5 in w; show('in')
list(gen()); show('gen')
def k():
    try: ref(6)
    except TypeError:
        show('in'); return 1
k(); show('k')
k(); show('k')
