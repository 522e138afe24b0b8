/** traceback: tracebacks and exceptions as text, and what their frames are. The text itself is the interpreter's own. */
/** What a summary of a frame is as a tuple. */
const PARTS = 'self.filename, self.lineno, self.name, self.line';

export const TRACEBACK_SOURCE = `
import linecache
import sys

_none_given = object()


class FrameSummary:
    __slots__ = ('filename', 'lineno', 'name', '_line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename, self.lineno = filename, lineno
        self.name, self.locals = name, locals
        self._line = line

    @property
    def line(self):
        if self._line is not None:
            return self._line.strip()
        if self.lineno is not None:
            self._line = linecache.getline(self.filename, self.lineno)
            return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, tuple):
            return (${PARTS}) == other
        if not isinstance(other, FrameSummary):
            return NotImplemented
        mine, others = (self.filename, self.lineno, self.name), (other.filename, other.lineno, other.name)
        return mine == others

    def __getitem__(self, pos):
        return (${PARTS})[pos]

    def __iter__(self):
        return iter([${PARTS}])

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    def format(self):
        result = []
        for one in self:
            text = f'  File "{one.filename}", line {one.lineno}, in {one.name}\\n'
            if one.line:
                text += f'    {one.line}\\n'
            result.append(text)
        return result


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    here = sys._getframe().f_back.f_back if f is None else f
    while here is not None:
        yield here, here.f_lineno
        here = here.f_back


def _summaries(frames):
    return StackSummary(FrameSummary(f.f_code.co_filename, lineno, f.f_code.co_name) for f, lineno in frames)


def extract_tb(tb, limit=None):
    stack = _summaries(walk_tb(tb))
    if limit is not None:
        stack[:] = stack[:limit] if limit >= 0 else stack[limit:]
    return stack


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    stack = _summaries(walk_stack(f))
    stack.reverse()
    if limit is not None:
        stack[:] = stack[-limit:] if limit >= 0 else stack[:-limit]
    return stack


def format_list(extracted_list):
    return StackSummary(one if isinstance(one, FrameSummary) else FrameSummary(*one[:3], line=one[3])
                        for one in extracted_list).format()


def format_tb(tb, limit=None):
    entries = _entries(tb)
    if limit is None:
        return entries
    if any('[Previous line repeated' in one for one in entries):
        return format_list(extract_tb(tb, limit))
    return entries[:limit] if limit >= 0 else entries[limit:]


def _entries(tb):
    entries = []
    for line in ([] if tb is None else _traceback_lines(tb).splitlines(True)):
        if line.startswith('  File ') or line.startswith('  [Previous'):
            entries.append(line)
        else:
            entries[-1] += line
    return entries


def format_stack(f=None, limit=None):
    return format_list(extract_stack(sys._getframe().f_back if f is None else f, limit))


def _exception_of(exc, value):
    return exc if value is _none_given else value


def format_exception_only(exc, /, value=_none_given):
    exc = _exception_of(exc, value)
    return ['NoneType: None\\n'] if exc is None else _own_lines(exc, None)


def _own_lines(exc, tb):
    text = _exception_line(exc, tb)
    lines = text.splitlines(True) if isinstance(exc, SyntaxError) else [text]
    return lines + _exception_notes(exc).splitlines(True)


def format_exception(exc, /, value=_none_given, tb=_none_given, limit=None, chain=True):
    exc = _exception_of(exc, value)
    if exc is None:
        return ['NoneType: None\\n']
    if chain and limit is None and _has_group(exc, set()):
        return _exception_text(exc).splitlines(True)
    return _told(exc, exc.__traceback__ if tb is _none_given else tb, limit, chain, {id(exc)})


def _led_to(exc):
    return exc.__cause__ if exc.__cause__ is not None or exc.__suppress_context__ else exc.__context__


def _has_group(exc, seen):
    while exc is not None and id(exc) not in seen:
        if hasattr(exc, 'exceptions'):
            return True
        seen.add(id(exc))
        exc = _led_to(exc)
    return False


def _told(exc, tb, limit, chain, seen):
    lines = []
    before = _led_to(exc) if chain else None
    if before is not None and id(before) not in seen:
        seen.add(id(before))
        lines = _told(before, before.__traceback__, limit, chain, seen)
        lines.append('\\nThe above exception was the direct cause of the following exception:\\n\\n'
                     if exc.__cause__ is not None else
                     '\\nDuring handling of the above exception, another exception occurred:\\n\\n')
    entries = format_tb(tb, limit)
    if entries:
        lines.append('Traceback (most recent call last):\\n')
        lines.extend(entries)
    return lines + _own_lines(exc, tb)


def _write(lines, file):
    file = sys.stderr if file is None else file
    for line in lines:
        file.write(line)


def print_exception(exc, /, value=_none_given, tb=_none_given, limit=None, file=None, chain=True):
    _write(format_exception(exc, value, tb, limit, chain), file)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exc_info()[1], limit=limit, file=file, chain=chain)


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    _write(format_stack(sys._getframe().f_back if f is None else f, limit), file)


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False):
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        try:
            self._str = str(exc_value)
        except:
            self._str = format_exception_only(exc_value)[0].partition(': ')[2][:-1]
        self._lines = format_exception(exc_value, exc_value, exc_traceback, limit)
        self._only = format_exception_only(exc_value)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def format(self, *, chain=True):
        yield from self._lines

    def format_exception_only(self):
        yield from self._only
`;
