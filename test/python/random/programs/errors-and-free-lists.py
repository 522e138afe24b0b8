import gc


class Row(tuple):
    def __init__(self, x=0, *more):
        self.x = [x]


def failing():
    held = (1,)
    first = [held]
    return first + 1


def missing(table):
    pairs = [(key, key) for key in 'ab']
    return table['c'], pairs


def wrapper(*args, **kwargs):
    return failing_with(*args, **kwargs)


def failing_with(a):
    return a


def show(label):
    print(label, gc.get_count())
    gc.collect()


gc.collect()
for number in range(4):
    try:
        failing()
    except TypeError as error:
        print(error)
show('raised in a function')
for number in range(4):
    try:
        missing({})
    except KeyError as error:
        print(repr(error))
show('a missing key')
for number in range(6):
    try:
        Row(number)
    except TypeError as error:
        print(error)
show('a class call that fails')
for number in range(3):
    try:
        wrapper(1, wrong=number)
    except TypeError as error:
        print(error)
show('keywords passed on')
try:
    len(5)
except TypeError as outer:
    for number in range(3):
        try:
            int('x' + str(number))
        except ValueError as error:
            print(type(error.__context__).__name__, error)
show('raised while another is handled')
for number in range(3):
    try:
        min([1, 'a'])
    except TypeError as error:
        print(error)
show('raised by min')
print('hello world'.translate({108: 'L', 111: None, 104: 'éé'}), 'abcabc'.translate({}))
show('characters that are not in the table')
