"""types: the classes that have no other name, and modules and classes made by hand."""
import gc
import sys
import types

NAMES = """BuiltinFunctionType BuiltinMethodType CellType ClassMethodDescriptorType CodeType EllipsisType FrameType FunctionType
GeneratorType GenericAlias GetSetDescriptorType LambdaType MappingProxyType MemberDescriptorType MethodDescriptorType MethodType
ModuleType NoneType NotImplementedType TracebackType UnionType DynamicClassAttribute SimpleNamespace get_original_bases new_class
prepare_class resolve_bases"""
for name in NAMES.split():
    print(name, getattr(getattr(types, name, None), '__name__', 'is missing'))

print(isinstance(sys._getframe(), types.FrameType), isinstance(sys, types.ModuleType))
try:
    1 / 0
except ZeroDivisionError as error:
    print(isinstance(error.__traceback__, types.TracebackType))

module = types.ModuleType('made')
print(module, module.__dict__, sys.getsizeof(module), gc.is_tracked(module))
module.value = 5
print(module.value, types.ModuleType('other', 'words').__doc__, 'value' in dir(module))
for args in ((), (1,)):
    try:
        types.ModuleType(*args)
    except TypeError as error:
        print(type(error).__name__)
try:
    module.missing
except AttributeError as error:
    print(error)


class Plugin(types.ModuleType):
    def __init__(self, name, level):
        super().__init__(name)
        self.level = level

    def double(self):
        return self.level * 2


plugin = Plugin('plugin', 4)
print(plugin.double(), plugin.__name__, plugin.level, type(plugin).__name__)


class Entries:
    def __mro_entries__(self, bases):
        return (list,)


print(types.resolve_bases((int,)), types.resolve_bases((Entries(), dict)))
made = types.new_class('Made', (Entries(),), None, lambda space: space.update(x=1))
print(made.__mro__[1], made.x, len(made.__orig_bases__))


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases, **kwds):
        return {'prepared': name}


print(types.prepare_class('P', (), {'metaclass': Meta, 'extra': 1}))
print(types.new_class('P', (), {'metaclass': Meta}).prepared)
try:
    types.prepare_class('P', (Meta('A', (), {}),), {'metaclass': type('Other', (type,), {})})
except TypeError as error:
    print(error)


class Holder:
    @types.DynamicClassAttribute
    def value(self):
        """Its value."""
        return self._value

    @value.setter
    def value(self, new):
        self._value = new


holder = Holder()
holder.value = 3
print(holder.value)
try:
    Holder.value
except AttributeError as error:
    print(repr(str(error)))
