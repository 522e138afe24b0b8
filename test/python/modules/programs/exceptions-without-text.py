import traceback, sys
class B:
    def __str__(self): raise ValueError('no str')
    __repr__ = __str__
class X(Exception):
    def __str__(self): raise ValueError
for e in (Exception(B()), X(1), X()):
    print(traceback.format_exception_only(type(e), e))
    try: raise e
    except Exception: print(traceback.format_exc().splitlines()[-1])
    print(traceback.TracebackException(type(e), e, None).format_exception_only().__next__())
