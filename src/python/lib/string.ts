/** string: constants, Template (whose placeholders are found without a regular expression) and Formatter. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export const STRING_SOURCE = `
import _string
from collections import ChainMap as _ChainMap

whitespace = ' \\t\\n\\r\\x0b\\x0c'
octdigits, digits = '01234567', '0123456789'
ascii_lowercase, ascii_uppercase = '${LETTERS}', '${LETTERS.toUpperCase()}'
hexdigits = digits + ascii_lowercase[:6] + ascii_uppercase[:6]
ascii_letters = ascii_lowercase + ascii_uppercase
punctuation = ''.join(filter(lambda one: not one.isalnum(), map(chr, range(33, 127))))
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))  # 48


_no_mapping = {}


class Template:
    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = 2

    def __init_subclass__(cls):
        super().__init_subclass__()
        if 'pattern' in cls.__dict__:
            raise NotImplementedError('string.Template.pattern is not supported here')
        parts = (cls.delimiter, cls.idpattern, cls.braceidpattern or cls.idpattern, cls.flags)
        _check(parts)
        cls._syntax = parts

    def __init__(self, template):
        self.template = template  # 88

    def _invalid(self, end):
        lines = self.template[:end].splitlines(keepends=True)
        column = end - len(''.join(lines[:-1]))
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(lines), column))

    def _replaced(self, replace):
        template = self.template
        parts = []  # 118
        done = 0
        for start, end, kind, name in _placeholders(self._syntax, template):
            if start > done:
                parts.append(template[done:start])
            if kind == 'escaped':
                parts.append(self.delimiter)
            else:
                parts.append(replace(name, start, end))  # 118
            done = end
        if done < len(template):
            parts.append(template[done:])
        return ''.join(parts)

    def substitute(self, mapping=_no_mapping, /, **kws):
        if mapping is _no_mapping:
            mapping = kws
        elif kws:
            mapping = _ChainMap(kws, mapping)

        def replace(name, start, end):  # 110
            if not name:
                self._invalid(end)  # 94
            return str(mapping[name])  # 101
        return self._replaced(replace)  # 121

    def safe_substitute(self, mapping=_no_mapping, /, **kws):
        if mapping is _no_mapping:
            mapping = kws
        elif kws:
            mapping = _ChainMap(kws, mapping)

        def replace(name, start, end):
            if name:
                try:
                    return str(mapping[name])
                except KeyError:
                    pass
            return self.template[start:end]
        return self._replaced(replace)

    if RULE.templatesValidate:
        def is_valid(self):
            return all(kind != 'invalid' for _, _, kind, _ in _placeholders(self._syntax, self.template))

        def get_identifiers(self):
            found = (name for _, _, kind, name in _placeholders(self._syntax, self.template) if kind == 'named')
            return list(dict.fromkeys(found))


Template.__init_subclass__()


_MIXED = 'cannot switch from manual field specification to automatic field numbering'


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)  # 190

    def vformat(self, format_string, args, kwargs):
        used = set()  # 193
        text, _ = self._vformat(format_string, args, kwargs, used, 2)  # 194
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        parts = []  # 202
        for before, name, inner, conversion in self.parse(format_string):  # 203
            if before:
                parts.append(before)
            if name is None:
                continue
            if name.isdigit():
                if auto_arg_index:
                    raise ValueError(_MIXED)  # 218
                auto_arg_index = False
            elif name == '':
                if auto_arg_index is False:
                    raise ValueError(_MIXED)  # 225
                name, auto_arg_index = str(auto_arg_index), auto_arg_index + 1
            value, key = self.get_field(name, args, kwargs)  # 234
            used_args.add(key)
            value = self.convert_field(value, conversion)  # 238
            inner, auto_arg_index = self._vformat(inner, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            parts.append(self.format_field(value, inner))  # 247
        return ''.join(parts), auto_arg_index  # 249

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]  # 256

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)  # 264

    def convert_field(self, value, conversion):
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        if conversion is None:
            return value
        if conversion != 's':
            raise ValueError(f'Unknown conversion specifier {conversion!s}')  # 277
        return str(value)

    def parse(self, format_string):
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _string.formatter_field_name_split(field_name)  # 297
        obj = self.get_value(first, args, kwargs)  # 299
        for is_attr, key in rest:
            obj = getattr(obj, key) if is_attr else obj[key]
        return obj, first
`;
