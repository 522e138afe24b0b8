# Mistakes that everybody makes once
import sys


def add(item, basket=[]):
    basket.append(item)
    return basket


print(add(1), add(2), add.__defaults__, sys.getrefcount(add.__defaults__[0]))
grid = [[0] * 3] * 3
grid[0][0] = 1
print(grid, sys.getrefcount(grid[0]), [id(r) == id(grid[0]) for r in grid])
good = [[0] * 3 for _ in range(3)]
good[0][0] = 1
print(good, sys.getrefcount(good[0]))
funcs = [lambda: i for i in range(3)]
print([f() for f in funcs], funcs[0].__closure__[0].cell_contents if funcs[0].__closure__ else None)
funcs = [lambda i=i: i for i in range(3)]
print([f() for f in funcs])
nums = [1, 2, 2, 3, 2]
for n in nums:
    if n == 2:
        nums.remove(n)
print(nums)
d = {"a": 1, "b": 2}
for bad in ("grow", "shrink", "replace"):
    try:
        for k in d:
            if bad == "grow":
                d[k + "x"] = 0
            elif bad == "shrink":
                del d[k]
            else:
                d.pop(k)
                d[k + "y"] = 1
    except RuntimeError as e:
        print(bad, "RuntimeError:", e, d)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print("RuntimeError:", e)
mistakes = [
    lambda: "age: " + 5,
    lambda: 5 + "5",
    lambda: [1] + (2,),
    lambda: {} + {},
    lambda: None + 1,
    lambda: "abc"[1.0],
    lambda: [1, 2]["0"],
    lambda: {"a": 1}["b"],
    lambda: {[1]: 2},
    lambda: {1, [2]},
    lambda: int("3.5"),
    lambda: int("abc", 16) and int("xyz", 16),
    lambda: float("1,5"),
    lambda: len(5),
    lambda: sum(["a", "b"]),
    lambda: max([]),
    lambda: sorted([1, "a", None]),
    lambda: "abc".foo(),
    lambda: [].push(1),
    lambda: (1, 2).append(3),
    lambda: None.strip(),
    lambda: undefined_name,
    lambda: add(),
    lambda: add(1, 2, 3),
    lambda: "x" * "y",
    lambda: -"x",
    lambda: not_there.attr,
    lambda: range(1.5),
    lambda: list(5),
    lambda: dict([1, 2]),
    lambda: dict([(1, 2, 3)]),
    lambda: [].pop(),
    lambda: {}.popitem(),
    lambda: [1].index(2),
    lambda: "abc".index("z"),
    lambda: chr(-1),
    lambda: ord("ab"),
    lambda: round("x"),
    lambda: abs("x"),
    lambda: isinstance(1, "int"),
    lambda: "%d" % "x",
    lambda: "%s %s" % (1,),
    lambda: "{} {}".format(1),
    lambda: "{x}".format(y=1),
    lambda: f"{1:z}",
    lambda: open("no-such-file.txt"),
    lambda: 1 // 0,
    lambda: 1.0 / 0,
    lambda: 5 % 0,
    lambda: 0 ** -1,
    lambda: 2.0 ** 5000,
    lambda: (lambda x: x)(),
    lambda: print(end=5),
    lambda: "a".join([1, 2]),
    lambda: "abc".split(""),
    lambda: bytes("x"),
    lambda: b"a" + "b",
    lambda: [3, 1] < ["a"],
    lambda: {1: 2} < {2: 3},
    lambda: 1 < "2",
    lambda: 5(),
    lambda: "abc"(),
    lambda: 5 in 5,
    lambda: [*5],
    lambda: {**5},
    lambda: next([]),
    lambda: iter(5),
]
for n, m in enumerate(mistakes):
    try:
        m()
        print(n, "no mistake")
    except Exception as e:
        print(n, type(e).__name__, e)
