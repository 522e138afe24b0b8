/** The part of dataclasses that reads data classes and their instances, and makes such classes from lists of fields. */
/** What replace() does, and the method of 3.13 for it. */
const REPLACED = `        for one in getattr(self, _FIELDS).values():
            if one._field_type is _FIELD_CLASSVAR:
                continue
            if not one.init:
                if one.name in changes:
                    words = (f'field {one.name} is declared with init=False, it cannot be specified with replace()')
                    raise (TypeError if RULE.replaceErrorIsOfType else ValueError)(words)
                continue
            if one.name not in changes:
                if one._field_type is _FIELD_INITVAR and one.default is MISSING:
                    words = f'InitVar {one.name!r} must be specified with replace()'
                    raise (TypeError if RULE.replaceErrorIsOfType else ValueError)(words)
                changes[one.name] = getattr(self, one.name)
        return self.__class__(**changes)  # 1579`;

export const DATACLASS_READING = `

def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)  # 1278
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None  # 1280
    return tuple(one for one in found.values() if one._field_type is _FIELD)  # 1284


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)  # 1289


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


_ATOMIC_TYPES = frozenset({type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented),
                           types.CodeType, types.BuiltinFunctionType, types.FunctionType, type, range, property})


def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')  # 1319
    return _asdict_inner(obj, dict_factory)  # 1320


def _asdict_inner(obj, dict_factory):
    kind = type(obj)
    if RULE.dataclassKnowsAtoms and kind in _ATOMIC_TYPES:
        return obj
    if hasattr(kind, _FIELDS):
        if RULE.dataclassKnowsAtoms and dict_factory is dict:
            return {  # 1329
                one.name: _asdict_inner(getattr(obj, one.name), dict) for one in fields(obj)}
        pairs = []
        for one in fields(obj):
            inner = _asdict_inner(getattr(obj, one.name), dict_factory)  # 1336
            pairs.append((one.name, inner))  # 1337
        return dict_factory(pairs)  # 1338
    if RULE.dataclassBuildsPlain and kind is list:
        return [_asdict_inner(one, dict_factory) for one in obj]  # 1340
    if RULE.dataclassBuildsPlain and kind is dict:
        return {_asdict_inner(k, dict_factory): _asdict_inner(v, dict_factory) for k, v in obj.items()}
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return kind(*[_asdict_inner(one, dict_factory) for one in obj])
    if isinstance(obj, (list, tuple)):  # 1360
        return kind(_asdict_inner(one, dict_factory) for one in obj)  # 1364
    if isinstance(obj, dict):
        pairs = ((_asdict_inner(k, dict_factory), _asdict_inner(v, dict_factory)) for k, v in obj.items())  # 1374
        if RULE.dataclassKnowsAtoms and hasattr(kind, 'default_factory'):
            result = kind(obj.default_factory)
            result.update(pairs)
            return result
        return kind(pairs)  # 1373
    return copy.deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')  # 1400
    return _astuple_inner(obj, tuple_factory)  # 1401


def _astuple_inner(obj, tuple_factory):
    kind = type(obj)
    if RULE.dataclassKnowsAtoms and kind in _ATOMIC_TYPES:
        return obj
    if hasattr(kind, _FIELDS):
        inner = []
        for one in fields(obj):
            inner.append(_astuple_inner(getattr(obj, one.name), tuple_factory))  # 1410
        return tuple_factory(inner)  # 1412
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return kind(*[_astuple_inner(one, tuple_factory) for one in obj])
    if isinstance(obj, (list, tuple)):
        return kind(_astuple_inner(one, tuple_factory) for one in obj)  # 1425
    if isinstance(obj, dict):
        return kind((_astuple_inner(k, tuple_factory), _astuple_inner(v, tuple_factory)) for k, v in obj.items())  # 1435
    return copy.deepcopy(obj)


if RULE.objectsReplace:
    def replace(obj, /, **changes):
        if not _is_dataclass_instance(obj):
            raise TypeError('replace() should be called on dataclass instances')  # 1550
        return _replace(obj, **changes)

    def _replace(self, /, **changes):
${REPLACED}
else:
    def replace(self, /, **changes):
        if not _is_dataclass_instance(self):  # 1549
            raise TypeError('replace() should be called on dataclass instances')  # 1550
${REPLACED}


def _checked_name(name, seen):
    if not (isinstance(name, str) and name.isidentifier()):
        wrong = 'Field names must be valid identifiers'
    elif keyword.iskeyword(name):
        wrong = 'Field names must not be keywords'
    elif name in seen:
        wrong = 'Field name duplicated'
    else:
        return
    raise TypeError(f'{wrong}: {name!r}')


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **options):
    if not RULE.dataclassMakesInModule and module is not None:
        raise TypeError("dataclass() got an unexpected keyword argument 'module'")
    namespace = {} if namespace is None else namespace  # 1472
    kinds, defaults = {}, {}  # 1477
    for given in fields:
        if isinstance(given, str):
            name, kind = given, 'typing.Any'
        elif len(given) == 3:
            name, kind, defaults[given[0]] = given
        elif len(given) == 2:
            name, kind = given
        else:
            raise TypeError(f'Invalid field: {given!r}')
        _checked_name(name, kinds)
        kinds[name] = kind

    def fill(body):
        for part in (namespace, defaults):
            body.update(part)  # 1504
        body['__annotations__'] = kinds

    made = types.new_class(cls_name, bases, {}, fill)  # 1509
    if RULE.dataclassMakesInModule:
        made.__module__ = sys._getframe(1).f_globals.get('__name__', '__main__') if module is None else module
    return dataclass(made, **options)  # 1525
`;
