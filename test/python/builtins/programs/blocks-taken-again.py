a = set([1, 2])
i = id(a)
del a
b = set([1, 2])
print(id(b) == i)
class A:
    def __init__(self, name, items):
        self.name = name
        self.items = items
a = A("x", [1, 2])
i = id(a)
del a
b = A("x", [1, 2])
print(id(b) == i)
x = frozenset(range(3))
i = id(x)
x = None
y = frozenset(range(3))
print(id(y) == i)
s = "abc" * 50
i = id(s)
del s
t = "abc" * 50
print(id(t) == i)
def reuse(make):
    a = make()
    i = id(a)
    del a
    b = make()
    return id(b) == i
print(reuse(lambda: frozenset([1])))
print(reuse(lambda: complex(1, 2)))
print(reuse(lambda: frozenset([1])))
for name, make in [("P", set), ("Q", set), ("frozenset", lambda: frozenset([1]))]:
    print(name, reuse(make))
print(reuse(set), reuse(lambda: frozenset([1])), reuse(lambda: frozenset([1])))
print(reuse(lambda: frozenset([2])), reuse(lambda: frozenset([1])), reuse(lambda: frozenset([1])))
print(reuse(lambda: set([2])), reuse(lambda: set([1])), reuse(lambda: frozenset([1])))
