# tracemalloc imports enum by way of re, whose StrEnum derives from str since 3.11, and functools.
import gc
import tracemalloc

gc.collect()


class A(str):
    pass


print(gc.get_count())


class B(str):
    pass


print(gc.get_count())


class C(list):
    pass


print(gc.get_count())
