/** What the decorator of dataclasses does with a class: its fields in order, the methods that it gets, the class with slots that takes its place. */
export const DATACLASS_PROCESS = `

def _inherited(cls, fields, frozen):
    has_dataclass_bases = False
    any_frozen = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get(_FIELDS) if _minor >= 13 else getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            for one in base_fields.values():
                fields[one.name] = one
            any_frozen = any_frozen or getattr(base, _PARAMS).frozen
    if has_dataclass_bases:
        if any_frozen and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not any_frozen and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')


def _own_fields(cls, kw_only):
    found = []
    seen_kw_only = False
    annotations = cls.__dict__.get('__annotations__', {})
    for name, kind in annotations.items():
        if _marks_keywords(kind):
            if seen_kw_only:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_kw_only = True
            kw_only = True
        else:
            found.append(_get_field(cls, name, kind, kw_only))
    for one in found:
        if isinstance(getattr(cls, one.name, None), Field):
            if one.default is MISSING:
                delattr(cls, one.name)
            else:
                setattr(cls, one.name, one.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return found


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    # What is no class has no module, and is refused by that.
    cls.__module__
    params = {'init': init, 'repr': repr, 'eq': eq, 'order': order, 'unsafe_hash': unsafe_hash, 'frozen': frozen}
    if _minor >= 12:
        params.update(match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
    setattr(cls, _PARAMS, _DataclassParams(**params))
    _inherited(cls, fields, frozen)
    for one in _own_fields(cls, kw_only):
        fields[one.name] = one
    setattr(cls, _FIELDS, fields)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    in_init = [one for one in fields.values() if one._field_type in (_FIELD, _FIELD_INITVAR)]
    std = [one for one in in_init if not getattr(one, 'kw_only', False)]
    keywords = [one for one in in_init if getattr(one, 'kw_only', False)]
    field_list = [one for one in fields.values() if one._field_type is _FIELD]
    if _minor >= 13:
        _set_hash(cls, unsafe_hash, eq, frozen, field_list)
    if init:
        _slotted.append(slots)
        try:
            made = _init_fn(cls, in_init, std, keywords, frozen, hasattr(cls, _POST_INIT_NAME))
        finally:
            _slotted.pop()
        _set_new_attribute(cls, '__init__', made)
    if _minor >= 13:
        _set_new_attribute(cls, '__replace__', _replace)
    if repr:
        _set_new_attribute(cls, '__repr__', _repr_fn(cls, [one for one in field_list if one.repr]))
    compared = [one for one in field_list if one.compare]
    if eq:
        _set_new_attribute(cls, '__eq__', _cmp_fn(cls, '__eq__', '==', compared))
    if order:
        stop = '' if _minor >= 13 else '.'
        for name, op in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            if _set_new_attribute(cls, name, _cmp_fn(cls, name, op, compared)):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}{stop} '
                                'Consider using functools.total_ordering')
    if frozen:
        _frozen_fns(cls, field_list)
    if _minor < 13:
        _set_hash(cls, unsafe_hash, eq, frozen, field_list)
    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _signature(cls, std, keywords)
    if match_args:
        _set_new_attribute(cls, '__match_args__', tuple(one.name for one in std if one.init))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    return _add_slots(cls, frozen, weakref_slot) if slots else cls


def _signature(cls, std, keywords):
    def shown(one):
        kind = one.type
        if isinstance(kind, type) and not hasattr(kind, '__origin__'):
            known = kind.__module__ == 'builtins'
            kind = kind.__qualname__ if known else f'{kind.__module__}.{kind.__qualname__}'
        elif getattr(kind, '__module__', None) == 'typing':
            kind = repr(kind).replace('typing.', '')
        else:
            kind = repr(kind)
        if one.default is not MISSING:
            return f'{one.name}: {kind} = {one.default!r}'
        return f'{one.name}: {kind}' + ('' if one.default_factory is MISSING else ' = <factory>')
    if '__init__' not in cls.__dict__:
        return '()'
    parts = [shown(one) for one in std if one.init]
    if keywords:
        parts += ['*'] + [shown(one) for one in keywords if one.init]
    return '(' + ', '.join(parts) + ')'


def _slot_names(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return ()
    return [slots] if isinstance(slots, str) else slots


def _add_slots(cls, frozen, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    cls_dict = dict(cls.__dict__)
    field_names = tuple(one.name for one in fields(cls))
    inherited = set()
    for base in cls.__mro__[1:-1] if _minor >= 11 else ():
        inherited.update(_slot_names(base))
    slots = field_names + (('__weakref__',) if weakref_slot else ())
    cls_dict['__slots__'] = tuple([name for name in slots if name not in inherited])
    for name in field_names:
        cls_dict.pop(name, None)
    cls_dict.pop('__dict__', None)
    cls_dict.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    cls = type(cls)(cls.__name__, cls.__bases__, cls_dict)
    if qualname is not None:
        cls.__qualname__ = qualname
    if frozen:
        if '__getstate__' not in cls_dict:
            cls.__getstate__ = _dataclass_getstate
        if '__setstate__' not in cls_dict:
            cls.__setstate__ = _dataclass_setstate
    return cls


def _dataclass_getstate(self):
    return [getattr(self, one.name) for one in fields(self)]


def _dataclass_setstate(self, state):
    for one, value in zip(fields(self), state):
        object.__setattr__(self, one.name, value)


if _minor < 10:
    def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False):
        def wrap(cls):
            return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, False, False, False, False)
        return wrap if cls is None else wrap(cls)
elif _minor < 11:
    def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                  match_args=True, kw_only=False, slots=False):
        def wrap(cls):
            return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, False)
        return wrap if cls is None else wrap(cls)
else:
    def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                  match_args=True, kw_only=False, slots=False, weakref_slot=False):
        def wrap(cls):
            return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                                  weakref_slot)
        return wrap if cls is None else wrap(cls)
`;
