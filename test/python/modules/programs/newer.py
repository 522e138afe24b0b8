"""What came with a version is not there before it."""
import array, collections, enum, gc, keyword, random, typing, weakref, functools
def there(owner, *names):
    for name in names:
        print(getattr(owner, '__name__', owner), name, hasattr(owner, name))
there(typing, 'Annotated', 'Concatenate', 'ParamSpec', 'TypeAlias', 'TypeGuard', 'LiteralString', 'Never', 'NotRequired', 'Required', 'Self',
      'TypeVarTuple', 'Unpack', 'assert_never', 'assert_type', 'reveal_type', 'override', 'Optional')
there(keyword, 'issoftkeyword', 'softkwlist', 'iskeyword')
there(enum, 'EnumType', 'EnumMeta')
there(collections.Counter, 'total', 'elements')
there(collections.UserString, 'removeprefix', 'removesuffix')
there(weakref.WeakKeyDictionary, '__or__', '__ior__', '__ror__')
there(weakref.WeakValueDictionary, '__or__', '__ior__', '__ror__')
there(random, 'randbytes'); there(random.Random, 'randbytes')
there(gc, 'is_finalized')
there(array.array, '__class_getitem__', 'clear')
there(collections.deque, '__class_getitem__'); there(functools.partial, '__class_getitem__')
there(bytes, '__bytes__'); there(float, '__ceil__', '__floor__')
there(AttributeError, 'name', 'obj'); there(NameError, 'name')
try:
    from typing import Self
    print('Self is there')
except ImportError as error:
    print(type(error).__name__, error.name)
