def walk(c):
    print(c.__name__, [x.__name__ for x in c.__subclasses__() if x.__module__ == "builtins"])
    for x in c.__subclasses__():
        if x.__module__ == "builtins": walk(x)
walk(BaseException)
class E(ValueError): pass
print(ValueError.__subclasses__()[-1], E.__subclasses__())
