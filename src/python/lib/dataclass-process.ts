/** What the decorator of dataclasses does with a class: its fields in order, the methods that it gets, the class with slots that takes its place. */
export const DATACLASS_PROCESS = `

def _fields_in_init_order(fields):
    return (tuple(one for one in fields if one.init and not one.kw_only),  # 432
            tuple(one for one in fields if one.init and one.kw_only))  # 433


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args=False, kw_only=False, slots=False,
                   weakref_slot=False):
    fields = {}  # 927
    globals = sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}
    if not RULE.dataclassParametersWhole:
        setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))  # 939
    else:
        setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,  # 939
                                               weakref_slot))
    any_frozen_base = False
    all_frozen_bases = True
    has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            for one in base_fields.values():
                fields[one.name] = one
            if getattr(base, _PARAMS).frozen:
                any_frozen_base = True
            else:
                all_frozen_bases = False
    annotations = cls.__dict__.get('__annotations__', {}) if not RULE.dataclassParametersWhole else inspect.get_annotations(cls)  # 970
    if not RULE.keywordOnlyFields:
        own_fields = [_get_field(cls, name, kind) for name, kind in annotations.items()]
    else:
        own_fields = []  # 975
        kw_only_seen = False
        dataclasses = sys.modules[__name__]
        for name, kind in annotations.items():
            if _is_kw_only(kind, dataclasses) or (
                    isinstance(kind, str) and _is_type(kind, cls, dataclasses, dataclasses.KW_ONLY, _is_kw_only)):
                if kw_only_seen:
                    raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
                kw_only_seen = True
                kw_only = True
            else:
                own_fields.append(_get_field(cls, name, kind, kw_only))  # 994
    for one in own_fields:
        fields[one.name] = one
        if isinstance(getattr(cls, one.name, None), Field):
            if one.default is MISSING:
                delattr(cls, one.name)
            else:
                setattr(cls, one.name, one.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')  # 1018
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if frozen and not (any_frozen_base if not RULE.frozenBasesAll else all_frozen_bases):
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')  # 1029
    setattr(cls, _FIELDS, fields)  # 1034
    own_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (own_hash is MISSING or own_hash is None and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')  # 1048
    if RULE.keywordOnlyFields:
        in_init = [one for one in fields.values() if one._field_type in (_FIELD, _FIELD_INITVAR)]  # 1053
        std_fields, kw_only_fields = _fields_in_init_order(in_init)  # 1056
    if RULE.dataclassBuildsTogether:
        globals = _FuncBuilder(globals)
    if init:
        has_post_init = hasattr(cls, _POST_INIT_NAME)
        self_name = '__dataclass_self__' if 'self' in fields else 'self'
        if not RULE.keywordOnlyFields:
            chosen = [one for one in fields.values() if one._field_type in (_FIELD, _FIELD_INITVAR)]
            made = _init_fn(chosen, chosen, (), frozen, has_post_init, self_name, globals, False)
        else:
            made = _init_fn(in_init, std_fields, kw_only_fields, frozen, has_post_init, self_name, globals, slots)  # 1063
        if not RULE.dataclassBuildsTogether:
            _set_new_attribute(cls, '__init__', made)  # 1062
    if RULE.objectsReplace:
        _set_new_attribute(cls, '__replace__', _replace)
    field_list = [one for one in fields.values() if one._field_type is _FIELD]  # 1079
    if RULE.dataclassBuildsTogether:
        if repr:
            chosen = [one for one in field_list if one.repr]
            globals.add_fn('__repr__', ('self',), [
                '  return f"{self.__class__.__qualname__}(' + ', '.join(
                    [f'{one.name}={{self.{one.name}!r}}' for one in chosen]) + ')"'],
                locals={'__dataclasses_recursive_repr': recursive_repr}, decorator='@__dataclasses_recursive_repr()')
        if eq:
            compared = (one for one in field_list if one.compare)
            terms = [f'self.{one.name}==other.{one.name}' for one in compared]
            same = ' and '.join(terms) or 'True'
            globals.add_fn('__eq__', ('self', 'other'), [
                '  if self is other:', '   return True', '  if other.__class__ is self.__class__:', f'   return {same}',
                '  return NotImplemented'])
        if order:
            chosen = [one for one in field_list if one.compare]  # 1098
            self_tuple = _tuple_str('self', chosen)
            other_tuple = _tuple_str('other', chosen)
            for name, op in [('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')]:
                globals.add_fn(name, ('self', 'other'), [
                    '  if other.__class__ is self.__class__:', f'   return {self_tuple}{op}{other_tuple}',
                    '  return NotImplemented'], overwrite_error='Consider using functools.total_ordering')
        if frozen:
            _frozen_get_del_attr(cls, field_list, globals)
    else:
        if repr:
            chosen = [one for one in field_list if one.repr]
            _set_new_attribute(cls, '__repr__', _repr_fn(chosen, globals))  # 1083
        if eq:
            chosen = [one for one in field_list if one.compare]
            self_tuple = _tuple_str('self', chosen)
            other_tuple = _tuple_str('other', chosen)
            _set_new_attribute(cls, '__eq__', _cmp_fn('__eq__', '==', self_tuple, other_tuple, globals=globals))  # 1091
        if order:
            chosen = [one for one in field_list if one.compare]  # 1098
            self_tuple = _tuple_str('self', chosen)
            other_tuple = _tuple_str('other', chosen)
            for name, op in [('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')]:
                if _set_new_attribute(cls, name, _cmp_fn(name, op, self_tuple, other_tuple, globals=globals)):  # 1107
                    raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. '  # 1109
                                    'Consider using functools.total_ordering')
        if frozen:
            for made in _frozen_get_del_attr(cls, field_list, globals):  # 1114
                if _set_new_attribute(cls, made.__name__, made):  # 1115
                    raise TypeError(f'Cannot overwrite attribute {made.__name__} in class {cls.__name__}')
    action = _hash_action[bool(unsafe_hash), bool(eq), bool(frozen), has_explicit_hash]
    if action:
        cls.__hash__ = action(cls, field_list, globals)  # 1127
    if RULE.dataclassBuildsTogether:
        globals.add_fns_to_class(cls)
    if not getattr(cls, '__doc__'):
        try:
            shown = str(inspect.signature(cls)).replace(' -> None', '')  # 1134
        except (TypeError, ValueError):
            if not RULE.dataclassesWithoutSignature:
                raise
            shown = ''
        cls.__doc__ = cls.__name__ + shown  # 1137
    if match_args:
        _set_new_attribute(cls, '__match_args__', tuple(one.name for one in std_fields))  # 1142
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)  # 1148
    elif weakref_slot:
        raise TypeError('weakref_slot is True but slots is False')
    if RULE.keywordOnlyFields:
        abc.update_abstractmethods(cls)
    return cls


def _get_slots(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return
    if isinstance(slots, str):
        yield slots
    elif hasattr(slots, '__next__'):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    else:
        yield from slots


def _add_slots(cls, frozen, weakref_slot):
    own = cls.__dict__
    if '__slots__' in own:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(own)
    field_names = tuple(one.name for one in fields(cls))  # 1193
    if not RULE.dataclassSlotsInherit:
        namespace['__slots__'] = field_names
    else:
        inherited = set(itertools.chain.from_iterable(map(_get_slots, cls.__mro__[1:-1])))
        namespace['__slots__'] = tuple(itertools.filterfalse(  # 1200
            inherited.__contains__, itertools.chain(field_names, ('__weakref__',) if weakref_slot else ())))
    for name in field_names:
        namespace.pop(name, None)
    for name in ('__dict__', '__weakref__'):
        namespace.pop(name, None)
    full_name = getattr(cls, '__qualname__', None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)  # 1224
    if full_name is not None:
        made.__qualname__ = full_name
    if frozen and '__getstate__' not in namespace:
        made.__getstate__ = _dataclass_getstate
    if frozen and '__setstate__' not in namespace:
        made.__setstate__ = _dataclass_setstate
    return made


def _dataclass_getstate(self):
    return [getattr(self, one.name) for one in fields(self)]


def _dataclass_setstate(self, state):
    for one, value in zip(fields(self), state):
        object.__setattr__(self, one.name, value)


if not RULE.keywordOnlyFields:
    def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False):
        def wrap(cls):  # 1255
            return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen)
        return wrap if cls is None else wrap(cls)  # 1266
elif not RULE.dataclassWeakSlot:
    def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                  match_args=True, kw_only=False, slots=False):
        def wrap(cls):  # 1255
            return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, False)  # 1256
        return wrap if cls is None else wrap(cls)  # 1266
else:
    def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                  match_args=True, kw_only=False, slots=False, weakref_slot=False):
        def wrap(cls):  # 1255
            return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,  # 1256
                                  weakref_slot)
        return wrap if cls is None else wrap(cls)  # 1266
`;
