/** What a body of an enumeration is made of: the namespace that keeps the members apart, `auto`, and the attributes that members alone have. */
/** Setting and deleting what members alone have: by the function for it, if there is one. */
const changing = (how: string): string => {
  const given = how === 'set' ? 'instance, value' : 'instance';
  const changes = how === 'set' ? 'fset' : 'fdel';
  return `
        def __${how}__(self, ${given}):
            if self.${changes} is not None:
                return self.${changes}(${given})
            raise AttributeError('<enum %r> cannot ${how} attribute %r' % (self.clsname, self.name))
`;
};

export const ENUM_BODY = `
import sys
from builtins import property as _property
from types import DynamicClassAttribute, MappingProxyType


if RULE.enumProperty:
    class property(DynamicClassAttribute):
        def __get__(self, instance, ownerclass=None):
            if instance is None:
                words = self.name if not RULE.enumPropertyTells else '%r has no attribute %r' % (ownerclass, self.name)
                raise AttributeError(words)
            if self.fget is None:
                raise AttributeError('%r has no attribute %r' % (ownerclass, self.name))
            return self.fget(instance)

${['set', 'delete'].map(changing).join('')}
        def __set_name__(self, ownerclass, name):
            self.name, self.clsname = name, ownerclass.__name__
else:
    property = DynamicClassAttribute


class auto:
    value = object()

    def __init__(self, value=value):
        self.value = value


_unset = auto.value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


# Older versions lack the names, and nobody wishes there.
_wished, _unwished = member, nonmember


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


class _EnumDict(dict):
    def __init__(self):
        super().__init__()
        self._cls_name, self._auto_called = '', False  # 845
        self._member_names, self._last_values, self._ignore = [], [], []

    def __setitem__(self, key, value):
        if key.startswith('_' + self._cls_name + '__') and not key.endswith('__'):
            pass
        elif _is_sunder(key):
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
            elif key not in ('_order_', '_missing_', '_create_pseudo_member_', '_numeric_repr_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use'
                                 if RULE.enumErrorsNameKey else '_names_ are reserved for future Enum use')
        elif _is_dunder(key) or key in self._ignore:
            pass
        elif isinstance(value, _unwished):
            value = value.value
        elif key in self._member_names:
            if RULE.enumErrorsNameKey:
                raise TypeError('%r already defined as %r' % (key, self[key]))  # 436
            raise TypeError('Attempted to reuse key: %r' % key)
        elif isinstance(value, _wished) or not _is_descriptor(value):
            if key in self:
                if RULE.enumErrorsNameKey:
                    raise TypeError('%r already defined as %r' % (key, self[key]))
                raise TypeError('%r already defined as: %r' % (key, self[key]))
            names, values = self._member_names, self._last_values
            if isinstance(value, _wished):
                value = value.value
            if isinstance(value, auto):
                self._auto_called = True
                if value.value is _unset:
                    value.value = self._generate_next_value(key, 1, len(names), values[:])
                value = value.value
            names.append(key)  # 479
            values.append(value)  # 481
        super().__setitem__(key, value)  # 482
`;
