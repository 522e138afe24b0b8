/** What collections.abc.Callable[[int], str] makes: an alias that keeps the parameters' types and the result's in one tuple. */
export const CALLABLE_ALIAS = `
def _is_param_expr(obj):
    if obj is ... or (isinstance(obj, list) if not RULE.callableTakesTuples else isinstance(obj, (tuple, list))):
        return True
    kind = type(obj)
    return kind.__module__ == 'typing' and kind.__name__ in ('ParamSpec', '_ConcatenateGenericAlias')


def _type_repr(obj):
    if isinstance(obj, type) and type(obj) is not GenericAlias:
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    return obj.__name__ if isinstance(obj, type(abstractmethod)) else repr(obj)


if RULE.classesTakeItems:
    class _CallableGenericAlias(GenericAlias):
        __slots__ = ()

        def __new__(cls, origin, args):
            if not (isinstance(args, tuple) and len(args) == 2):
                raise TypeError('Callable must be used as Callable[[arg, ...], result].')
            kinds, result = args
            if isinstance(kinds, (list, tuple)):
                args = (*kinds, result)  # 475
            elif not RULE.callableTakesForms:
                args = (kinds, result)
            elif not _is_param_expr(kinds):
                raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {kinds}')
            return super().__new__(cls, origin, args)  # 479

        def __repr__(self):
            args = self.__args__
            if len(args) == 2 and (_is_param_expr(args[0]) if RULE.callableTakesForms else args[0] is ...):
                return super().__repr__()
            return f"collections.abc.Callable[[{', '.join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]"

        def __getitem__(self, item):
            item = item if isinstance(item, tuple) else (item,)
            filled = super().__getitem__(item).__args__
            if not isinstance(filled[0], (tuple, list)):
                filled = (filled[:-1], filled[-1])
            return _CallableGenericAlias(Callable, filled)
`;
