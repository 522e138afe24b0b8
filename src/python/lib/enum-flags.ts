/** The flags of enum: members that are combined by bits, the combinations being made when they are first asked for. */
export const ENUM_FLAGS = `

def _bits(value):
    while value:
        bit = value & -value
        yield bit
        value ^= bit


class Flag(Enum):
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

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int) and (RULE.flagsRefuseOthers or issubclass(cls, int) or not value < 0):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        mask = cls._mask()
        keeps = issubclass(cls, int)
        if value < 0 and not (keeps and not RULE.flagsCountFromMask):
            value = mask + 1 + value if RULE.flagsCountFromMask and not keeps else ~value ^ ((1 << mask.bit_length()) - 1)
        if value & ~mask and not keeps:
            if RULE.flagErrorsShowBits:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError('%r invalid value %r\\n    given %s\\n  allowed %s' % (
                    cls, value, _binary(value, width), _binary(mask, width)))
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
        names = [one._name_ for one in cls._single_members(value)]
        for name in names:
            value &= ~cls._member_map_[name]._value_
        if value and issubclass(cls, int):
            names.append(str(value))
        return names

    @classmethod
    def _single_members(cls, value):
        # In the order of their bits, or where the class names them in another, in that.
        members = [cls._value2member_map_[bit] for bit in _bits(value) if bit in cls._value2member_map_]
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
        if not names or RULE.flagsNamedWhole and names == [str(self._value_)]:
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
        if not RULE.flagsCountFromMask and issubclass(cls, int):
            return cls(~self._value_)
        return cls(cls._mask() & ~self._value_)


def _binary(value, width):
    digits = bin(value)[2:].rjust(width, '0')
    return '0b0 ' + digits


if not RULE.flagsNamedByValue:
    class IntFlag(int, Flag):
        pass
else:
    class IntFlag(int, ReprEnum, Flag):
        __str__ = int.__repr__
        __format__ = int.__format__


for _name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
    type.__setattr__(IntFlag, _name, getattr(Flag, _name))
del _name


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
