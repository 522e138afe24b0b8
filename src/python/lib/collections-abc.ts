/** collections.abc: the abstract base classes of containers, and what they add to the few methods that a class must have. */
import { ABC_MIXINS } from './collections-abc-mixins.ts';

/** One-method interfaces: their method, with its parameters, and what it does by itself. */
const SIMPLE = [
  ['Hashable', '', '__hash__', 'self', 'return 0'],
  ['Awaitable', '', '__await__', 'self', 'yield'],
  ['AsyncIterable', '', '__aiter__', 'self', 'return AsyncIterator()'],
  ['AsyncIterator', 'AsyncIterable', '__anext__', 'self', 'raise StopAsyncIteration'],
  ['Iterable', '', '__iter__', 'self', 'while False:\n            yield None'],
  ['Iterator', 'Iterable', '__next__', 'self', 'raise StopIteration'],
  ['Reversible', 'Iterable', '__reversed__', 'self', 'while False:\n            yield None'],
  ['Sized', '', '__len__', 'self', 'return 0'],
  ['Container', '', '__contains__', 'self, x', 'return False'],
  ['Callable', '', '__call__', 'self, *args, **kwds', 'return False'],
] as const;

const CHECKED: { readonly [name: string]: string } = {
  Iterator: "'__iter__', '__next__'",
  Reversible: "'__reversed__', '__iter__'",
  AsyncIterator: "'__anext__', '__aiter__'",
};

/** Those that can be subscripted say so themselves. */
const GENERIC = new Set(['Awaitable', 'AsyncIterable', 'Iterable', 'Container', 'Callable']);

const MORE: { readonly [name: string]: string } = {
  Iterator: '\n    def __iter__(self):\n        return self\n',
  AsyncIterator: '\n    def __aiter__(self):\n        return self\n',
};

const simple = SIMPLE.map(
  ([name, base, method, params, body]) => `
class ${name}(${base === '' ? 'metaclass=ABCMeta' : base}):
    __slots__ = ()

    @abstractmethod
    def ${method}(${params}):
        ${body}
${MORE[name] ?? ''}
    @classmethod
    def __subclasshook__(cls, C):
        if cls is ${name}:
            return _check_methods(C, ${CHECKED[name] ?? `'${method}'`})
        return NotImplemented
${GENERIC.has(name) ? '\n    if _minor >= 9:\n        __class_getitem__ = classmethod(GenericAlias)\n' : ''}`,
);

export const COLLECTIONS_ABC_SOURCE = `
from abc import ABCMeta, abstractmethod

if _minor >= 9:
    GenericAlias = type(list[int])


def _check_methods(C, *methods):
    mro = C.__mro__
    for method in methods:
        for B in mro:
            if method in B.__dict__:
                if B.__dict__[method] is None:
                    return NotImplemented
                break
            if method == '__call__' and B in _CALLABLE:
                break
        else:
            return NotImplemented
    return True


_CALLABLE = (type(abstractmethod), type(len), type(str.join), type(ABCMeta.mro), type)

${simple.join('\n')}
${ABC_MIXINS}
__all__ = [name for name in dir() if name[0].isupper() and name not in ('ABCMeta', 'GenericAlias')]
`;
