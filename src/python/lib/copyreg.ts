/** copyreg: the functions that make an object again from what it was reduced to. */
export const COPYREG_SOURCE = `
dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if callable(pickle_function):
        dispatch_table[ob_type] = pickle_function
    else:
        raise TypeError('reduction functions must be callable')
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if callable(object):
        return
    raise TypeError('constructors must be callable')


def pickle_complex(number):
    return complex, (number.real, number.imag)


pickle(complex, pickle_complex, complex)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def _reduce_ex(self, proto):
    cls = self.__class__
    for base in cls.__mro__:
        if '__module__' not in base.__dict__:
            break
        made_in_c = type(base.__new__) is type(object.__new__)
        if made_in_c and base.__new__.__self__ is base:
            break
    else:
        base = object
    if base is cls and cls is not object:
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    args = (cls, base, None if base is object else base(self))
    try:
        getstate = self.__getstate__
    except AttributeError:
        if getattr(self, '__slots__', None):
            raise TypeError(f'cannot pickle {cls.__name__!r} object: a class that defines __slots__ without '
                            f'defining __getstate__ cannot be pickled with protocol {proto}') from None
        held = getattr(self, '__dict__', None)
    else:
        if getattr(self, '__slots__', None) and _inherits_getstate(cls):
            raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')
        held = getstate()
    if held:
        return _reconstructor, args, held
    return _reconstructor, args


def _inherits_getstate(cls):
    return getattr(cls, '__getstate__', None) is getattr(object, '__getstate__', None)


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)  # 99


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)  # 105


def _slotnames(cls):
    known = cls.__dict__.get('__slotnames__')
    if known is not None:
        return known
    names = []  # 124
    if hasattr(cls, '__slots__'):
        for one in cls.__mro__:
            if '__slots__' not in one.__dict__:
                continue
            own = one.__dict__['__slots__']
            for name in (own,) if isinstance(own, str) else own:
                if name == '__dict__' or name == '__weakref__':
                    continue
                if name.startswith('__') and not name.endswith('__'):
                    owner = one.__name__.lstrip('_')
                    if owner:
                        name = '_%s%s' % (owner, name)
                names.append(name)  # 148
    try:
        cls.__slotnames__ = names  # 152
    except Exception:
        pass
    return names
`;
