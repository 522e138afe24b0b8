import gc
def boom(phase, info): nope.append(phase)
gc.collect()
gc.callbacks.append(boom)
a = gc.get_count()[0]
gc.collect()
b = gc.get_count()[0]
gc.collect()
c = gc.get_count()[0]
gc.callbacks.clear()
print(b, c)
class A:
    def __del__(self): nope.append(5)
a = gc.get_count()[0]
A()
b = gc.get_count()[0]
A()
c = gc.get_count()[0]
print(b - a, c - b)
