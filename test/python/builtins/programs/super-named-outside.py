# A module that names super outside of functions: its methods make super objects, also from 3.12 on
import sys

print(super)


class Base:
    def name(self):
        return "base"


class Derived(Base):
    def name(self):
        return super().name

    def called(self):
        return super().name()

    def waits(self):
        yield super().name()
        yield super(Derived, self).name


derived = Derived()
print(derived.name()(), derived.called(), [one if isinstance(one, str) else one() for one in derived.waits()])
print([one.__code__.co_stacksize for one in (Derived.name, Derived.called, Derived.waits)])
print(sys.getsizeof(derived.waits()))
