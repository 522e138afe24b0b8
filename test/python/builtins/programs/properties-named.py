import gc
gc.collect()
class C1:
    @property
    def a(self):
        return self._a
print(317, gc.get_count())
class C2:
    @property
    def a(self):
        return self._a
print(gc.get_count())
gc.collect()
class C3:
    b = property(lambda self: 1)
print(gc.get_count())
class C3:
    b = property(len)
print(gc.get_count())
class C4:
    @property
    def a(self):
        "doc"
        return self._a
print(gc.get_count())
