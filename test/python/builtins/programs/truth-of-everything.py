"""Whether each kind of value is true: asked with bool(), by `if`, `not`, `and`, `or` and filter()."""
import array
import collections
import types

VALUES = [
    None, ..., True, False, 0, 7, -1, 2**70, 0.0, -0.0, 1e-300, float("nan"), 0j, 1j, "", "a", b"", b"a",
    bytearray(), bytearray(b"a"), [], [None], (), (None,), {}, {None: 0}, set(), {0}, frozenset(), frozenset([0]),
    range(0), range(3), slice(None), memoryview(b""), memoryview(b"a"), {}.keys(), {1: 2}.values(), {1: 2}.items(),
    iter(()), iter([1]), (x for x in ()), len, [].append, object(), object, type, Exception(), Exception("a"),
    array.array("i"), array.array("i", [0]), collections.deque(), collections.deque([0]), collections.Counter(),
    collections.OrderedDict(), collections.OrderedDict(a=1), types.MappingProxyType({}), types.MappingProxyType({1: 1}),
    types.SimpleNamespace(), zip(), map(len, []), enumerate([]), property(), staticmethod(len), types,
]


def asked(value):
    answers = [bool(value), not not value, True if value else False, (value and True) is True, bool(value or 0)]
    answers.append(list(filter(None, [value])) != [])
    return answers


for value in VALUES:
    said = asked(value)
    print(type(value).__name__, said[0], said == [said[0]] * 6)
if bool(None):
    print("None is true")
print(bool(), list(map(bool, [None, 0, 1])), any([None, bool(None)]), all([bool(None)]))
