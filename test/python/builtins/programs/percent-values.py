class I:
    def __index__(self): return 20
class J:
    def __int__(self): return 30
class K:
    def __int__(self): return "x"
class L:
    def __index__(self): return 65
    def __int__(self): return 66
class F:
    def __float__(self): return 2.5
class T:
    def __trunc__(self): return 7
for o in (I(), J(), K(), L(), F(), T(), 2.7, "x", None, [], True):
    for f in ("%d", "%i", "%x", "%o", "%c", "%5.1f", "%e", "%u", "%X", "%#x", "%5d"):
        try: print(f % o, end=" ")
        except Exception as e: print(type(e).__name__, e, end=" ")
        try: print(f.encode() % o, end=" ")
        except Exception as e: print(type(e).__name__, e, end=" ")
    print()
s = "hello there"
print("{}".format(s) is s, "{0}".format(s) is s, "{x}".format(x=s) is s, "{!s}".format(s) is s, "{:}".format(s) is s, "{:s}".format(s) is s, s.format() is s, s.format(1) is s, "a{}".format(s) is s, f"{s}" is s, f"{s!s}" is s, f"{s:}" is s)
print(format(s) is s, format(s, "") is s, format(s, "s") is s, "%s" % s is s, "%s" % (s,) is s, "%(a)s" % {"a": s} is s, "%5s" % s is s, str(s) is s)
