/** The flags of enum: members that are combined by bits, the combinations being made when they are first asked for. */
export const ENUM_FLAGS = `

def _bits(value):
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def _masks(values):
    mask = singles = 0
    for value in [one for one in values if isinstance(one, int)]:
        mask |= value
        if value and not value & (value - 1):
            singles |= value
    return {'_flag_mask_': mask, '_singles_mask_': singles, '_all_bits_': 2 ** mask.bit_length() - 1, '_inverted_': None}


_OPERATORS = ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__')


def _take_operators(cls, own):
    for name in _OPERATORS:
        if name not in own:
            type.__setattr__(cls, name, getattr(Flag, name))


class Flag(Enum, **({'boundary': STRICT} if RULE.flagsIterate else {})):
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _mask(cls):
        mask = 0
        for member in cls._member_map_.values():
            mask |= member._value_
        return mask

    if RULE.flagsIterate:
        @classmethod
        def _missing_(cls, value):
            if not isinstance(value, int):
                raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
            known, bits = cls._flag_mask_, cls._all_bits_
            if not ~bits <= value <= bits or value & (bits ^ known):
                if cls._boundary_ is STRICT:
                    width = max(value.bit_length(), known.bit_length())
                    raise ValueError('%r invalid value %r\\n    given %s\\n  allowed %s' % (
                        cls, value, _binary(value, width), _binary(known, width)))
                if cls._boundary_ is EJECT:
                    return value
                if cls._boundary_ is CONFORM:
                    value &= known
                elif value < 0:
                    value += max(bits + 1, 2 ** value.bit_length())
            if value < 0:
                value += bits + 1
            return cls._value2member_map_.get(value) or cls._create_pseudo_member_(value)
    else:
        @classmethod
        def _missing_(cls, value):
            if not isinstance(value, int) and (RULE.flagsRefuseOthers or issubclass(cls, int) or not value < 0):
                raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
            mask = cls._mask()
            keeps = issubclass(cls, int)
            if value < 0 and not keeps:
                value = ~value ^ ((1 << mask.bit_length()) - 1)
            if value & ~mask and not keeps:
                raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
            return cls._value2member_map_.get(value) or cls._create_pseudo_member_(value)

    @classmethod
    def _create_pseudo_member_(cls, value):
        if cls._member_type_ is object:
            member = object.__new__(cls)
        else:
            member = cls._member_type_.__new__(cls, value)
        member._value_ = value
        names = cls._names_in(value)
        member._name_ = '|'.join(names) if RULE.flagsNamedWhole and names else None
        return cls._value2member_map_.setdefault(value, member)  # 848

    @classmethod
    def _names_in(cls, value):
        if not RULE.flagNamesAreSingle:
            return cls._all_names_in(value)
        members = cls._single_members(value)
        if value & ~cls._singles_mask_:
            members += [one for one in cls._member_map_.values()
                        if one not in members and one._value_ and one._value_ & value == one._value_]
        for one in members:
            value &= ~one._value_
        names = [one._name_ for one in members]
        return names + [str(value)] if value and names else names

    @classmethod
    def _single_members(cls, value):
        # In the order of their bits, or where the class names them in another, in that.
        members = [cls._value2member_map_[bit] for bit in _bits(value & cls._singles_mask_)]
        singles = [cls._member_map_[name]._value_ for name in cls._member_names_]  # 869
        if singles != sorted(singles):  # 871
            members.sort(key=lambda one: one._sort_order_)
        return members

    @classmethod
    def _all_names_in(cls, value):
        # Up to 3.10 every member within the value, the largest first, and bits that belong to none.
        found = {one._value_: one._name_ for one in cls._member_map_.values()
                 if one._value_ and one._value_ & value == one._value_}
        left = value
        for one in found:
            left &= ~one
        if left > 0:
            found.update((bit, str(bit)) for bit in _bits(left))
        names = [found[one] for one in sorted(found, reverse=True)]
        return names[1:] if value in found and len(names) > 1 else names

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    if RULE.flagsIterate:
        def __iter__(self):
            yield from self.__class__._single_members(self._value_)  # 751

        def __len__(self):
            return bin(self._value_).count('1')

    def __repr__(self):
        cls = self.__class__
        names = [self._name_] if self._name_ is not None else cls._names_in(self._value_)
        if not names:
            return '<%s: %r>' % (cls.__name__, self._value_) if RULE.flagsShowValue else '<%s.0: 0>' % cls.__name__
        return '<%s.%s: %r>' % (cls.__name__, '|'.join(names), self._value_)  # 1519

    def __str__(self):
        cls = self.__class__
        names = [self._name_] if self._name_ is not None else cls._names_in(self._value_)
        if not names:
            return '%s(%r)' % (cls.__name__, self._value_) if RULE.flagsShowValue else '%s.0' % cls.__name__
        return '%s.%s' % (cls.__name__, '|'.join(names))  # 1526

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        cls = self.__class__
        if RULE.flagsIterate:
            return cls(~self._value_ if cls._boundary_ in (EJECT, KEEP) else cls._singles_mask_ & ~self._value_)
        return cls(~self._value_ if issubclass(cls, int) else cls._mask() & ~self._value_)


def _binary(value, width):
    digits = bin(value & (2 ** width - 1))[2:].rjust(width, '0')
    return '0b%d %s' % (value < 0, digits)


if not RULE.flagsNamedByValue:
    class IntFlag(int, Flag):
        pass
else:
    class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
        __str__ = int.__repr__
        __format__ = int.__format__


_take_operators(IntFlag, ())


def unique(enumeration):
    aliases = []  # 1590
    for name, one in enumeration.__members__.items():
        if one.name != name:
            aliases.append((name, one.name))  # 1593
    if not aliases:
        return enumeration
    told = ', '.join(['%s -> %s' % pair for pair in aliases])  # 1596
    raise ValueError('duplicate values found in %r: %s' % (enumeration, told))  # 1597
`;
