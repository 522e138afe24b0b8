# map and zip have the tuple of their iterators before they ask for the first: an exception's own tuple is another one.
import gc


def after(make):
    gc.collect()
    try:
        make()
    except TypeError:
        pass
    print(gc.get_count())


after(lambda: map(int, 1))
after(lambda: map(int, [], 1))
after(lambda: zip(1))
after(lambda: zip([], [], 1))
after(lambda: map(int))
after(lambda: filter(int, 1))
after(lambda: list(1))
