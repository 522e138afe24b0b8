# 银行练习:collections 模块
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple, UserDict, UserList, UserString
import sys

Account = namedtuple("Account", "number owner balance", defaults=[0])
Pair = namedtuple("Pair", ["left", "right"])
print(Account._fields, Account._field_defaults, Account(1, "ann"), Account(2, "bob", 5)._replace(balance=9), Account._make([3, "cy", 1])._asdict())
a = Account(1, "ann", 100)
number, owner, _ = a
print(a.owner, a[1], a[-1], len(a), a == (1, "ann", 100), a < (2,), hash(a) == hash((1, "ann", 100)), owner, a + (5,), a[:2], "ann" in a, a.count(100), a.index("ann"))
print(Account.__doc__, Account.owner.__doc__, type(Account.owner).__name__, Account.__slots__, Account.__mro__, Account.__new__.__defaults__)
for code in ["Account()", "Account(1)", "Account(1, 2, 3, 4)", "Account(1, 2, x=3)", "a.owner = 'x'", "a.foo", "del a.owner", "a[0] = 1", "a._replace(x=1)", "Account._make([1])", "Account._make(5)", "namedtuple('X', 'a a')", "namedtuple('X', 'class')", "namedtuple('X', '_a')", "namedtuple('X', '1a')", "namedtuple('class', 'a')", "namedtuple('X', 'a b', defaults=[1, 2, 3])", "namedtuple('X', 5)", "namedtuple('X', 'a', rename=True)(1, 2)", "print(namedtuple('X', 'a class _b a', rename=True)._fields)", "print(namedtuple('X', 'a, b', module='m').__module__)", "print(namedtuple('X', '')())", "a > 5", "a + [1]", "print(Pair(1, 2) == Account(1, 2), Pair(*'ab'), Pair(left=1, right=2), [*Pair(1, 2)], {**Pair(1, 2)._asdict()})", "a.__dict__", "vars(a)", "print(a.__getnewargs__(), sys.getsizeof(a))"]:
    try:
        exec(code)
        print("ok  ", code)
    except Exception as e:
        print(type(e).__name__, code, "->", e)


class Rich(Account):
    __slots__ = ()

    @property
    def rich(self):
        return self.balance > 50

    def __str__(self):
        return f"{self.owner}:{self.balance}"


print(Rich(1, "x", 60), repr(Rich(1, "x")), Rich(1, "x", 60).rich, Rich(1, "x")._replace(balance=70).rich, isinstance(Rich(1, 2), tuple))
c = Counter("mississippi")
d = Counter(s=1, p=5, z=0)
print(c, c.most_common(2), c["zz"], c + d, c - d, c & d, c | d, +Counter(a=-1, b=2), -Counter(a=-1, b=2), sorted(c.elements()), sum(c.values()), Counter(a=1) == Counter(a=1, b=0))
c.update("sip"); c.subtract({"m": 3}); del c["i"]; c["new"] += 2
print(c, dict(c), list(c), c.copy() == c, Counter([1, 1, 2]), Counter({"a": 3}), Counter(), Counter(None), Counter(a=2).keys())
for code in ["Counter(5)", "Counter(1, 2)", "Counter([[1]])", "c + 5", "c - {}", "c & 1", "Counter.fromkeys('ab')", "c.update(5)", "Counter(a='x') + Counter(a=1)", "Counter(a='x').most_common()", "Counter(a='x', b=1).most_common()", "list(Counter(a='x').elements())", "c.total()", "c <= d", "c < 5", "c.most_common('x')", "del c['nothing']; print('no error')", "c.pop('nothing')", "c += 5", "c |= Counter(q=1); print(c['q'])", "c &= Counter(q=5); print(c)"]:
    try:
        r = eval(code) if "=" not in code.split("(")[0] and ";" not in code and "+=" not in code and "|=" not in code and "&=" not in code else exec(code)
        print("ok  ", code, r)
    except Exception as e:
        print(type(e).__name__, code, "->", e)
dd = defaultdict(list, {"x": [1]})
dd["y"].append(2)
print(dd, dd.get("q"), "q" in dd, dd.default_factory, dd.copy(), defaultdict(int) == {}, defaultdict(lambda: 5)[1], sorted(dd), dd | {"z": 3}, {"z": 3} | dd)
for code in ["defaultdict()[1]", "defaultdict(5)", "defaultdict(None, [(1, 2)])", "defaultdict(int, 5)", "defaultdict(list, [1])", "defaultdict(len)[1]", "dd[[]]", "dd.missing", "dd.__missing__('k')", "defaultdict(int, a=1, **{'b': 2})", "defaultdict(list, [(1, 2, 3)])", "defaultdict(None).__missing__(3)", "dd | 5", "repr(defaultdict(defaultdict))"]:
    try:
        print("ok  ", code, eval(code))
    except Exception as e:
        print(type(e).__name__, code, "->", e)
q = deque([1, 2, 3, 4], maxlen=4)
q.append(5); q.appendleft(0); q.rotate(1); q.extend("ab"); q.extendleft("cd")
print(q, q.maxlen, len(q), q[0], q[-1], list(reversed(q)), q.count("c"), "d" in q, q.copy() == q, deque("abc") + deque("d"), deque([1]) * 3, deque([1, 2]) < deque([1, 3]), bool(deque()))
q = deque("abcdef")
q.rotate(-2); q.insert(1, "X"); q.remove("f"); q.reverse(); q[0] = "Z"; del q[1]
print(q, q.index("X"), q.popleft(), q.pop(), q, deque(maxlen=0), deque([q]).copy(), q.__reduce__()[0].__name__)
q.append(q)
print(q)
for code in ["deque().pop()", "deque().popleft()", "deque(5)", "deque([], -1)", "deque([], 'x')", "deque([])[0]", "q[99]", "q['a']", "q[1:2]", "q.remove('zz')", "q.index('zz')", "deque([1], 1).insert(0, 5)", "q.rotate('a')", "q + [1]", "q < 5", "deque(1, 2, 3)", "deque(x=1)", "hash(q)", "del_(q)", "q.maxlen", "for_(deque([1, 2]))", "q.extend(5)", "deque([1, 2]) * 'a'", "deque([3, 1]).sort()", "q.__setitem__(99, 1)", "deque([1]).index(1, 5)"]:
    try:
        def del_(x):
            del x[99]
        def for_(x):
            for i in x:
                x.append(i)
        print("ok  ", code, eval(code))
    except Exception as e:
        print(type(e).__name__, code, "->", e)
od = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
od.move_to_end("a"); od.move_to_end("c", last=False)
print(od, od.popitem(), od.popitem(last=False), od, OrderedDict(a=1) == {"a": 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), list(reversed(OrderedDict(x=1, y=2))), OrderedDict.fromkeys("ab", 0), od | {"q": 1}, OrderedDict())
for code in ["od.move_to_end('zz')", "OrderedDict().popitem()", "OrderedDict(5)", "OrderedDict([1])", "OrderedDict(1, 2)", "od.pop('zz')", "od.pop('zz', 5)", "od['zz']", "od | 5", "OrderedDict([('a', 1)]).setdefault('b', 2)", "od[[1]]", "od.move_to_end()", "od < od"]:
    try:
        print("ok  ", code, eval(code))
    except Exception as e:
        print(type(e).__name__, code, "->", e)
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}, {"c": 4})
child = cm.new_child({"z": 0})
print(cm, cm["a"], cm["b"], len(cm), sorted(cm), child, child.parents == cm, cm.maps[1], "c" in cm, cm.get("q", 9), dict(cm), cm | {"n": 1})
child["a"] = 100; del child["z"]
print(child.maps[0], cm["a"], list(child.items()))
for code in ["cm['zz']", "del_(cm, 'b')", "cm.pop('b')", "cm.popitem()", "cm.popitem()", "cm.clear()", "ChainMap(1)['a']", "cm.pop('a', 1)", "ChainMap()", "ChainMap({}).parents", "cm | 5"]:
    try:
        def del_(x, k):
            del x[k]
        print("ok  ", code, eval(code))
    except Exception as e:
        print(type(e).__name__, code, "->", e)
class Low(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __missing__(self, k): return f"no {k}"
class Ls(UserList):
    def append(self, x): super().append(x * 2)
lo = Low(A=1, B=2); lo.update(C=3); lo.setdefault("D", 4)
print(lo, lo["zz"], "a" in lo, len(lo), lo.data, lo.pop("a"), lo | {"E": 5}, lo == {"b": 2}, list(lo), Low.fromkeys("XY", 0))
ls = Ls([3, 1]); ls.append(5); ls += [7]; ls.sort(); ls.insert(0, 9)
print(ls, ls[1:], type(ls[1:]).__name__, ls + [1], [1] + ls, ls * 2, ls == [9], 3 in ls, ls.index(7), ls.pop(), ls.data)
us = UserString("abc")
print(us, us.upper(), us + "d", us[1], us == "abc", repr(us), us * 2, "%s" % us, us % (), len(us), "b" in us, us.join(["1", "2"]), type(us.center(9)).__name__, hash(us) == hash("abc"), us < "b", int(UserString("5")))
