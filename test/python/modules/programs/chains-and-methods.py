import collections, gc, weakref

gc.collect()
gc.disable()


def tried(what):
    try:
        return what()
    except TypeError as error:
        return str(error)


chain = collections.ChainMap({'a': 1}, {'b': 2, 'a': 3})
print(list(chain), dict(chain), len(chain))
for one in (lambda: chain.new_child(), lambda: chain.new_child({'z': 1}), lambda: chain.new_child(u=1)):
    tried(one)
    before = gc.get_count()[0]
    print(tried(one), gc.get_count()[0] - before)


class Named:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return self.name == other.name

    def shown(self):
        return self.name


a, b = Named('a'), Named('a')
first, second = weakref.WeakMethod(a.shown), weakref.WeakMethod(b.shown)
print(first == second, first != second, first != 3, first == 3, first != first)
del a
print(first == second, first != second, first != first)
