import sys
for name in 'flags int_info float_info hash_info thread_info abiflags api_version float_repr_style pycache_prefix warnoptions byteorder maxsize maxunicode platform'.split():
    print(name, getattr(sys, name))
print(len(sys.flags), sys.flags.optimize, sys.flags[3], sys.flags.hash_randomization, sys.flags.dev_mode, type(sys.flags), sys.flags.n_fields, sys.flags.n_sequence_fields, sys.flags.n_unnamed_fields)
print(sys.version_info[:2], sys.version_info >= (3, 9), sys.version_info.n_fields, sys.version_info == tuple(sys.version_info), hash(sys.version_info) == hash(tuple(sys.version_info)))
print(sys.implementation.name, sys.implementation.cache_tag, sys.implementation._multiarch, sys.hexversion == sys.implementation.hexversion)
print(sys.getswitchinterval(), sys.setswitchinterval(0.01), sys.getswitchinterval())
for attempt in (lambda: sys.setswitchinterval(0), lambda: sys.flags.foo, lambda: sys.flags[99], lambda: type(sys.flags)()):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(sys.gettrace(), sys.getprofile(), sys.settrace(None), sys.setprofile(None), sys.is_finalizing(), sys.getfilesystemencodeerrors(), sys.getdlopenflags(), sys._clear_type_cache())
print(sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit, sys.hash_info.algorithm, sys.getsizeof(sys.version_info) == sys.getsizeof(tuple(sys.version_info)))
if hasattr(sys, 'exception'):
    print(sys.exception())
    try:
        1 / 0
    except ZeroDivisionError as error:
        print(sys.exception() is error, sys.getrefcount(error), sys.exc_info()[1] is error, sys.getrefcount(error))
    print(sys.exception())
if hasattr(sys, 'stdlib_module_names'):
    print('gc' in sys.stdlib_module_names, type(sys.stdlib_module_names), sys.orig_argv[-1:] == sys.argv[:1])
if hasattr(sys, '_is_interned'):
    text = ''.join(['not', ' ', 'interned'])
    print(sys._is_interned('name'), sys._is_interned(text), sys._is_interned(sys.intern(text)))
print(hasattr(sys, 'platlibdir'), [name for name in dir(sys.version_info) if not name.startswith('_')])
print([name for name in dir(type(sys.flags)) if not name.startswith('_')])
