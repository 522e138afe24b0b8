/** namedtuple: a class over tuple whose `__new__` is compiled for its fields. */
export const NAMEDTUPLE_SOURCE = `
from keyword import iskeyword as _iskeyword
import sys as _sys
from sys import intern as _intern


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    field_names, typename = list(map(str, field_names)), _intern(str(typename))  # 383
    if rename:
        known = set()
        for at, name in enumerate(field_names):
            if name in known or name.startswith('_') or _iskeyword(name) or not name.isidentifier():
                field_names[at] = f'_{at}'  # 393
            known.add(name)
    for name in [typename] + field_names:  # 396
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if _iskeyword(name):  # 402
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    known = set()  # 406
    for name in field_names:
        if not rename and name.startswith('_'):
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')  # 409
        if name in known:
            raise ValueError(f'Encountered duplicate field name: {name!r}')  # 412
        known.add(name)
    field_defaults = {}  # 415
    if defaults is not None:
        defaults = tuple(defaults)  # 417
        if len(field_names) < len(defaults):
            raise TypeError('Got more default values than field names')  # 419
        field_defaults = dict(reversed(list(zip(reversed(field_names), reversed(defaults)))))  # 420
    field_names = tuple(map(_intern, field_names))  # 424
    count = len(field_names)
    listed = ', '.join(field_names)
    if count == 1:
        listed += ','
    shown = '(' + ', '.join(f'{name}=%r' for name in field_names) + ')'  # 429
    make = tuple.__new__
    # Five in one tuple, which a later one of five is made from.
    as_dict, as_tuple, size, pairs, apply = dict, tuple, len, zip, map  # 431
    made_in = {  # 435
        '_tuple_new': make,
        '__builtins__': {},  # 437
        '__name__': f'namedtuple_{typename}',  # 438
    }
    __new__ = eval(f'lambda _cls, {listed}: _tuple_new(_cls, ({listed}))', made_in)  # 441
    __new__.__name__ = '__new__'
    # These texts, and those of the fields, are objects that each class keeps: their sizes are counted.
    __new__.__doc__ = f'Create new instance of {typename}({listed})'  # 443
    if defaults is not None:
        __new__.__defaults__ = defaults

    @classmethod  # 447
    def _make(cls, iterable):  # 448
        filled = make(cls, iterable)  # 449
        if size(filled) == count:
            return filled
        raise TypeError(f'Expected {count} arguments, got {len(filled)}')  # 451

    _make.__func__.__doc__ = f'Make a new {typename} object from a sequence or iterable'  # 454

    def _replace(self, /, **kwds):  # 457
        changed = self._make(apply(kwds.pop, field_names, self))  # 458
        if not kwds:
            return changed
        raise (TypeError if RULE.replaceErrorIsOfType else ValueError)(f'Got unexpected field names: {list(kwds)!r}')  # 460

    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'  # 463

    def __repr__(self):  # 466
        return self.__class__.__name__ + shown % self  # 468

    def _asdict(self):  # 470
        return as_dict(pairs(self._fields, self))  # 472

    def __getnewargs__(self):  # 474
        return as_tuple(self)  # 476

    for method in (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):  # 479
        method.__qualname__ = f'{typename}.{method.__name__}'  # 487

    namespace = {  # 491
        '__doc__': f'{typename}({listed})', '__slots__': (), '_fields': field_names, '_field_defaults': field_defaults,  # 492
        '__new__': __new__, '_make': _make, '_replace': _replace, '__repr__': __repr__, '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
    }
    if RULE.classesMatch:
        namespace['__match_args__'] = field_names
    if RULE.objectsReplace:
        namespace['__replace__'] = _replace
    for index, name in enumerate(field_names):  # 504
        namespace[name] = _tuplegetter(index, _intern(f'Alias for field number {index}'))  # 506
    made = type(typename, (tuple,), namespace)  # 508
    if module is None:
        if RULE.callersTellModules:
            module = _sys._getframemodulename(1) or '__main__'
        else:
            module = _sys._getframe(1).f_globals.get('__name__', '__main__')
    if module is not None:
        made.__module__ = module
    return made
`;
