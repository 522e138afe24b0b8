import sys


def steps(title, obj, change, times):
    seen = [sys.getsizeof(obj)]
    where = [0]
    for i in range(times):
        change(obj, i)
        size = sys.getsizeof(obj)
        if size != seen[-1]:
            seen.append(size)
            where.append(i + 1)
    print(f"{title:<22}", list(zip(where, seen)))


steps("append", [], lambda o, i: o.append(i), 70)
steps("insert 0", [], lambda o, i: o.insert(0, i), 40)
steps("extend 3", [], lambda o, i: o.extend((1, 2, 3)), 20)
steps("extend gen", [], lambda o, i: o.extend(j for j in range(5)), 12)
steps("+= list", [], lambda o, i: o.__iadd__([i] * 4), 12)
steps("slice assign", [1, 2], lambda o, i: o.__setitem__(slice(1, 1), [i, i]), 20)
steps("pop", list(range(60)), lambda o, i: o.pop(), 60)
steps("pop 0", list(range(40)), lambda o, i: o.pop(0), 40)
steps("del tail", list(range(64)), lambda o, i: o.__delitem__(slice(-4, None)), 16)
steps("remove", [0] * 30, lambda o, i: o.remove(0), 30)
steps("*=", [1], lambda o, i: o.__imul__(2), 7)
steps("dict insert", {}, lambda o, i: o.__setitem__(i, i), 100)
steps("dict str keys", {}, lambda o, i: o.__setitem__(f"k{i}", i), 100)
steps("dict insert/delete", {}, lambda o, i: (o.__setitem__(i, i), o.pop(i - 3, None)), 60)
steps("dict update", {}, lambda o, i: o.update({i * 10 + j: j for j in range(5)}), 20)
steps("dict |=", {}, lambda o, i: o.__ior__({i: i}), 30)
steps("dict popitem", {i: i for i in range(50)}, lambda o, i: o.popitem(), 50)
steps("dict setdefault", dict(a=1), lambda o, i: o.setdefault(i), 30)
steps("set add", set(), lambda o, i: o.add(i), 150)
steps("set discard", set(range(60)), lambda o, i: o.discard(i), 60)
steps("set update", set(), lambda o, i: o.update(range(i * 7, i * 7 + 7)), 20)
steps("set add/discard", set(), lambda o, i: (o.add(i), o.discard(i - 2)), 40)
steps("set -=", set(range(100)), lambda o, i: o.__isub__({i, i + 1}), 50)
steps("bytearray append", bytearray(), lambda o, i: o.append(i % 256), 80)
steps("bytearray +=", bytearray(), lambda o, i: o.__iadd__(b"xyz"), 40)
steps("bytearray del", bytearray(100), lambda o, i: o.__delitem__(slice(0, 5)), 20)
steps("bytearray pop", bytearray(50), lambda o, i: o.pop(), 50)
print([sys.getsizeof("a" * n) for n in range(5)], [sys.getsizeof("é" * n) for n in range(5)])
print([sys.getsizeof("中" * n) for n in range(5)], [sys.getsizeof("😀" * n) for n in range(5)])
print([sys.getsizeof(b"a" * n) for n in range(4)], [sys.getsizeof((0,) * n) for n in range(5)])
print([sys.getsizeof(2 ** (30 * n)) for n in range(6)], [sys.getsizeof(-(2 ** (30 * n) - 1)) for n in range(5)])
print(sys.getsizeof(list((1, 2, 3))), sys.getsizeof([1, 2, 3]), sys.getsizeof([*range(3)]), sys.getsizeof(list(range(3))),
      sys.getsizeof([i for i in range(3)]), sys.getsizeof([1, 2] + [3]), sys.getsizeof([1] * 3), sys.getsizeof([1, 2, 3][:]),
      sys.getsizeof([1, 2, 3].copy()), sys.getsizeof(sorted((3, 2, 1))), sys.getsizeof("a b c".split()))
print(sys.getsizeof({*range(3)}), sys.getsizeof(set(range(20)) | {99}), sys.getsizeof(frozenset(range(20))),
      sys.getsizeof(set(range(20)) - {1}), sys.getsizeof({1, 2} & {2}), sys.getsizeof(set(range(30)).copy()))
print(sys.getsizeof(dict.fromkeys(range(10))), sys.getsizeof(dict(zip("abcdef", range(6)))), sys.getsizeof({**{1: 1}, **{2: 2}}),
      sys.getsizeof({i: i for i in range(10)}), sys.getsizeof(dict([(i, i) for i in range(10)])), sys.getsizeof({1: 1} | {2: 2}))
print(sys.getsizeof(None), sys.getsizeof(True), sys.getsizeof(1.5), sys.getsizeof(1j), sys.getsizeof(range(5)), sys.getsizeof(slice(1)),
      sys.getsizeof(...), sys.getsizeof(NotImplemented), sys.getsizeof(object()), sys.getsizeof(memoryview(b"x")))
print([sys.getsizeof(iter(x)) for x in ([], (), "", {}, set(), range(3), b"")], sys.getsizeof(enumerate([])), sys.getsizeof(zip()),
      sys.getsizeof(map(len, [])), sys.getsizeof(filter(None, [])), sys.getsizeof(reversed([])))
