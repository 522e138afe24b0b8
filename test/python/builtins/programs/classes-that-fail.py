import gc
class C1: pass
gc.collect()
for i in range(3):
    try:
        class Bad(object, C1): pass
    except TypeError as e: print(e)
    print(gc.get_count())
for i in range(3):
    try:
        class Bad(C1, C1): pass
    except TypeError as e: print(e)
    print(gc.get_count())
class D(C1): pass
for i in range(3):
    try:
        class Bad(C1, D): __slots__ = ('x',)
    except TypeError as e: print(e)
    print(gc.get_count())
print(D.__subclasses__(), len(C1.__subclasses__()))
for i in range(2):
    try:
        class Bad(C1, D): __slots__ = ('__dict__',)
    except TypeError as e: print(e)
    print(gc.get_count())
    try:
        class Bad(C1, D, bool): pass
    except TypeError as e: print(e)
    print(gc.get_count())
    try:
        class Bad(int, list): pass
    except TypeError as e: print(e)
    print(gc.get_count())
