"""Some letters are interned apart from the shared one-character strings."""
import sys
print(chr(32) is " ", chr(233) is "é", chr(48) is "0", chr(0x4e2d) is "中", "" is str(), chr(95) is "_")
print(chr(97) is sys.intern(chr(97)), sys.intern("a") is "a", sys.intern(chr(97)) is "a", sys.intern(chr(122)) is chr(122))
class K: pass
k = K(); k.a = 1
print(list(k.__dict__)[0] is "a", list(k.__dict__)[0] is chr(97))
def f(b): pass
print(f.__code__.co_varnames[0] is "b", f.__code__.co_varnames[0] is chr(98), f.__name__ is "f", f.__name__ is chr(102))
print(list({"c": 1})[0] is "c", list(dict(c=1))[0] is "c", list(dict(c=1))[0] is chr(99))
print(("a", "b")[0] is "a", [x is y for x, y in zip("abc", "abc")], [x is y for x, y in zip("abc", ["a", "b", "c"])])
d = {"a": 1}
print([k is j for k, j in zip(d, "a")], "a" in "abc", {chr(97): 1} == d)
s = {"a", "b"}
print(chr(97) in s, sorted(s)[0] is "a", min(s) is chr(97))
print(f'{"a"}' is "a", "a" is 'a', "ab"[:1] is "a", "ab"[-2] is "a", ("ab" + "c")[0] is "a")
n = "z"
print(n is chr(122), n is sys.intern(chr(122)), "z" is n)
setattr(k, chr(113), 1)
print(list(k.__dict__)[1] is "q", list(k.__dict__)[1] is chr(113))
print(chr(97) is "a", "a b".split()[0] is "a", "a,b".partition(",")[0] is "a", "abc"[0] is "a", "a".upper() is "A", "xa".strip("x") is "a", list("ab")[0] is "a", str(1) is "1", f"{1}" is "1", "ab".replace("b", "") is "a", "".join(["a"]) is "a", "a" + "" is "a", "x".join("a") is "a", "a".ljust(1) is "a", next(iter("abc")) is "a")
t = "a b"
print(t.split()[0] is "a", t.split()[0] is t.split()[0], t[0] is "a", t[0] is chr(97), t.split()[0] is chr(97), t.partition(" ")[0] is chr(97), t.rsplit()[0] is chr(97), t.splitlines()[0] is t)
print("%s" % t is t, "%s" % (t,) is t, "x%s" % t is t, "{}".format(t) is t, "{}!".format(t) is t)
