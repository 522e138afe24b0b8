/**
 * The methods that dataclasses write: source text, run with its values as parameters of a function around it. Up to 3.12 each method
 * is compiled alone, from 3.13 those of a class together.
 */
export const DATACLASS_METHODS = `

def _tuple_str(owner, fields):
    if not fields:
        return '()'
    return f'({",".join([f"{owner}.{one.name}" for one in fields])},)'


_long_names = RULE.dataclassLongNames
# From 3.13 each line of a body is indented where it is written.
_in = '  ' if RULE.dataclassIndents else ''


def _create_fn(name, args, body, *, globals=None, locals=None, return_type=MISSING):
    if locals is None:
        locals = {}
    if not RULE.dataclassGivesObject and 'BUILTINS' not in locals:
        locals['BUILTINS'] = builtins
    answer = ''
    if return_type is not MISSING:
        given = '__dataclass_return_type__' if _long_names else '_return_type'
        locals[given] = return_type
        answer = f'->{given}'
    args = ','.join(args)
    body = '\\n'.join(f'  {line}' for line in body)
    text = f' def {name}({args}){answer}:\\n{body}'
    params = ', '.join(locals.keys())
    text = f'def __create_fn__({params}):\\n{text}\\n return {name}'
    made = {}
    exec(text, globals, made)  # 473
    return made['__create_fn__'](**locals)  # 474


class _FuncBuilder:
    def __init__(self, globals):
        self.names = []
        self.texts = []
        self.globals = globals
        self.locals = {}
        self.refusals = {}
        self.replaces = {}

    def add_fn(self, name, args, body, *, locals=None, return_type=MISSING, overwrite_error=False,
               unconditional_add=False, decorator=None):
        if locals is not None:
            self.locals.update(locals)
        if overwrite_error:
            self.refusals[name] = overwrite_error
        if unconditional_add:
            self.replaces[name] = True
        self.names.append(name)
        answer = ''
        if return_type is not MISSING:
            self.locals[f'__dataclass_{name}_return_type__'] = return_type
            answer = f'->__dataclass_{name}_return_type__'
        args = ','.join(args)
        body = '\\n'.join(body)
        above = f' {decorator}\\n' if decorator else ''
        self.texts.append(f'{above} def {name}({args}){answer}:\\n{body}')

    def add_fns_to_class(self, cls):
        texts = '\\n'.join(self.texts)
        params = ','.join(self.locals.keys())
        names = f'({",".join(self.names)},)' if self.names else '()'
        text = f'def __create_fn__({params}):\\n{texts}\\n return {names}'
        made = {}
        exec(text, self.globals, made)
        functions = made['__create_fn__'](**self.locals)
        for name, function in zip(self.names, functions):
            function.__qualname__ = f'{cls.__qualname__}.{function.__name__}'
            if self.replaces.get(name, False):
                setattr(cls, name, function)
            elif _set_new_attribute(cls, name, function) and (more := self.refusals.get(name)):
                more = '' if more is True else f' {more}'
                raise TypeError(f'Cannot overwrite attribute {function.__name__} in class {cls.__name__}{more}')


_object = 'BUILTINS.object' if not RULE.dataclassGivesObject else '__dataclass_builtins_object__'


def _field_assign(frozen, name, value, self_name):
    if frozen:
        return f'{_in}{_object}.__setattr__({self_name},{name!r},{value})'
    return f'{_in}{self_name}.{name}={value}'


def _field_init(one, frozen, names, self_name, slots=False):
    default_name = f'__dataclass_dflt_{one.name}__' if _long_names else f'_dflt_{one.name}'
    if one.default_factory is not MISSING:
        names[default_name] = one.default_factory
        value = f'{default_name}()'
        if one.init:
            factory = '__dataclass_HAS_DEFAULT_FACTORY__' if _long_names else '_HAS_DEFAULT_FACTORY'
            value = f'{value} if {one.name} is {factory} else {one.name}'
    elif one.init:
        if one.default is not MISSING:
            names[default_name] = one.default
        value = one.name
    elif slots and one.default is not MISSING:
        names[default_name] = one.default
        value = default_name
    else:
        return None
    if one._field_type is _FIELD_INITVAR:
        return None
    return _field_assign(frozen, one.name, value, self_name)


def _init_param(one):
    if one.default is MISSING and one.default_factory is MISSING:
        default = ''
    elif one.default is not MISSING:
        default = f'=__dataclass_dflt_{one.name}__' if _long_names else f'=_dflt_{one.name}'
    else:
        default = '=__dataclass_HAS_DEFAULT_FACTORY__' if _long_names else '=_HAS_DEFAULT_FACTORY'
    return f'{one.name}:__dataclass_type_{one.name}__{default}' if _long_names else f'{one.name}:_type_{one.name}{default}'


def _init_fn(fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, globals, slots):
    seen_default = None
    for one in std_fields:
        if one.init:
            if not (one.default is MISSING and one.default_factory is MISSING):
                seen_default = one
            elif seen_default:
                raise TypeError(f'non-default argument {one.name!r} follows default argument' +  # 585
                                (f' {seen_default.name!r}' if RULE.defaultErrorsNameField else ''))
    if RULE.dataclassBuildsTogether:
        locals = {**{f'__dataclass_type_{one.name}__': one.type for one in fields},
                  **{'__dataclass_HAS_DEFAULT_FACTORY__': _HAS_DEFAULT_FACTORY,
                     '__dataclass_builtins_object__': object}}
    elif RULE.dataclassLongNames:
        locals = {f'__dataclass_type_{one.name}__': one.type for one in fields}
        locals.update({'__dataclass_HAS_DEFAULT_FACTORY__': _HAS_DEFAULT_FACTORY,  # 589
                       '__dataclass_builtins_object__': object})
    elif RULE.keywordOnlyFields:
        locals = {f'_type_{one.name}': one.type for one in fields}
        locals.update({'MISSING': MISSING, '_HAS_DEFAULT_FACTORY': _HAS_DEFAULT_FACTORY,
                       '__dataclass_builtins_object__': object})
    else:
        locals = {f'_type_{one.name}': one.type for one in fields}
        locals.update({'MISSING': MISSING, '_HAS_DEFAULT_FACTORY': _HAS_DEFAULT_FACTORY})
    body = []
    for one in fields:
        line = _field_init(one, frozen, locals, self_name, slots)
        if line:
            body.append(line)
    if has_post_init:
        given = ','.join(one.name for one in fields if one._field_type is _FIELD_INITVAR)
        body.append(f'{_in}{self_name}.{_POST_INIT_NAME}({given})')
    if not body:
        body = [f'{_in}pass']
    if not RULE.keywordOnlyFields:
        return _create_fn('__init__', [self_name] + [_init_param(one) for one in fields if one.init], body,
                          locals=locals, globals=globals, return_type=None)
    params = [_init_param(one) for one in std_fields]
    if kw_only_fields:
        params += ['*']
        params += [_init_param(one) for one in kw_only_fields]
    if RULE.dataclassBuildsTogether:
        return globals.add_fn('__init__', [self_name] + params, body, locals=locals, return_type=None)
    return _create_fn('__init__', [self_name] + params, body, locals=locals, globals=globals, return_type=None)  # 619


def _repr_fn(fields, globals):
    made = _create_fn('__repr__', ('self',), ['return self.__class__.__qualname__ + f"(' + ', '.join(  # 628
        [f'{one.name}={{self.{one.name}!r}}' for one in fields]) + ')"'], globals=globals)
    return _recursive_repr(made)  # 635


def _frozen_get_del_attr(cls, fields, globals):
    locals = {'cls': cls, 'FrozenInstanceError': FrozenInstanceError}
    if not RULE.frozenNamesInSet:
        names = '(' + ','.join(repr(one.name) for one in fields) + ',)' if fields else '()'
        condition = f'type(self) is cls or name in {names}'
    else:
        condition = 'type(self) is cls'
        if fields:
            condition += ' or name in {' + ', '.join(repr(one.name) for one in fields) + '}'
    if RULE.dataclassBuildsTogether:
        globals.add_fn('__setattr__', ('self', 'name', 'value'), (
            f'  if {condition}:', '   raise FrozenInstanceError(f"cannot assign to field {name!r}")',
            f'  super(cls, self).__setattr__(name, value)'), locals=locals, overwrite_error=True)
        globals.add_fn('__delattr__', ('self', 'name'), (
            f'  if {condition}:', '   raise FrozenInstanceError(f"cannot delete field {name!r}")',
            f'  super(cls, self).__delattr__(name)'), locals=locals, overwrite_error=True)
        return ()
    return (_create_fn('__setattr__', ('self', 'name', 'value'), (  # 644
                f'if {condition}:', ' raise FrozenInstanceError(f"cannot assign to field {name!r}")',
                f'super(cls, self).__setattr__(name, value)'), locals=locals, globals=globals),
            _create_fn('__delattr__', ('self', 'name'), (  # 651
                f'if {condition}:', ' raise FrozenInstanceError(f"cannot delete field {name!r}")',
                f'super(cls, self).__delattr__(name)'), locals=locals, globals=globals))


def _cmp_fn(name, op, self_tuple, other_tuple, globals):
    return _create_fn(name, ('self', 'other'), [  # 667
        'if other.__class__ is self.__class__:', f' return {self_tuple}{op}{other_tuple}', 'return NotImplemented'],
        globals=globals)


def _hash_fn(fields, globals):
    self_tuple = _tuple_str('self', fields)
    return _create_fn('__hash__', ('self',), [f'return hash({self_tuple})'], globals=globals)  # 677


def _set_qualname(cls, value):
    if isinstance(value, FunctionType):
        value.__qualname__ = f'{cls.__qualname__}.{value.__name__}'  # 861
    return value


def _set_new_attribute(cls, name, value):
    if name in cls.__dict__:
        return True
    if RULE.dataclassNamesWhileSetting:
        _set_qualname(cls, value)  # 869
    setattr(cls, name, value)  # 870
    return False


def _hash_set_none(cls, fields, globals):
    if RULE.dataclassBuildsTogether:
        cls.__hash__ = None
    return None


def _hash_add(cls, fields, globals):
    hashed = [one for one in fields if (one.compare if one.hash is None else one.hash)]
    if RULE.dataclassBuildsTogether:
        globals.add_fn('__hash__', ('self',), [f'  return hash({_tuple_str("self", hashed)})'], unconditional_add=True)
        return None
    made = _hash_fn(hashed, globals)  # 884
    return _set_qualname(cls, made) if RULE.keywordOnlyFields else made  # 884


def _hash_exception(cls, fields, globals):
    raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')


def _chosen_hash(unsafe_hash, eq, frozen, is_explicit):
    if unsafe_hash:
        return _hash_exception if is_explicit else _hash_add
    if not eq or is_explicit:
        return None
    return _hash_add if frozen else _hash_set_none


# By what was asked for, and whether the class has a __hash__ of its own.
_hash_action = {(unsafe, eq, frozen, own): _chosen_hash(unsafe, eq, frozen, own)
                for unsafe in (False, True) for eq in (False, True) for frozen in (False, True) for own in (False, True)}

if RULE.dataclassBuildsTogether:
    del _create_fn, _recursive_repr, _repr_fn, _cmp_fn, _hash_fn, _set_qualname
else:
    del _FuncBuilder
`;
