/** fnmatch: a pattern is matched by a native; translate says which regular expression it stands for. */
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


def fnmatchcase(name, pat):
    return _matches(name, pat)


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
