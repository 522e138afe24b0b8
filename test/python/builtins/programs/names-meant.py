import sys
class Parts:
    parts = []
    def write(self, text): self.parts.append(text)
    def flush(self): pass
sys.stderr = Parts()
def show(f):
    try: f()
    except NameError: sys.excepthook(*sys.exc_info())
def one():
    print(Late)
    late = 1
def two():
    cellv = 1
    def inner(): return cellv
    print(Cellv)
def three():
    free1 = 1
    def g():
        print(Free1)
        return free1
    g()
def four():
    del_me = 1
    del del_me
    print(Del_me)
def five(self):
    print(thing)
class K:
    thing = 1
    def m(self): print(thing)
    def n(self):
        self = 1
        print(reaL)
def six():
    print(Iter1)
    return [iter1 for iter1 in ()]
def seven(arg1):
    def h(): return arg1
    print(Arg1)
gl = 3
def eight():
    gll = 3
    print(Gl)
def nine():
    print(glx)
def ten():
    print(gl_)
    glo_ = 1
show(one); show(two); show(three); show(four); show(lambda: five(3)); show(K().m); show(K().n); show(six); show(lambda: seven(1)); show(eight); show(nine); show(ten)
def eleven():
    class B:
        print(Bee)
        bee = 2
def twelve():
    class B:
        bee = 2
        print(Bee)
def thirteen():
    print(late2_)
    late2_ = 1
    late2 = 1
show(eleven); show(twelve); show(thirteen)

for line in ''.join(Parts.parts).splitlines():
    if 'Error:' in line: print(line)
