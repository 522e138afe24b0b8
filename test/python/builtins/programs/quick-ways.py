import sys


def size(x):
    return len(x)


print(size("abc"), size([1]))
len = lambda x: "mine"
print(size("abc"))
del len
print(size("abcd"))
globals()["l" + "en"] = lambda x: "by a key made at run time"
print(size("abc"))
globals().pop("len")
print(size("abcde"))

source = compile("print(abs(-1), max(1, 2))", "x", "exec")
for names in ({}, {"abs": lambda x: "own"}, {}, {"max": lambda *x: "largest"}):
    exec(source, names)
spare = {"print": print}
exec(source, spare)
spare["abs"] = lambda x: "later"
exec(source, spare)
spare.clear()
exec(source, spare)


class Odd:
    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return 1

    def __eq__(self, other):
        print("asked", self.text, other)
        return other == 1


odd = {Odd("a"): "odd"}
print(1 in odd, odd[1], odd.get(1), 2 in odd, odd.get(2, "none"))
odd[1] = "changed"
print(list(odd.values()))
print(True in {1}, 1.0 in [1], "a" in ("a", "b"), 3 in [1, "3"], -1 in {-1: 0, -2: 0}, -2 in {-1})


class Mine(dict):
    def __missing__(self, key):
        return "missing " + str(key)

    def __contains__(self, key):
        return "always"

    def __setitem__(self, key, value):
        print("set", key)
        dict.__setitem__(self, key, value)


mine = Mine()
mine[1] = 2
print(mine[1], mine[2], 7 in mine)


class Text(str):
    def __eq__(self, other):
        return "never"

    __hash__ = str.__hash__


print(Text("a") == "a", "a" == Text("a"), "a" == "a", "a" != "b", "ab" * 50 == "ab" * 50)
word = "héé\u4e00x"
print(word[0], word[1], word[-1], word[3], "x" in word, "z" in word)
for bad in ("word[9]", "word['a']", "[1][3]", "{}[1]", "[0].pop(4)", "1 in 5", "1 in 'a'", "{}.pop(1)"):
    try:
        eval(bad)
    except Exception as error:
        print(type(error).__name__, error)
numbers = [1, 2, 3]
numbers[-1] = 30
for place in (3, -4):
    try:
        numbers[place] = 0
    except IndexError as error:
        print(error)
print(numbers, {}.get(1), {1: None}.setdefault(1, 5), {}.setdefault(1), [1, 2].pop(), "a b".split(), "a,b,c".split(",", 1))


def deep(n):
    if n == 0:
        raise KeyError("deep")
    try:
        deep(n - 1)
    finally:
        done.append(n)


done = []
for attempt in range(3):
    try:
        deep(3)
    except KeyError as error:
        lines = []
        traceback = error.__traceback__
        while traceback is not None:
            lines.append(traceback.tb_lineno)
            traceback = traceback.tb_next
        print(attempt, error, done, lines, sys.getrefcount(error))


class Own(ValueError):
    pass


class Stop(StopIteration):
    pass


def raises(what):
    try:
        raise what
    except (TypeError, Own) as error:
        return repr(error), error.args
    except ValueError:
        try:
            raise
        except ValueError as again:
            return "again", repr(again), again.__context__
    finally:
        done.clear()


print(raises(Own(1, 2)), raises(ValueError), raises(TypeError("t")), Stop(4).value, Stop().value)
try:
    sorted([2, 1], key=lambda n: raises(KeyError(n)))
except KeyError as error:
    print("out of a key", error, error.__context__)


def generator():
    try:
        yield 1
        raise Own("in")
    except Own:
        yield "handled"
    raise ZeroDivisionError("after")


try:
    for one in generator():
        print(one)
except ZeroDivisionError as error:
    print(error)


class Point:
    def __init__(self, x, y=None):
        self.x = x
        if y is not None:
            self.y = y
        self.z = x

    def __del__(self):
        gone.append(sorted(self.__dict__))


class Wrong:
    def __init__(self, x):
        return x


gone = []
for n in range(3):
    Point(n, n)
    Point(n, None)
print(gone)
print(Wrong(None).__dict__)
for n in range(2):
    try:
        Wrong(n)
    except TypeError as error:
        print(error)
point = Point(1, 2)
del point.x
point.x = 3
print(list(vars(point)), point.x, sys.getsizeof(point))
print(isinstance(True, int), isinstance(1, (str, bool)), callable(len), ord("a"), chr(97), abs(-2.5))
