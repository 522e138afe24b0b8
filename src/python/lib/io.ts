/** io: the program's own source as a file; there are no others. Streams in memory are native (modules/io). */
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
`;
