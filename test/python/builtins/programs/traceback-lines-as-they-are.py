# Lines that end with spaces, and lines that are not those that were compiled.
import sys
import traceback


class Hook:
    def __init__(self, call):
        self.call = call

    def __call__(self):
        return self.call()

    def __repr__(self):
        return 'hook'


def final(call):
    class Final:
        __del__ = Hook(call)

    Final()


def whole():
    raise ValueError   


def long():
    raise ValueError(1,
      2)   


def call():
    whole()  	


def add(x=None):
    x = [1]; x = (1 + 2 + x[0][  None]   )  	


def error(one):
    try:
        one()
    except Exception:
        traceback.print_exc()


class Told:
    def write(self, text):
        return sys.stdout.write(text.replace(__file__, 'FILE'))

    def flush(self):
        pass


sys.stderr = Told()
for one in whole, long, call, add:
    error(one)
    final(one)


if 1:
    text = 'text'; spaced = list([])   

for line in 1, 4, 63, 64:
    for width in 0, 3, 10, 20, 60:
        for end in '', '\n  + 1':
            space = ' ' * width
            text = '\n' * (line - 1) + 'f = lambda: (' + space + 'nothing.append(1)' + end + ')\n'
            names = {}
            exec(compile(text, __file__, 'exec'), names)
            error(names['f'])
            if line != 4:
                final(names['f'])


def deep(n):
    if n:
        deep(n - 1)
    raise KeyError   


sys.setrecursionlimit(3000)
error(lambda: deep(1500))
try:
    deep(1200)
except KeyError:
    sys.excepthook(*sys.exc_info())
