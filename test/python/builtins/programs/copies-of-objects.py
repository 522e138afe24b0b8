import copy, sys, gc, collections, functools, array


def show(*attempts):
    for attempt in attempts:
        try:
            print(attempt())
        except Exception as error:
            print(type(error).__name__, error)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ('a', 'b')


class Both(Slotted):
    pass


class Numbers(list):
    pass


class Pair(tuple):
    pass


class Stateful:
    def __init__(self):
        self.kept = [1]
        self.dropped = 'gone'

    def __getstate__(self):
        state = self.__dict__.copy()
        del state['dropped']
        print('getstate', state)
        return state

    def __setstate__(self, state):
        print('setstate', state)
        self.__dict__.update(state)


class Reduced:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        print('reduce')
        return Reduced, (self.value,)


class Singleton:
    def __reduce__(self):
        return 'THE_ONE'


class Copied:
    def __copy__(self):
        print('copy')
        return self

    def __deepcopy__(self, memo):
        print('deepcopy', type(memo).__name__, len(memo))
        return Copied()


class Made:
    def __new__(cls, a, b=2):
        print('new', a, b)
        made = object.__new__(cls)
        made.a = a
        return made

    def __getnewargs__(self):
        return (self.a,)


class MadeByName:
    def __new__(cls, a, *, b):
        print('new', a, b)
        return object.__new__(cls)

    def __getnewargs_ex__(self):
        return (1,), {'b': 2}


point = Point([1], {'k': (2, [3])})
shallow, deep = copy.copy(point), copy.deepcopy(point)
print(shallow.x is point.x, deep.x is point.x, deep.y, deep.y['k'][1] is point.y['k'][1], type(deep).__name__)
print(sys.getrefcount(point.x), sys.getrefcount(deep.x), sys.getsizeof(point.__dict__) == sys.getsizeof(deep.__dict__))
slotted = Both()
slotted.a, slotted.z = [1], [2]
other = copy.deepcopy(slotted)
print(other.a, other.z, hasattr(other, 'b'), other.a is slotted.a, Slotted.__slots__, '__slotnames__' in vars(Both))
numbers = Numbers([[1], 2])
numbers.name = 'n'
again = copy.deepcopy(numbers)
print(again, again.name, again[0] is numbers[0], copy.copy(numbers)[0] is numbers[0])
pair = Pair(([1], 2))
print(copy.copy(pair) is pair, copy.deepcopy(pair), copy.deepcopy(pair)[0] is pair[0])
copy.copy(Stateful())
kept = Stateful()
print(copy.deepcopy(kept).kept is kept.kept, hasattr(copy.copy(kept), 'dropped'))
print(copy.copy(Reduced(3)).value, copy.deepcopy(Reduced([4])).value)
single = Singleton()
print(copy.copy(single) is single, copy.deepcopy(single) is single)
copied = Copied()
print(copy.copy(copied) is copied, copy.deepcopy([copied])[0] is copied)
print(copy.copy(Made('x')).a, copy.deepcopy(Made('y')).a, type(copy.copy(MadeByName(3, b=4))).__name__)
for value in (collections.deque([1, [2]], 3), collections.OrderedDict(a=[1]), collections.defaultdict(list, a=[1]), collections.Counter('aab'),
              {1, 2}, frozenset({3}), bytearray(b'ab'), array.array('i', [1, 2]), range(3), slice(1, 2), 1 + 2j, ValueError('v', [1])):
    one, two = copy.copy(value), copy.deepcopy(value)
    print(type(value).__name__, repr(one) == repr(value), repr(two) == repr(value), one is value, two is value)
part = functools.partial(print, [1], end='!')
part.note = ['n']
one, two = copy.copy(part), copy.deepcopy(part)
print(one.args[0] is part.args[0], two.args[0] is part.args[0], one.note is part.note, two.keywords)
show(lambda: copy.copy(i for i in ()), lambda: copy.deepcopy(sys._getframe()), lambda: copy.copy(sys), lambda: copy.copy(len) is len, lambda: copy.deepcopy(show) is show)
error = OSError(2, 'missing', 'name')
print(repr(copy.copy(error)), copy.copy(error).filename, copy.Error is copy.error)
cycle = [1]
cycle.append(cycle)
double = copy.deepcopy(cycle)
print(double[1] is double, double is cycle, len(double))
memo = {}
made = copy.deepcopy([point, point], memo)
print(made[0] is made[1], len(memo), type(memo[id(memo)]).__name__)
print(point.__reduce_ex__(2)[1:], point.__reduce__()[1:], slotted.__reduce_ex__(4)[2], numbers.__reduce_ex__(4)[1:3], object().__reduce_ex__(2)[1:])
show(lambda: Slotted().__reduce_ex__(2)[1:], lambda: Pair((1, 2)).__reduce_ex__(2)[1:], lambda: {1}.__reduce__(), lambda: ValueError(1).__reduce__(), lambda: [].append.__reduce__(), lambda: range(3).__reduce__(), lambda: 'a'.__reduce_ex__(2)[1])
if hasattr(object, '__getstate__'):
    print(point.__getstate__(), slotted.__getstate__(), object().__getstate__(), numbers.__getstate__())
for label, value in (('point', point), ('list', [[1], [2]]), ('dict', {'a': [1]}), ('slotted', slotted)):
    copy.copy(value), copy.deepcopy(value)
    gc.collect()
    before = gc.get_count()[0]
    result = copy.copy(value)
    middle = gc.get_count()[0]
    result = copy.deepcopy(value)
    print(label, middle - before, gc.get_count()[0] - middle)
