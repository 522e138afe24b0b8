class Index:
    def __index__(self):
        return 1.5


class One:
    def __new__(cls):
        return super().__new__()


class Other:
    def __new__(cls):
        return super().__new__(5)


class Plain:
    pass


class Init:
    def __init__(self, value=0, key=0):
        self.value = value


class Base:
    def __new__(cls, *args, **kwargs):
        return super().__new__(cls, *args, **kwargs)

    def __init__(self, value=0, key=0):
        self.value = value


for mistake in (lambda: [1][Index()], lambda: "ab"[Index()], lambda: (1,)[Index()], lambda: range(3)[Index()], lambda: [1, 2][Index():], lambda: b"a"[Index()], One, Other, lambda: object.__new__(), lambda: object.__new__("a"), lambda: object.__new__(One, 1), lambda: object.__new__(Plain, 1), lambda: object.__new__(Init, 1) is None, lambda: Base() is None, lambda: Base(1), lambda: Base(key=1), lambda: object(1), lambda: object.__new__(object, 1), lambda: Plain(1), lambda: Plain(key=1)):
    try:
        print(mistake())
    except TypeError as error:
        print(error)
