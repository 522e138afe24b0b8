class S(str):
    def __format__(self, spec): return "<" + super().__format__(spec) + ">"
print(f"{S('a'):>3}", format(S("b"), ""), "{:<4}".format(S("c")), f"{S('d')}")
class I(int):
    def __format__(self, spec): return "<" + super().__format__(spec) + ">"
print(f"{I(5):>3}", format(I(6), ""), "{:<4}".format(I(7)))
