import sys
a=list[int]; print(sys.getsizeof(a), repr(a), repr(dict[str,list[int]]), tuple[int,...], a.__origin__, a.__args__, a==list[int], type(a).__name__, a(), hash(a)==hash(list[int]))
def f(x: list[int], y: dict[str, int] = None) -> tuple[int, str]: return x
print(f([1]))
if sys.version_info >= (3,10):
    u=int|None; print(sys.getsizeof(u), u, type(u).__name__, u.__args__, isinstance(3,u), isinstance(None,u), u==(None|int), int|str|int, list[int]|None)
for f in (lambda:list.append(1,2), lambda: str.upper(1), lambda: list.append(), lambda: dict.get([],1), lambda: list.__len__(3), lambda: isinstance([],a), lambda: str.join(',', ['a','b']), lambda: list.sort([2,1]), lambda: int.__add__(1,2), lambda: dict.fromkeys('ab'), lambda: (1).__add__('a'), lambda: [1].__eq__([1]), lambda: 'a'.__len__(), lambda: (1).__class__, lambda: sorted(map(str.upper, 'ab')), lambda: list(map(len, ['a','bb'])), lambda: max(['a','bbb'], key=len), lambda: object() == 1, lambda: hasattr([], '__iter__'), lambda: callable(len), lambda: callable(3), lambda: sum.__name__, lambda: [].append.__name__, lambda: type([].append).__name__, lambda: str.upper.__name__, lambda: type(str.upper).__name__, lambda: [].append.__self__, lambda: dir([])[-3:], lambda: repr(len), lambda: repr(print), lambda: int.__name__):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
