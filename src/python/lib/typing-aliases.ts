/**
 * What typing makes of a subscript: aliases, which keep the origin and the arguments, show them, fill in type variables, stand for their
 * origin among bases, and refuse to be asked about instances. `List` alone is an alias, too, of no arguments yet.
 */
import { uniting } from './typing-unions.ts';

export const TYPING_ALIASES = `
class _Final:
    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, **kwds):
        if '_root' not in kwds:
            raise TypeError('Cannot subclass special typing classes')


class _NotIterable:
    __slots__ = ()
    __iter__ = None


class _BaseGenericAlias(_Final, _root=True):
    def __init__(self, origin, *, inst=True, name=None):
        self._inst, self._name, self.__origin__ = inst, name, origin
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if self._inst:
            made = self.__origin__(*args, **kwargs)
            try:
                made.__orig_class__ = self
            except Exception as error:
                if not RULE.genericAttributesOptional and not isinstance(error, AttributeError):
                    raise
            return made
        raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')

    def __mro_entries__(self, bases):
        entries = [self.__origin__] if self.__origin__ not in bases else []
        later = bases[bases.index(self) + 1:]
        if not any(isinstance(one, _BaseGenericAlias) or issubclass(one, Generic) for one in later):
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, attr):
        if RULE.aliasesNamed and attr in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        # The look into the instance's dict comes first: that makes it.
        if '__origin__' not in self.__dict__ or _is_dunder(attr):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __setattr__(self, attr, val):
        is_own = attr in ('_name', '_inst', '_nparams') or _is_dunder(attr)
        if is_own:
            super().__setattr__(attr, val)
            return
        setattr(self.__origin__, attr, val)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError(_NO_CHECKS)

    if RULE.unionsByOperator:
${uniting(8)}


class _GenericAlias(_BaseGenericAlias, _root=True):
    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = (*args,) if isinstance(args, tuple) else (args,)
        if RULE.typeVarDefaults and (origin is Generic or origin is globals().get('Protocol')):
            _check_defaults(self.__args__)
        self.__parameters__ = _collect_parameters(self.__args__)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if isinstance(other, _GenericAlias):
            return self.__origin__ == other.__origin__ and self.__args__ == other.__args__
        return NotImplemented

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    @_tp_cache
    def __getitem__(self, args):
        if self.__origin__ is Generic or self.__origin__ is Protocol:
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        args = args if isinstance(args, tuple) else (args,)
        args = _prepared(self, tuple(_type_convert(one) for one in _unpack_args(args)))
        _check_generic(self, args, len(self.__parameters__))
        return self.copy_with(tuple(self._substitute(self.__args__, dict(zip(self.__parameters__, args)))))

    def _substitute(self, args, given):
        filled = []
        for old in args:
            new = self._filled(old, given)
            if _is_unpacked_typevartuple(old) or (isinstance(new, tuple) and self.__origin__ is collections.abc.Callable):
                filled.extend(new)
            else:
                filled.append(new)
        return filled

    def _filled(self, old, given):
        if isinstance(old, type) and not isinstance(old, GenericAlias):
            return old
        if isinstance(old, tuple):
            return tuple(self._substitute(old, given))
        subst = getattr(old, '__typing_subst__', None)
        if subst is not None:
            return subst(given[old])
        inner = []
        for one in getattr(old, '__parameters__', ()):
            inner.extend(given[one] if isinstance(one, _TypeVarTuple) else (given[one],))
        return old[tuple(inner)] if inner or _is_unpacked_typevartuple(old) else old

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        return f"{name}[{_shown(self.__args__) or '()'}]"

    def __reduce__(self):
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return operator.getitem, (globals()[self._name] if self._name else self.__origin__, args)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return super().__mro_entries__(bases)
        if origin is Generic:
            if Protocol in bases or any(isinstance(one, _BaseGenericAlias) and one is not self for one in bases[bases.index(self) + 1:]):
                return ()
        return (self.__origin__,)

    if RULE.typeVarTuples:
        def __iter__(self):
            yield Unpack[self]


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        object.__setattr__(self, '_defaults', defaults)

    @_tp_cache
    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        params = tuple(_type_check(one, _MUST_BE_TYPES) for one in params)
        missing = self._nparams - len(params)
        if self._defaults and 0 < missing <= len(self._defaults):
            params = (*params, *self._defaults[-missing:])
        _check_generic(self, params, self._nparams, self._nparams - len(self._defaults) if self._defaults else None)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        mine = self.__origin__
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, mine)
        return super().__subclasscheck__(cls) if isinstance(cls, _GenericAlias) else issubclass(cls, mine)

    def __reduce__(self):
        return self._name


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def __repr__(self):
        args = self.__args__
        shows_list = not (len(args) == 2 and _is_param_expr(args[0]))
        if not shows_list:
            return super().__repr__()
        return f'typing.Callable[[{_shown(args[:-1])}], {_type_repr(args[-1])}]'


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        return self.__getitem_inner__((tuple(args) if isinstance(args, list) else args, result))

    @_tp_cache
    def __getitem_inner__(self, params):
        args, result = params
        result = _type_check(result, 'Callable[args, result]: result must be a type.')
        args = args if isinstance(args, tuple) else (args,)
        return self.copy_with(tuple(_type_convert(one) for one in args) + (result,))


class _TupleType(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, params):
        if params == () and not RULE.typeVarTuples:
            return self.copy_with(((),))
        params = params if isinstance(params, tuple) else (params,)
        if len(params) >= 2 and params[-1] is ...:
            checked = tuple(_type_check(one, 'Tuple[t, ...]: t must be a type.') for one in params[:-1])
            return self.copy_with((*checked, ...))
        return self.copy_with(tuple(_type_check(one, 'Tuple[t0, t1, ...]: each t must be a type.') for one in params))


class _UnionGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if isinstance(other, _UNIONS):
            return set(self.__args__) == set(other.__args__)
        return NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f'typing.Optional[{_type_repr(args[1] if args[0] is type(None) else args[0])}]'
        return super().__repr__()

    if RULE.unionsByOperator:
        def __instancecheck__(self, obj):
            return self.__subclasscheck__(type(obj))

        def __subclasscheck__(self, cls):
            for one in self.__args__:
                if issubclass(cls, one):
                    return True


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def _values(self):
        return {(one, type(one)) for one in self.__args__}

    def __eq__(self, other):
        if isinstance(other, _LiteralGenericAlias):
            return self._values() == other._values()
        return NotImplemented

    def __hash__(self):
        return hash(frozenset(self._values()))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        first, last = params[:-1], params[-1]
        if isinstance(last, _ConcatenateGenericAlias):
            return super().copy_with((*first, *last.__args__))
        return (*first, *last) if isinstance(last, (tuple, list)) else super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        if not RULE.unpackShownWhole:
            return '*' + repr(self.__args__[0])
        return f'typing.Unpack[{_type_repr(self.__args__[0])}]'

    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        return arg.__args__ if isinstance(arg, (_GenericAlias, GenericAlias)) else None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], _TypeVarTuple)


def _is_unpacked_typevartuple(arg):
    return not isinstance(arg, type) and getattr(arg, '__typing_is_unpacked_typevartuple__', False)


def _unpack_args(args):
    found = []
    for one in args:
        inner = None if isinstance(one, type) else getattr(one, '__typing_unpacked_tuple_args__', None)
        found.extend((one,) if inner is None or (inner and inner[-1] is ...) else inner)
    return tuple(found)


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, origin.__metadata__ + metadata
        super().__init__(origin, origin, **({'name': 'Annotated'} if RULE.annotatedNamed else {}))
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        if isinstance(other, _AnnotatedAlias):
            return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__
        return NotImplemented

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in ('__name__', '__qualname__') and RULE.aliasesNamed:
            return 'Annotated'
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)
`;
