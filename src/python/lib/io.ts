/** io: texts and bytes in memory, and the program's own source as a file (lib modules need no other files). */
export const IO_SOURCE = `
class UnsupportedOperation(OSError, ValueError):
    pass


class _Memory:
    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self.closed = True

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def flush(self):
        self._check()

    def getvalue(self):
        self._check()
        return self._whole

    def tell(self):
        self._check()
        return self._at

    def seek(self, offset, whence=0):
        self._check()
        self._at = max(0, (0, self._at, len(self._whole))[whence] + offset)
        return self._at

    def truncate(self, size=None):
        self._check()
        size = self._at if size is None else size
        self._whole = self._whole[:size]
        return size

    def write(self, part, /):
        self._check()
        part = self._checked(part)
        if self._at > len(self._whole):
            self._whole += self._filler * (self._at - len(self._whole))
        self._whole = self._whole[:self._at] + part + self._whole[self._at + len(part):]
        self._at += len(part)
        return len(part)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def read(self, size=-1, /):
        self._check()
        end = len(self._whole) if size is None or size < 0 else self._at + size
        part = self._whole[self._at:end]
        self._at += len(part)
        return part

    def readline(self, size=-1, /):
        self._check()
        found = self._whole.find(self._newline, self._at)
        end = len(self._whole) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        part = self._whole[self._at:end]
        self._at += len(part)
        return part

    def readlines(self, hint=-1, /):
        return list(self)

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class StringIO(_Memory):
    __module__ = '_io'
    _filler = '\\0'
    _newline = '\\n'

    def __init__(self, initial_value='', newline='\\n'):
        if initial_value is None:
            initial_value = ''
        if not isinstance(initial_value, str):
            raise TypeError('initial_value must be str or None, not ' + type(initial_value).__name__)
        self.closed = False
        self._whole = initial_value
        self._at = 0

    def _checked(self, part):
        if not isinstance(part, str):
            raise TypeError("string argument expected, got %r" % type(part).__name__)
        return part


class BytesIO(_Memory):
    __module__ = '_io'
    _filler = b'\\0'
    _newline = b'\\n'

    def __init__(self, initial_bytes=b''):
        self.closed = False
        self._whole = bytes(initial_bytes or b'')
        self._at = 0

    def _checked(self, part):
        if isinstance(part, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return bytes(part)

    def getbuffer(self):
        return memoryview(self._whole)


class TextIOWrapper(_Memory):
    __module__ = '_io'
    _newline = '\\n'

    def __init__(self, name, text, mode, encoding):
        self.name = name
        self.mode = mode
        self.encoding = encoding
        self.closed = False
        self._whole = text
        self._at = 0

    def writable(self):
        return False

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def close(self):
        self.closed = True
        self._buffer = None

    def read(self, size=-1, /):
        self._check()
        rest = max(0, len(self._whole) - self._at)
        return _decoded(self, rest if size is None or size < 0 else min(size, rest))

    def write(self, part, /):
        raise UnsupportedOperation('not writable')

    def __repr__(self):
        return f'<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>'
`;
