# Constants and names of the main script are held by the list of its syntax tree's arena while it runs.
import gc
import sys

gc.collect()
gc.collect()


def kinds(obj):
    return [type(one).__name__ for one in gc.get_referrers(obj)]


x = 'some text'
held = {'k': x, 'q': []}
row = [x]
pair = (x, [])
print(kinds(x))
number = 123456789012345678901234567890
print(kinds(number), kinds(100000), kinds(1.5), kinds(b'abc def'), kinds(2j), kinds(-77777), kinds(3 * 7777))


def shout(value):
    "says it"
    local = 'local text'
    return len(gc.get_referrers(local)), len(gc.get_referrers(value))


print(shout('given'), shout(x), sorted(kinds(shout.__name__)), kinds(shout.__code__), kinds(shout))
print(kinds('ab ' * 3), kinds('a b' 'c d'), kinds('identifier'), kinds('made here'.upper()))


class Box:
    label = 'in class'


box = Box()
print(sorted(kinds(Box.label)), kinds(box), sorted(kinds('Box')) != [])
fresh = 'never ' + str(5)
print(kinds(fresh), kinds(sys.intern('made at run time')))
first = [one for one in gc.get_referrers(1000) if type(one) is list][0]
second = [one for one in gc.get_referrers(x) if type(one) is list and one is not row][0]
print(first is second)
