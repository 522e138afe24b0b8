# The one empty frozenset of 3.9 is made by the import of keyword, and by none that does without it.
import gc
import weakref

gc.collect()
first = gc.get_count()[0]
frozenset([])
second = gc.get_count()[0]
frozenset([])
print(second - first, gc.get_count())
