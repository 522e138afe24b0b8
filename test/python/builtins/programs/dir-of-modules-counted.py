import gc


def count(operation):
    operation()
    gc.collect()
    gc.disable()
    before = gc.get_count()[0]
    operation()
    middle = gc.get_count()[0]
    operation()
    return middle - before, gc.get_count()[0] - middle


class C:
    def __init__(self):
        self.a = 1


c = C()
print(count(lambda: dir(gc)), count(lambda: dir(C)), count(lambda: dir([])), count(lambda: dir()))
print(count(lambda: dir(c)), count(lambda: c.__dir__()), count(lambda: object.__dir__(c)), count(lambda: gc.__dir__()))
