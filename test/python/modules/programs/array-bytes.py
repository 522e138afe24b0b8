import sys, io, array as module
from array import array


def show(*attempts):
    for attempt in attempts:
        try:
            print(attempt())
        except Exception as error:
            print(type(error).__name__, error)


print(module.typecodes, module.ArrayType is array, [name for name in dir(module) if not name.startswith('_')])
print([name for name in dir(array) if not name.startswith('_')])
for code in 'bBhHiIlLqQfd':
    numbers = array(code, [1, 2, 3])
    print(code, numbers.byteswap(), numbers, numbers.tobytes()[:8], end=' ')
    numbers.byteswap()
    print(numbers)
letters = array('u', 'aé中')
letters.fromunicode('xyz')
print(letters, letters.tounicode(), len(letters), sys.getsizeof(letters))
show(lambda: letters.byteswap(), lambda: letters, lambda: letters.byteswap(), lambda: letters, lambda: array('i').fromunicode('a'), lambda: array('i').tounicode(), lambda: letters.fromunicode(3))
file = io.BytesIO()
show(lambda: array('h', [1, 2, 300]).tofile(file), file.getvalue)
file.seek(0)
read = array('h')
show(lambda: read.fromfile(file, 2), lambda: read, lambda: read.fromfile(file, 5), lambda: read)
show(lambda: array('i').fromfile(3, 1), lambda: array('i').tofile(3), lambda: read.fromfile(file, -1))
a = array('i', [3, 1, 2])
print(a.__add__(array('i', [9])), a.__mul__(2), a.__rmul__(2), a.__len__(), a.__contains__(1), a.__getitem__(0))
show(lambda: a.__add__([1]), lambda: a.__mul__('x'), lambda: a * 'x', lambda: a * 1.5, lambda: a + (1,), lambda: -1 * a)
print(a < array('i', [4]), a.__lt__(array('d', [4.5])), a.__eq__([3, 1, 2]), a.__ge__(a), a != array('b', [3, 1, 2]))
show(lambda: a < [4], lambda: sorted(a), lambda: max(a), lambda: a.index(1, 2), lambda: a.index(2, 1), lambda: a.index(2, -1))
print(type(a.buffer_info()[0]), a.buffer_info()[1], array('i').buffer_info()[1])
