import atexit
atexit._clear()
for f in (lambda: type(...)(1), lambda: type(NotImplemented)(1), lambda: type(None)(1), lambda: type(...)(a=1), lambda: type(None)(a=1), lambda: type(NotImplemented)(a=2), lambda: type(...)(**{})):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(type(...)() is ..., type(NotImplemented)() is NotImplemented, type(None)() is None)
class D:
    def __del__(self): print("del")
atexit.register(print, "one")
atexit.register(lambda d: print("two", d is not None), D())
print(atexit._ncallbacks())
atexit._run_exitfuncs()
print(atexit._ncallbacks())
atexit.register(print, "three", D())
atexit._clear()
print(atexit._ncallbacks())
def nested():
    print("nested")
    atexit.register(print, "inner")
atexit.register(print, "last")
atexit.register(nested)
