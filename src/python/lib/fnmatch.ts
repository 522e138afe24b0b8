/**
 * fnmatch: translate says which regular expression a pattern stands for; it is compiled once, and kept by the function's cache and by that
 * of re, which tracemalloc sees. What a compiled expression is, modules/fnmatch.ts says.
 */
export const FNMATCH_SOURCE = `
_expressions = dict.fromkeys(range(_known))


def _class_end(pat, at):
    end = at
    if end < len(pat) and pat[end] == '!':
        end += 1
    if end < len(pat) and pat[end] == ']':
        end += 1
    while end < len(pat) and pat[end] != ']':
        end += 1
    return end


def _compile_pattern(pat):
    if isinstance(pat, bytes):
        res = bytes(translate(str(pat, 'ISO-8859-1')), 'ISO-8859-1')
    else:
        res = translate(pat)
    return _compile(_expressions, res, pat).match


_compile_pattern = _lru_cache_wrapper(_compile_pattern, _most, True, tuple)


def fnmatchcase(name, pat):
    match = _compile_pattern(pat)
    return match(name) is not None


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]


_SPECIAL = '()[]{}?*+-|^$\\\\.&~# \\t\\n\\r\\v\\f'


def translate(pat):
    parts = []
    at = 0
    while at < len(pat):
        char = pat[at]
        at += 1
        if char == '*':
            if not parts or parts[-1] != '.*':
                parts.append('.*')
        elif char == '?':
            parts.append('.')
        elif char == '[':
            end = _class_end(pat, at)
            if end >= len(pat):
                parts.append('\\\\[')
            else:
                chars = pat[at:end].replace('\\\\', '\\\\\\\\')
                at = end + 1
                if chars[0] == '!':
                    chars = '^' + chars[1:]
                elif chars[0] in ('^', '['):
                    chars = '\\\\' + chars
                parts.append('[%s]' % chars)
        else:
            parts.append('\\\\' + char if char in _SPECIAL else char)
    return '(?s:' + ''.join(parts) + ')\\\\Z'  # 185
`;
