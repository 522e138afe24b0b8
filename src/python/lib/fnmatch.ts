/** fnmatch without regular expressions: a pattern is matched directly; translate says which expression it stands for. */
export const FNMATCH_SOURCE = `
def _class_end(pat, at):
    end = at
    if end < len(pat) and pat[end] == '!':
        end += 1
    if end < len(pat) and pat[end] == ']':
        end += 1
    while end < len(pat) and pat[end] != ']':
        end += 1
    return end


def _in_class(char, chars):
    negated = chars[0] == '!'
    if negated:
        chars = chars[1:]
    at = 0
    found = False
    while at < len(chars):
        if at + 2 < len(chars) and chars[at + 1] == '-':
            found = found or chars[at] <= char <= chars[at + 2]
            at += 3
        else:
            found = found or chars[at] == char
            at += 1
    return found != negated


def fnmatchcase(name, pat):
    n = p = 0
    star = -1
    mark = 0
    while n < len(name):
        step = 0
        if p < len(pat):
            char = pat[p]
            if char == '*':
                star = p
                mark = n
                p += 1
                continue
            if char == '?':
                step = 1
            elif char == '[':
                end = _class_end(pat, p + 1)
                if end < len(pat):
                    step = end - p + 1 if _in_class(name[n], pat[p + 1:end]) else 0
                else:
                    step = 1 if name[n] == '[' else 0
            elif char == name[n]:
                step = 1
        if step:
            p += step
            n += 1
        elif star >= 0:
            p = star + 1
            mark += 1
            n = mark
        else:
            return False
    while p < len(pat) and pat[p] == '*':
        p += 1
    return p == len(pat)


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]


_SPECIAL = '()[]{}?*+-|^$\\\\.&~# \\t\\n\\r\\v\\f'


def _escape(char):
    return '\\\\' + char if char in _SPECIAL else char


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
            parts.append(_escape(char))
    return '(?s:' + ''.join(parts) + ')\\\\Z'
`;
