import gc


class Noisy:
    def __init__(self, name):
        self.name = name
        self.parts = []

    def __del__(self):
        print("del", self.name)


first = Noisy("first")
x = Noisy("x was y")
y = Noisy("y was x")
x, y = y, x
gc.disable()
one, two = Noisy("one"), Noisy("two")
two.parts = [Noisy("part"), two]
one.parts = [one]
one, two = two, one
gc.collect()
del one, two
print(gc.collect() > 0)
late = Noisy("late")
late.parts.append(first)
early = first
gc.enable()
print("end")
