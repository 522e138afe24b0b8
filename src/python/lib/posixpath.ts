/**
 * os.path: what can be said of paths without looking at files. It is Python, as in CPython, so that what it calls leaves behind what it
 * leaves there. `_fspath`, `_getcwd`, `_normalised` and what asks for files are C functions (modules/os-path.ts).
 */
export const GENERICPATH_SOURCE = `
def commonprefix(m):
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_fspath, m))
    low, high = min(m), max(m)
    for at, char in enumerate(low):
        if char != high[at]:
            return low[:at]  # 94
    return low


def _splitext(p, sep, altsep, extsep):
    name = p.rfind(sep) + 1
    dot = p.rfind(extsep)
    at = name
    while at < dot:
        if p[at:at + 1] != extsep:
            return p[:dot], p[dot:]  # 151
        at += 1
    return p, p[:0]


def _check_arg_types(funcname, *args):
    kinds = set()
    for one in args:
        if isinstance(one, str):
            kinds.add(str)
        elif isinstance(one, bytes):
            kinds.add(bytes)
        else:
            got = one.__class__.__name__
            raise TypeError(f'{funcname}() argument must be str, bytes, or os.PathLike object, not {got!r}') from None  # 164
    if len(kinds) == 2:
        raise TypeError("Can't mix strings and bytes in path components") from None  # 167
`;

export const POSIXPATH_SOURCE = `
import genericpath
from genericpath import commonprefix


def _get_sep(path):
    return b'/' if isinstance(path, bytes) else '/'


def normcase(s):
    return _fspath(s)


def isabs(s):
    s = _fspath(s)
    return s.startswith(_get_sep(s))


def join(a, *p):
    path = a = _fspath(a)  # 76
    sep = _get_sep(a)
    try:
        if not p:
            path[:0] + sep
        for part in map(_fspath, p):  # 82
            if part.startswith(sep):  # 83
                path = part
            elif path and not path.endswith(sep):
                path += sep + part
            else:
                path += part
    except (TypeError, AttributeError):
        genericpath._check_arg_types('join', a, *p)  # 90
        raise
    return path


def _parted(p, sep):
    at = p.rfind(sep) + 1
    return p[:at], p[at:]


def _without_end(head, sep):
    if head and head != sep * len(head):
        return head.rstrip(sep)
    return head


def split(p):
    p = _fspath(p)  # 103
    sep = _get_sep(p)
    head, tail = _parted(p, sep)
    return _without_end(head, sep), tail  # 109


def splitext(p):
    p = _fspath(p)  # 118
    if isinstance(p, bytes):
        return genericpath._splitext(p, b'/', None, b'.')
    return genericpath._splitext(p, '/', None, '.')  # 125


def splitdrive(p):
    p = _fspath(p)
    return p[:0], p


def splitroot(p):
    p = _fspath(p)
    sep = _get_sep(p)
    slashes = len(p) - len(p.lstrip(sep))
    root = slashes if slashes < 3 else 1
    return p[:0], p[:root], p[root:]


def basename(p):
    p = _fspath(p)  # 171
    sep = _get_sep(p)
    return p[p.rfind(sep) + 1:]


def dirname(p):
    p = _fspath(p)
    sep = _get_sep(p)
    return _without_end(p[:p.rfind(sep) + 1], sep)


def normpath(path):
    path = _fspath(path)
    if RULE.normpathInC:
        if isinstance(path, bytes):
            return _normalised(path.decode()).encode()
        return _normalised(path)  # 413
    is_bytes = isinstance(path, bytes)
    sep, empty, dot, up = (b'/', b'', b'.', b'..') if is_bytes else ('/', '', '.', '..')
    if path == empty:
        return dot
    slashes = path.startswith(sep)
    if slashes and path.startswith(sep * 2) and not path.startswith(sep * 3):
        slashes = 2
    kept = []
    for part in path.split(sep):
        if part in (empty, dot):
            continue
        if part != up or (not slashes and not kept) or (kept and kept[-1] == up):
            kept.append(part)
        elif kept:
            kept.pop()
    path = sep.join(kept)
    if slashes:
        path = sep * slashes + path
    return path or dot


if RULE.normpathIsC:
    normpath = _normalised


def abspath(path):
    path = _fspath(path)
    if not isabs(path):
        here = _getcwd()
        path = join(here.encode() if isinstance(path, bytes) else here, path)
    return normpath(path)


def realpath(filename):
    return abspath(filename)


if RULE.realpathIsStrict:
    def realpath(filename, *, strict=False):
        return abspath(filename)


def _parts(path, sep, dot):
    return [part for part in path.split(sep) if part and part != dot]


def relpath(path, start=None):
    if not path:
        raise ValueError('no path specified')
    path = _fspath(path)
    sep, dot, up = (b'/', b'.', b'..') if isinstance(path, bytes) else ('/', '.', '..')
    start = dot if start is None else _fspath(start)
    try:
        from_parts = [part for part in abspath(start).split(sep) if part]
        to_parts = [part for part in abspath(path).split(sep) if part]
        shared = len(commonprefix([from_parts, to_parts]))
        way = [up] * (len(from_parts) - shared) + to_parts[shared:]
        return join(*way) if way else dot
    except (TypeError, AttributeError, DeprecationWarning):
        genericpath._check_arg_types('relpath', path, start)
        raise


def commonpath(paths):
    if RULE.commonpathTakesIterators:
        paths = tuple(map(_fspath, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths = tuple(map(_fspath, paths))
    sep, dot = (b'/', b'.') if isinstance(paths[0], bytes) else ('/', '.')
    try:
        split_paths = [path.split(sep) for path in paths]
        if len({path[:1] == sep for path in paths}) != 1:
            raise ValueError("Can't mix absolute and relative paths") from None
        split_paths = [[part for part in parts if part and part != dot] for parts in split_paths]
        low, high = min(split_paths), max(split_paths)
        shared = low
        for at, part in enumerate(low):
            if part != high[at]:
                shared = low[:at]
                break
        return (sep if paths[0].startswith(sep) else sep[:0]) + sep.join(shared)
    except (TypeError, AttributeError):
        genericpath._check_arg_types('commonpath', *paths)
        raise
`;
