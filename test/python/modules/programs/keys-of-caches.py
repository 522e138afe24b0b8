import functools
k = functools._make_key((1, "a"), {"b": 2}, False)
print(type(k).__name__, k[:2], hash(k) == hash(k))
print(functools._make_key((1,), {}, False), functools._make_key(("a",), {}, True), functools._make_key((1.5,), {}, False))
print(functools._make_key((1,), {}, True))
print(functools._make_key((), {}, False), functools._make_key(("a", 2), {"k": []} , True) == 0 if False else 1)
