/** Type variables, the class Generic, and what \`type X = ...\` makes: in C from 3.12 on (typevarobject.c), which asks typing for the rest. */
export const TYPING_VARIABLES = `
import sys


def _typing(name, *args):
    import typing
    return getattr(typing, name)(*args)


def _check(value, msg):
    return None if value is None else _typing('_type_check', value, msg)


class _NoDefaultType:
    __module__ = 'typing'
    __slots__ = ()

    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefaultType()


class _Variable:
    __module__ = 'typing'

    def _begin(self, name, default=NoDefault):
        self.__name__ = name
        module = sys._getframe(2).f_globals.get('__name__', '__main__')
        if module != 'typing':
            self.__module__ = module
        if RULE.typeVarDefaults:
            self.__default__ = default

    def __init_subclass__(cls, _root=False):
        if not _root:
            raise TypeError(f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base type" if RULE.typeVarsTellSubclass
                            else 'Cannot subclass special typing classes')

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

    if RULE.typeVarDefaults:
        def has_default(self):
            return self.__default__ is not NoDefault


class _OfVariance(_Variable, _root=True):
    def _vary(self, covariant, contravariant, infer_variance=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if infer_variance and (covariant or contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        if RULE.typeVarVariance:
            self.__infer_variance__ = bool(infer_variance)

    def __repr__(self):
        if getattr(self, '__infer_variance__', False):
            return self.__name__
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
        self._begin(name, later.get('default', NoDefault))
        self._vary(covariant, contravariant, later.get('infer_variance', False))
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self._bound = _check(bound, 'Bound must be a type.')
        self._constraints = tuple(_check(one, 'TypeVar(name, constraint, ...): constraints must be types.') for one in constraints)

    @property
    def __bound__(self):
        self._evaluate()
        return self._bound

    @property
    def __constraints__(self):
        self._evaluate()
        return self._constraints

    def _evaluate(self):
        lazily = self.__dict__.pop('_lazily', None)
        if lazily is not None:
            setattr(self, lazily[0], lazily[1]())

    def __typing_subst__(self, arg):
        return _typing('_typevar_subst', self, arg)

    if RULE.typeVarDefaults:
        def __typing_prepare_subst__(self, alias, args):
            return _typing('_typevar_prepare_subst', self, alias, args)


def _known(kind, later):
    for name in later:
        if name not in RULE.typeVarKeywords:
            maker = RULE.typeVarMaker.format(kind, kind.lower())
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
        self._begin(name, later.get('default', NoDefault))
        self._vary(covariant, contravariant, later.get('infer_variance', False))
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

    def __init__(self, name, **later):
        self._begin(name, later.get('default', NoDefault))

    def __iter__(self):
        import typing
        yield typing.Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        return _typing('_typevartuple_prepare_subst', self, alias, args)


class Generic:
    __module__ = 'typing'
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        return _typing('_generic_class_getitem', cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        _typing('_generic_init_subclass', cls)


class TypeAliasType:
    __module__ = 'typing'

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self.__parameters__ = type_params
        self.__module__ = sys._getframe(1).f_globals.get('__name__', '__main__')
        self._value = value

    @property
    def __value__(self):
        lazily = self.__dict__.pop('_lazily', None)
        if lazily is not None:
            try:
                self._value = lazily()
            except BaseException:
                self._lazily = lazily
                raise
        return self._value

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        import types
        return types.GenericAlias(self, args)

    def __or__(self, right):
        return _typing('_make_union', self, right)

    def __ror__(self, left):
        return _typing('_make_union', left, self)
`;
