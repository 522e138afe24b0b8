/** Type variables and the class Generic, up to 3.11 as classes of Python; what is in C since then is in modules/typing. */
const SHARED = `
import sys


def _typing(name, *args):
    import typing
    return getattr(typing, name)(*args)


class Generic:
    __module__ = 'typing'
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        return _typing('_generic_class_getitem', cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        _typing('_generic_init_subclass', cls)
`;

/** From 3.12 on. */
export const TYPING_GENERIC_CLASS = `${SHARED}

class NoDefaultType:
    __module__ = 'builtins'
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError('NoDefaultType takes no arguments')
        return NoDefault

    def __repr__(self):
        return 'typing.NoDefault'

    def __reduce__(self):
        return 'NoDefault'


NoDefault = object.__new__(NoDefaultType)
`;

export const TYPING_VARIABLES = `${SHARED}

def _check(value, msg):
    return None if value is None else _typing('_type_check', value, msg)


class _Variable:
    __module__ = 'typing'

    def _begin(self, name):
        self.__name__ = name
        module = sys._getframe(2).f_globals.get('__name__', '__main__')
        if module != 'typing':
            self.__module__ = module

    def __init_subclass__(cls, _root=False):
        if not _root:
            raise TypeError('Cannot subclass special typing classes')

    def __repr__(self):
        return self.__name__

    def __reduce__(self):
        return self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class _OfVariance(_Variable, _root=True):
    def _vary(self, covariant, contravariant):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    if RULE.unionsByOperator:
        def __or__(self, right):
            return _typing('_make_union', self, right)

        def __ror__(self, left):
            return _typing('_make_union', left, self)


class TypeVar(_OfVariance, _root=True):
    __module__ = 'typing'

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, **later):
        _known('TypeVar', later)
        self._begin(name)
        self._vary(covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__bound__ = _check(bound, 'Bound must be a type.')
        self.__constraints__ = tuple(_check(one, 'TypeVar(name, constraint, ...): constraints must be types.') for one in constraints)

    def __typing_subst__(self, arg):
        return _typing('_typevar_subst', self, arg)


def _known(kind, later):
    for name in later:
        maker = RULE.typeVarMaker.format(kind)
        raise TypeError(f"{maker}() got an unexpected keyword argument '{name}'")


class ParamSpecArgs:
    __module__ = 'typing'
    _said = 'args'

    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __hash__(self):
        return hash((self._said, self.__origin__))

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._said}'


class ParamSpecKwargs(ParamSpecArgs):
    __module__ = 'typing'
    _said = 'kwargs'


class ParamSpec(_OfVariance, _root=True):
    __module__ = 'typing'

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, **later):
        _known('ParamSpec', later)
        self._begin(name)
        self._vary(covariant, contravariant)
        self.__bound__ = _check(bound, 'Bound must be a type.')

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        return _typing('_paramspec_subst', self, arg)

    def __typing_prepare_subst__(self, alias, args):
        return _typing('_paramspec_prepare_subst', self, alias, args)


class TypeVarTuple(_Variable, _root=True):
    __module__ = 'typing'

    def __init__(self, name):
        self._begin(name)

    def __iter__(self):
        import typing
        yield typing.Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        return _typing('_typevartuple_prepare_subst', self, alias, args)


NoDefault = TypeAliasType = None
`;
