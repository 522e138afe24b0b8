/** copy: shallow and deep copies, by what each object says of itself; what has been copied is remembered by identity. */
/** What `copyreg` or the object itself says of how it is made again (protocol 4). */
const reduced = (
  how: 'shallow' | 'deep',
  line: number,
  indent = '',
): string => `dispatch_table.get(kind)  # ${line}
    ${indent}if reduced is not None:
    ${indent}    parts = reduced(x)  # ${line + 2}
    ${indent}else:
    ${indent}    reduced = getattr(x, '__reduce_ex__', None)  # ${line + 4}
    ${indent}    if reduced is None:
    ${indent}        raise Error(f'un(${how})copyable object of type {kind}')  # ${line + 12}
    ${indent}    parts = reduced(4)  # ${line + 6}`;

export const COPY_SOURCE = `
import types
import weakref
from copyreg import dispatch_table


class Error(Exception):
    pass


error = Error


def copy(x):
    kind = type(x)
    copier = _copy_dispatch.get(kind)
    if copier:
        return copier(x)  # 71
    if issubclass(kind, type):
        return x
    copier = getattr(kind, '__copy__', None)
    if copier is not None:
        return copier(x)  # 79
    reduced = ${reduced('shallow', 81)}
    return x if isinstance(parts, str) else _reconstruct(x, None, *parts)  # 97


def _itself(x, memo=None):
    return x


_copy_dispatch = dict.fromkeys(
    (type(None), int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, property,
     type(Ellipsis), type(NotImplemented), types.BuiltinFunctionType, types.FunctionType, weakref.ref), _itself)
if hasattr(types, "CodeType"):
    _copy_dispatch[types.CodeType] = _itself
_copy_dispatch.update({list: list.copy, dict: dict.copy, set: set.copy, bytearray: bytearray.copy})


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}  # 125
    place = id(x)  # 127
    copied = memo.get(place, _nil)
    if copied is not _nil:
        return copied
    kind = type(x)  # 132
    copier = _deepcopy_dispatch.get(kind)
    if copier is not None:
        copied = copier(x, memo)  # 136
    elif issubclass(kind, type):
        copied = x
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            copied = copier(memo)  # 143
        else:
            reduced = ${reduced('deep', 145, '        ')}
            copied = x if isinstance(parts, str) else _reconstruct(x, memo, *parts)  # 162
    if copied is not x:
        memo[place] = copied
        _keep_alive(x, memo)
    return copied


_deepcopy_dispatch = dict.fromkeys(
    (type(None), type(Ellipsis), type(NotImplemented), int, float, bool, complex, bytes, str, type,
     types.CodeType, types.BuiltinFunctionType, types.FunctionType, weakref.ref, property), _itself)


if RULE.rangesCopiedWhole:
    _deepcopy_dispatch[range] = _itself


def _deepcopy_list(x, memo, deepcopy=deepcopy):
    copied = []  # 192
    memo[id(x)] = copied  # 193
    add = copied.append  # 194
    for one in x:
        add(deepcopy(one, memo))  # 196
    return copied


def _deepcopy_tuple(x, memo, deepcopy=deepcopy):
    items = [deepcopy(one, memo) for one in x]  # 201
    try:
        return memo[id(x)]
    except KeyError:
        pass
    for old, new in zip(x, items):
        if new is not old:
            return tuple(items)  # 210
    return x


def _deepcopy_dict(x, memo, deepcopy=deepcopy):
    copied = {}  # 218
    memo[id(x)] = copied  # 219
    for name, one in x.items():
        copied[deepcopy(name, memo)] = deepcopy(one, memo)  # 221
    return copied


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))  # 226


_deepcopy_dispatch.update({list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict,
                           types.MethodType: _deepcopy_method})


def _keep_alive(x, memo):
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *, deepcopy=deepcopy):
    deep = memo is not None
    if args and deep:
        args = (deepcopy(one, memo) for one in args)  # 252
    made = func(*args)  # 253
    if deep:
        memo[id(x)] = made  # 255
    if state is not None:
        if deep:
            state = deepcopy(state, memo)  # 259
        if hasattr(made, '__setstate__'):
            made.__setstate__(state)  # 261
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)  # 268
            for name, one in () if slots is None else slots.items():
                setattr(made, name, one)
    for one in () if listiter is None else listiter:
        made.append(deepcopy(one, memo) if deep else one)  # 276
    for name, one in () if dictiter is None else dictiter:
        if deep:
            name, one = deepcopy(name, memo), deepcopy(one, memo)  # 285
        made[name] = one  # 289
    return made


if RULE.objectsReplace:
    def replace(obj, /, **changes):
        kind = obj.__class__
        changed = getattr(kind, '__replace__', None)
        if changed is not None:
            return changed(obj, **changes)
        raise TypeError(f'replace() does not support {kind.__name__} objects')


del types, weakref
`;
