/** inspect: parameters and signatures as objects, and their texts. */
/** The text of a signature, as the body of a method within a branch of a class. */
const SHOWN = `parts = []
slash, star = False, True
for one in self.parameters.values():
    text, kind = str(one), one.kind
    if kind == _POSITIONAL_ONLY:
        slash = True
    elif slash:
        slash = False
        parts.append('/')
    if kind == _VAR_POSITIONAL:
        star = False
    elif kind == _KEYWORD_ONLY and star:
        star = False
        parts.append('*')
    parts.append(text)
if slash:
    parts.append('/')
whole = f"({', '.join(parts)})"
if self.return_annotation is _empty:
    return whole
return whole + f' -> {formatannotation(self.return_annotation)}'`
  .split('\n')
  .map((line) => ' '.repeat(12) + line)
  .join('\n');

/** An attribute that is read alone. */
const shownAs = (name: string): string => `
    @property
    def ${name}(self):
        return self._${name}
`;

export const INSPECT_PARAMETERS = `
import enum
from collections import OrderedDict
from keyword import iskeyword


class _void:
    pass


class _empty:
    pass


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0, 'positional-only'
    POSITIONAL_OR_KEYWORD = 1, 'positional or keyword'
    VAR_POSITIONAL = 2, 'variadic positional'
    KEYWORD_ONLY = 3, 'keyword-only'
    VAR_KEYWORD = 4, 'variadic keyword'

    def __new__(cls, value, description):
        kind = int.__new__(cls, value)
        kind._value_, kind.description = value, description
        return kind

    def __str__(self):
        return self._name_ if not RULE.signatureKindsNamed else self.name


# By value: so other modules look flags up while they are imported, and what does it has run when the program begins.
_POSITIONAL_ONLY = _ParameterKind(0)
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if RULE.classesTakeItems and isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if not isinstance(annotation, type):
        return repr(annotation)
    home, name = annotation.__module__, annotation.__qualname__
    return name if home in ('builtins', base_module) else home + '.' + name


class Parameter:
    __slots__ = ('_name', '_kind', '_default', '_annotation')

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        self._default, self._annotation = default, annotation
        if not isinstance(name, str):
            if name is _empty:
                raise ValueError('name is a required attribute for Parameter')
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if name[0] == '.' and name[1:].isdigit():
            if self._kind == _POSITIONAL_OR_KEYWORD:
                name, self._kind = f'implicit{name[1:]}', _POSITIONAL_ONLY
            else:
                raise ValueError('implicit arguments must be passed as positional or keyword arguments, '
                                 f'not {self._kind.description}')
        is_keyword = RULE.signaturesRefuseKeywords and iskeyword(name) and self._kind is not _POSITIONAL_ONLY
        if is_keyword or not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name

${['name', 'default', 'annotation', 'kind'].map(shownAs).join('')}
    def __str__(self):
        kind, text = self.kind, self._name
        equals = '='
        if self._annotation is not _empty:
            text, equals = f'{text}: {formatannotation(self._annotation)}', ' = '
        if self._default is not _empty:
            text = f'{text}{equals}{self._default!r}'
        if kind == _VAR_POSITIONAL:
            return '*' + text
        return '**' + text if kind == _VAR_KEYWORD else text


class Signature:
    __slots__ = ('_return_annotation', '_parameters')
    _parameter_cls = Parameter

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        if parameters is not None and not __validate_parameters__:
            kept = OrderedDict((one.name, one) for one in parameters)
        else:
            kept = OrderedDict()
            latest, has_default = _POSITIONAL_ONLY, False
            for one in () if parameters is None else parameters:
                kind, name = one.kind, one.name
                if kind > latest:
                    latest = kind
                    if not RULE.signaturesKeepDefaults:
                        has_default = False
                elif kind < latest:
                    raise ValueError(f'wrong parameter order: {latest.description} parameter before '
                                     f'{kind.description} parameter')
                if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                    if one.default is not _empty:
                        has_default = True
                    elif has_default:
                        raise ValueError('non-default argument follows default argument')
                if name in kept:
                    raise ValueError(f'duplicate parameter name: {name!r}')
                kept[name] = one
        self._parameters, self._return_annotation = types.MappingProxyType(kept), return_annotation

    if not RULE.annotationsEvaluate:
        @classmethod
        def from_callable(cls, obj, *, follow_wrapped=True):
            return _signature_from_callable(obj, sigcls=cls, follow_wrapper_chains=follow_wrapped)  # 3071
    else:
        @classmethod
        def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
            return _signature_from_callable(obj, sigcls=cls, follow_wrapper_chains=follow_wrapped, globals=globals,  # 3071
                                            locals=locals, eval_str=eval_str)

${['parameters', 'return_annotation'].map(shownAs).join('')}
    def replace(self, *, parameters=_void, return_annotation=_void):
        kept = self.parameters.values() if parameters is _void else parameters
        result = self._return_annotation if return_annotation is _void else return_annotation
        return type(self)(kept, return_annotation=result)

    if not RULE.signaturesFormat:
        def __str__(self):
${SHOWN}
    else:
        def __str__(self):
            return self.format()

        def format(self, *, max_width=None):
${SHOWN}
`;
