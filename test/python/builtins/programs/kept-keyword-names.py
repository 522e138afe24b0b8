import bisect, functools, gc, io, math, os, sys, types
buffer = bytearray(b'a b')
view = memoryview(b'abcd')
def code(): pass
calls = {
    'math.isclose': lambda: math.isclose(1.0, 2.0, rel_tol=1),
    'math.prod': lambda: math.prod((), start=1),
    'bisect.bisect': lambda: bisect.bisect([], 1, lo=0),
    'bisect.insort_left': lambda: bisect.insort_left([], 1, lo=0),
    'bytearray.split': lambda: buffer.split(sep=b'q'),
    'bytearray.decode': lambda: buffer.decode(encoding='utf-8'),
    'bytearray.hex': lambda: buffer.hex(sep=':'),
    'bytearray.splitlines': lambda: buffer.splitlines(keepends=True),
    'bytearray.translate': lambda: buffer.translate(None, delete=b'a'),
    'bytearray.expandtabs': lambda: buffer.expandtabs(tabsize=3),
    'bytes.translate': lambda: b'a'.translate(None, delete=b'a'),
    'memoryview.tobytes': lambda: view.tobytes(order='C'),
    'memoryview.cast': lambda: view.cast(format='b'),
    'memoryview.hex': lambda: view.hex(sep=':'),
    'code.replace': lambda: code.__code__.replace(co_name='q'),
    'io.StringIO': lambda: io.StringIO(initial_value='q'),
    'io.BytesIO': lambda: io.BytesIO(initial_bytes=b'q'),
    'os.fspath': lambda: os.fspath(path='q'),
    'cmp_to_key': lambda: functools.cmp_to_key(mycmp=1),
    'sys.getsizeof': lambda: sys.getsizeof(object=1),
    'gc.get_objects': lambda: gc.get_objects(generation=2),
    'function': lambda: types.FunctionType(code=code.__code__, globals={}),
    'module': lambda: types.ModuleType(name='q'),
    'mappingproxy': lambda: types.MappingProxyType(mapping={}),
    'ImportError': lambda: ImportError(name='q'),
}
gc.disable()
def made(call):
    before = gc.get_count()[0]
    call()
    return gc.get_count()[0] - before
for name, call in calls.items():
    gc.collect()
    made(int)
    made(int)
    print(name, made(call), made(call), made(call))
