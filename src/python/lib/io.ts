/** io: the program's own source as a file, of text or of bytes; there are no others. Streams in memory are native (modules/io). */
export const IO_SOURCE = `
class UnsupportedOperation(OSError, ValueError):
    pass


class TextIOWrapper:
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

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def readable(self):
        return True

    def seekable(self):
        return True

    def flush(self):
        self._check()

    def tell(self):
        self._check()
        return self._at

    def seek(self, offset, whence=0):
        self._check()
        self._at = max(0, (0, self._at, len(self._whole))[whence] + offset)
        return self._at

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

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

    def __repr__(self):
        return f'<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>'


class BufferedReader:
    __module__ = '_io'
    _newline = b'\\n'

    def __init__(self, name, content, mode):
        self.name, self.mode, self.closed = name, mode, False
        self._whole, self._at = content, 0

    def _of(self, action):
        if self.closed:
            raise ValueError(action + ' of closed file')

    def read(self, size=-1, /):
        self._of('read')
        end = len(self._whole) if size is None or size < 0 else min(len(self._whole), self._at + size)
        part = self._whole[self._at:end]
        self._at = max(self._at, end)
        return part

    read1 = read

    def peek(self, size=0, /):
        self._of('peek')
        return self._whole[self._at:]

    def readinto(self, target, /):
        self._of('readinto')
        part = self.read(len(target))
        target[:len(part)] = part
        return len(part)

    def readline(self, size=-1, /):
        self._of('readline')
        return TextIOWrapper.readline(self, size)

    def seek(self, offset, whence=0, /):
        self._of('seek')
        return TextIOWrapper.seek(self, offset, whence)

    def tell(self):
        return self._told(self._at)

    def fileno(self):
        return self._told(3)

    def isatty(self):
        return self._told(False)

    def readable(self):
        return self._told(True)

    def seekable(self):
        return self._told(True)

    def _told(self, answer):
        if self.closed:
            raise ValueError('I/O operation on closed file')
        return answer

    def write(self, part, /):
        raise UnsupportedOperation('write')

    def __repr__(self):
        return f'<_io.BufferedReader name={self.name!r}>'


for _name in ('writable', '_check', 'close', '__enter__', '__exit__', 'flush', 'writelines', 'readlines', '__iter__', '__next__'):
    setattr(BufferedReader, _name, TextIOWrapper.__dict__[_name])
del _name
`;
