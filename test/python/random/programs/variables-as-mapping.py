import gc
import sys


def plain(a, *b, c=3, **d):
    if len(b) > 5:
        never = 1
    names = sorted(locals())
    return names


def frames(a):
    frame = sys._getframe()
    seen = frame.f_locals
    later = sorted(seen)
    return later, 'a' in seen, len(seen), seen.get('a'), seen.get('nothing', 7)


def generates(a):
    held = [a]
    yield held


def show(label):
    print(label, gc.get_count())
    gc.collect()


gc.collect()
print(plain(1, 2, e=4), plain(1))
show('locals()')
print(frames(5))
show('f_locals')
paused = generates(4)
print(next(paused), sorted(paused.gi_frame.f_locals))
show('f_locals of a generator')
try:
    failing = plain()
except TypeError as error:
    traceback = error.__traceback__
    while traceback:
        print(traceback.tb_frame.f_code.co_name)
        traceback = traceback.tb_next
show('frames of a traceback')
code = plain.__code__
for number in range(3):
    print(code.co_varnames, code.co_names[:2], code.co_freevars, len(code.co_consts) > 0)
show('names of a code object')
print(code.co_names is code.co_names, code.co_consts is code.co_consts)
