/** NamedTuple, TypedDict and NewType. */
import { uniting } from './typing-unions.ts';

export const TYPING_RECORDS = `
_PROHIBITED = frozenset(('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_field_types', '_make',
                         '_replace', '_asdict', '_source'))
_SPECIAL = frozenset(('__module__', '__name__', '__annotations__'))


def _make_nmtuple(name, kinds, module, defaults=()):
    kinds = {key: _type_check(kind, f'field {key} annotation must be a type') for key, kind in kinds}
    made = collections.namedtuple(name, list(kinds), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = kinds
    return made


def _defaults_of(kinds, ns):
    names = []
    for name in kinds:
        if name in ns:
            names.append(name)
        elif names:
            raise TypeError(f'Non-default namedtuple field {name} cannot follow default field'
                            f"{'s' if len(names) > 1 else ''} {', '.join(names)}")
    return [ns[name] for name in names]


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        if RULE.namedTuplesGeneric:
            for base in bases:
                if base is not _NamedTuple and base is not Generic:
                    raise TypeError('can only inherit from a NamedTuple type and Generic')
            bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        kinds = ns.get('__annotations__', {})
        made = _make_nmtuple(typename, kinds.items(), ns['__module__'], _defaults_of(kinds, ns))
        if RULE.namedTuplesGeneric:
            made.__bases__ = bases
            if Generic in bases:
                made.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, value in ns.items():
            if key in _PROHIBITED:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key in _SPECIAL:
                continue
            if key not in made._fields:
                setattr(made, key, value)
            if RULE.attributesToldOfNames and hasattr(type(value), '__set_name__'):
                type(value).__set_name__(value, made, key)
        if RULE.namedTuplesGeneric and Generic in bases:
            made.__init_subclass__()
        return made


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


def NamedTuple(typename, fields=None, /, **kwargs):
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
    made = _make_nmtuple(typename, fields, module=_caller())
    if RULE.originalBases:
        made.__orig_bases__ = (NamedTuple,)
    return made


def _namedtuple_mro_entries(bases):
    if len(bases) > 1 and not RULE.namedTuplesGeneric:
        raise TypeError('Multiple inheritance with NamedTuple is not supported')
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


def _caller():
    if RULE.callersTellModules:
        return sys._getframemodulename(2) or '__main__'
    return sys._getframe(2).f_globals.get('__name__', '__main__')


def _qualifiers(kind):
    while True:
        origin = get_origin(kind)
        if any(origin is one for one in _QUALIFIERS):
            yield origin
        elif origin is not Annotated:
            return
        kind = get_args(kind)[0]


def _asked(kind, total):
    if not RULE.requiredFields:
        return total
    said = set(_qualifiers(kind))
    return Required in said or (total and NotRequired not in said)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and not (base is Generic and RULE.namedTuplesGeneric):
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if RULE.originalBases and not hasattr(made, '__orig_bases__'):
            made.__orig_bases__ = bases
        msg = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _type_check(kind, msg, module=made.__module__) for key, kind in ns.get('__annotations__', {}).items()}
        annotations, required, optional, read_only, mutable = {}, set(), set(), set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required.update(base.__dict__.get('__required_keys__', ()))
            optional.update(base.__dict__.get('__optional_keys__', ()))
            read_only.update(base.__dict__.get('__readonly_keys__', ()))
            mutable.update(base.__dict__.get('__mutable_keys__', ()))
        annotations.update(own)
        for key, kind in own.items():
            (required if _asked(kind, total) else optional).add(key)
            (read_only if RULE.readOnlyFields and ReadOnly in _qualifiers(kind) else mutable).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if RULE.readOnlyFields:
            made.__readonly_keys__ = frozenset(read_only)
            made.__mutable_keys__ = frozenset(mutable)
        if RULE.readOnlyFields or not hasattr(made, '__total__'):
            made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError('TypedDict takes either a dict or keyword arguments, but not both')
    made = _TypedDictMeta(typename, (), {'__annotations__': dict(fields), '__module__': _caller()}, total=total)
    if RULE.originalBases:
        made.__orig_bases__ = (TypedDict,)
    return made


TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)

if not RULE.newTypeIsClass:
    def NewType(name, tp):
        def new_type(x):
            return x

        new_type.__name__, new_type.__supertype__ = name, tp
        return new_type
else:
    class NewType:
        def __init__(self, name, tp):
            self.__qualname__ = name
            self.__name__ = name.rpartition('.')[-1]
            self.__supertype__ = tp
            module = _caller()
            if module != 'typing':
                self.__module__ = module

        def __mro_entries__(self, bases):
            base = self.__name__

            class Sub:
                def __init_subclass__(cls):
                    raise TypeError(f'Cannot subclass an instance of NewType. Perhaps you were looking for: '
                                    f"\`{cls.__name__} = NewType({cls.__name__!r}, {base})\`")

            return (Sub,)

        def __call__(self, x):
            return x

        def __reduce__(self):
            return self.__qualname__

        def __repr__(self):
            return self.__module__ + '.' + self.__qualname__

${uniting(8)}
`;
