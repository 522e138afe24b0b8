import sys


class A:
    pass


a = A()
for number in range(3):
    name = "".join(["dyn", "amic%d" % number])
    setattr(a, name, number)
    print(list(vars(a))[-1] is name, sys.intern("dynamic%d" % number) is name, getattr(a, name))
name = "".join(["dyn", "amic0"])
setattr(a, name, 5)
print(list(vars(a))[0] is name, vars(a))
delattr(a, name)
print(vars(a))
setattr(A, "".join(["of_", "class"]), 1)
print([key for key in vars(A) if key.startswith("of_")], A.of_class)


class S(str):
    pass


name = S("sub")
setattr(a, name, 1)
print(list(vars(a))[-1] == name, a.sub)
try:
    setattr(a, 5, 1)
except TypeError as error:
    print(error)
text = "".join(["some", "thing"])
count = sys.getrefcount(text)
print(sys.intern(text) is text, sys.getrefcount(text) - count in (0, 4294967295 - count))
d = {text: 1}
print(sys.getrefcount(text) - count in (1, 4294967295 - count))
