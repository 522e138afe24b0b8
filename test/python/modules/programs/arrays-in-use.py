# An array whose buffer is in use keeps its size
import array


def told(name, action):
    items = array.array("B", range(8))
    view = memoryview(items)
    try:
        print(name, action(items), end=" ")
    except Exception as error:
        print(name, type(error).__name__, error, end=" ")
    print(items, view.tobytes())
    view.release()


def deleted(items):
    del items[2]


def cut(items):
    del items[2:4]


def sliced(items):
    items[1:3] = array.array("B", [9])


def same(items):
    items[1:3] = array.array("B", [9, 9])


def stretched(items):
    items *= 2


def emptied(items):
    items *= 0


def added(items):
    items += array.array("B", [1])


for name, action in [
    ("pop", lambda a: a.pop()), ("pop 0", lambda a: a.pop(0)), ("pop far", lambda a: a.pop(99)), ("append", lambda a: a.append(1)),
    ("insert", lambda a: a.insert(0, 1)), ("remove", lambda a: a.remove(3)), ("remove none", lambda a: a.remove(77)), ("extend", lambda a: a.extend([1])),
    ("extend none", lambda a: a.extend([])), ("frombytes", lambda a: a.frombytes(b"a")), ("fromlist", lambda a: a.fromlist([1])), ("reverse", lambda a: a.reverse()),
    ("del", deleted), ("cut", cut), ("sliced", sliced), ("same", same), ("stretched", stretched), ("emptied", emptied), ("added", added), ("byteswap", lambda a: a.byteswap()),
]:
    told(name, action)
