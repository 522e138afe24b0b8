import gc
import string


def show(label):
    print(label, gc.get_count())
    gc.collect()


gc.collect()
print({}, [{}], repr({}))
show('an empty dict printed')
for number in range(3):
    print(sorted({'b': 1, 'a': 2}.items(), key=str))
show('sorted by key')
empty = frozenset([]), frozenset(set())
show('empty frozensets')


class Base:
    def __init_subclass__(cls, **options):
        print(sorted(options))


class Child(Base, option=1):
    pass


show('a class')
print(2 in [1, 2], 'x' in ('y', 'x'), [] in [[], 1])
show('searched in lists')
