/** inspect: parameters and signatures as objects, and their texts. */
/** The text of a signature, as the body of a method within a branch of a class. */
const SHOWN = `result = []
ends_positional = False
begins_keywords = True
for param in self.parameters.values():
    text = str(param)
    kind = param.kind
    if kind == _POSITIONAL_ONLY:
        ends_positional = True
    elif ends_positional:
        result.append('/')
        ends_positional = False
    if kind == _VAR_POSITIONAL:
        begins_keywords = False
    elif kind == _KEYWORD_ONLY and begins_keywords:
        result.append('*')
        begins_keywords = False
    result.append(text)
if ends_positional:
    result.append('/')
rendered = '({})'.format(', '.join(result))
if self.return_annotation is not _empty:
    rendered += ' -> {}'.format(formatannotation(self.return_annotation))
return rendered`
  .split('\n')
  .map((line) => ' '.repeat(12) + line)
  .join('\n');

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
        member = int.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member

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
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


class Parameter:
    __slots__ = ('_name', '_kind', '_default', '_annotation')

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if name[0] == '.' and name[1:].isdigit():
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError('implicit arguments must be passed as positional or keyword arguments, '
                                 f'not {self._kind.description}')
            self._kind = _POSITIONAL_ONLY
            name = 'implicit{}'.format(name[1:])
        is_keyword = RULE.signaturesRefuseKeywords and iskeyword(name) and self._kind is not _POSITIONAL_ONLY
        if is_keyword or not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def __str__(self):
        kind = self.kind
        text = self._name
        if self._annotation is not _empty:
            text = '{}: {}'.format(text, formatannotation(self._annotation))
        if self._default is not _empty:
            if self._annotation is not _empty:
                text = '{} = {}'.format(text, repr(self._default))
            else:
                text = '{}={}'.format(text, repr(self._default))
        if kind == _VAR_POSITIONAL:
            text = '*' + text
        elif kind == _VAR_KEYWORD:
            text = '**' + text
        return text


class Signature:
    __slots__ = ('_return_annotation', '_parameters')
    _parameter_cls = Parameter

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        if parameters is None:
            params = OrderedDict()
        elif __validate_parameters__:
            params = OrderedDict()
            top_kind = _POSITIONAL_ONLY
            seen_default = False
            for param in parameters:
                kind = param.kind
                name = param.name
                if kind < top_kind:
                    raise ValueError(f'wrong parameter order: {top_kind.description} parameter before '
                                     f'{kind.description} parameter')
                elif kind > top_kind:
                    if not RULE.signaturesKeepDefaults:
                        seen_default = False
                    top_kind = kind
                if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                    if param.default is not _empty:
                        seen_default = True
                    elif seen_default:
                        raise ValueError('non-default argument follows default argument')
                if name in params:
                    raise ValueError(f'duplicate parameter name: {name!r}')
                params[name] = param
        else:
            params = OrderedDict((param.name, param) for param in parameters)
        self._parameters = types.MappingProxyType(params)
        self._return_annotation = return_annotation

    if not RULE.annotationsEvaluate:
        @classmethod
        def from_callable(cls, obj, *, follow_wrapped=True):
            return _signature_from_callable(obj, sigcls=cls, follow_wrapper_chains=follow_wrapped)
    else:
        @classmethod
        def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
            return _signature_from_callable(obj, sigcls=cls, follow_wrapper_chains=follow_wrapped, globals=globals,
                                            locals=locals, eval_str=eval_str)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        if parameters is _void:
            parameters = self.parameters.values()
        if return_annotation is _void:
            return_annotation = self._return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    if not RULE.signaturesFormat:
        def __str__(self):
${SHOWN}
    else:
        def __str__(self):
            return self.format()

        def format(self, *, max_width=None):
${SHOWN}
`;
