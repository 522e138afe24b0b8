import sys, gc
gc.collect()
try:
    sys.exit((1, 2))
except SystemExit as e:
    print(gc.get_count(), e.args, e.code)
print(gc.get_count())
for make in (lambda: SystemExit(1, 2), lambda: SystemExit(7), lambda: SystemExit(), lambda: SystemExit((1,))):
    e = make()
    print(e.code, e.args)
class Quit(SystemExit): pass
print(Quit(1, 2).code, StopIteration(1, 2).value)
print(gc.get_count())
try:
    sys.exit(3)
except SystemExit:
    pass
print(gc.get_count())
try:
    sys.exit(3)
except SystemExit as e:
    print(gc.get_count())
print(gc.get_count())
try:
    sys.exit()
except SystemExit as e:
    print(gc.get_count(), e.args)
print(gc.get_count())
try:
    sys.exit((1, 2))
except SystemExit as e:
    print(gc.get_count(), e.args)
print(gc.get_count())
