try: '\u20ac5k'.encode('ascii')
except UnicodeEncodeError as e: print(e.args, e.start, e.end, e.reason, e.object, e.encoding, repr(e), str(e))
try: b'a\xff'.decode('utf-8')
except UnicodeDecodeError as e: print(e.args, e.start, e.end, e.reason, e.object, e.encoding, repr(e), str(e))
try: raise SystemExit(3,4)
except SystemExit as e: print(e.code)
class Stop(StopIteration):
    def __init__(self, v): self.v = v
print(Stop(3).value, Stop(3).args)
class E(OSError):
    def __init__(self, a): super().__init__(a, 'said'); self.z = 1
e = E(2); print(e.errno, e, e.args, e.filename)
class E(OSError):
    def __init__(self, a): self.z = 1
e = E(2); print(e.errno, e, e.args, e.filename)
class E(ImportError):
    def __init__(self, a): super().__init__(a, name='zz'); self.z = 1
e = E('m'); print(e.name, e, e.args, e.msg)
class E(SyntaxError):
    def __init__(self, a): super().__init__(a, ('f', 1,2,'t')); self.z = 1
e = E('m'); print(e.filename, e, e.args, e.msg)
class E(UnicodeDecodeError): pass
try: E(1)
except TypeError as e: print(e)
try: UnicodeDecodeError('a', 'b', 1, 2, 'c')
except TypeError as e: print(e)
try: UnicodeEncodeError('a', b'b', 1, 2, 'c')
except TypeError as e: print(e)
e = UnicodeTranslateError('abc', 1, 2, 'why'); print(e, e.args, e.object, e.start)
e = UnicodeEncodeError('ascii', 'ab\u20ac', 2, 3, 'why'); print(e, e.args, e.object, e.start)
e = UnicodeEncodeError('ascii', 'ab\u20ac', 1, 3, 'why'); print(e)
e = UnicodeDecodeError('ascii', b'ab\xff', 2, 3, 'why'); print(e)
e.start = 1; print(e, e.start); e.reason='x'; print(e)
try: compile('a b', 'f', 'exec')
except SyntaxError as e: print(e.args, e.text, e.offset)
import sys
t = '\u20ac5k' * 3
try: t.encode('latin-1')
except UnicodeEncodeError as e: print(e.object is t, e.args[1] is t)
try: bytes(t, 'ascii')
except UnicodeEncodeError as e: print(e.object is t, e.args[1] is t)
