class Meta(type):
    def __instancecheck__(cls, one):
        print('asked', cls.__name__, type(one).__name__)
        return False


class Base(metaclass=Meta):
    pass


class Derived(Base):
    pass


print(isinstance(Base(), Base), isinstance(Derived(), Base), isinstance(Base(), Derived))
print(isinstance(Base(), (int, Base)), isinstance(1, int), isinstance(True, int), isinstance(int, type))
