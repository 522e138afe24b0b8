/** collections.abc: the abstract base classes of containers, and what they add to the few methods that a class must have. */
import { CALLABLE_ALIAS } from './collections-abc-callable.ts';
import { ABC_MAPPINGS } from './collections-abc-mappings.ts';
import {
  ASYNC_GENERATOR,
  answering,
  COLLECTION,
  COROUTINE,
  GENERATOR,
  SEQUENCES,
} from './collections-abc-mixins.ts';
import { SETS } from './collections-abc-sets.ts';

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

const generic = (name: string): string => `
    if RULE.classesTakeItems:
        __class_getitem__ = classmethod(${name === 'Callable' ? '_CallableGenericAlias' : 'GenericAlias'})
`;

type Simple = (typeof SIMPLE)[number];

const simpleClass = ([name, base, method, params, body]: Simple): string => `
class ${name}(${base === '' ? 'metaclass=ABCMeta' : base}):
    __slots__ = ()

    @abstractmethod
    def ${method}(${params}):
        ${body}
${MORE[name] ?? ''}
${answering(name, CHECKED[name] ?? `'${method}'`)}${GENERIC.has(name) ? generic(name) : ''}`;

const [
  HASHABLE,
  AWAITABLE,
  ASYNC_ITERABLE,
  ASYNC_ITERATOR,
  ITERABLE,
  ITERATOR,
  REVERSIBLE,
  SIZED,
  CONTAINER,
  CALLABLE,
] = SIMPLE.map(simpleClass);

const ITERATORS = `
for _one in (b'', bytearray(), {}.keys(), {}.values(), {}.items(), [], reversed([]), range(0), range(1 << 1000),
             set(), '', (), zip()):
    Iterator.register(type(iter(_one)))
del _one
`;

/** The subclass that the module os has at the start. */
const ENVIRON = `
class _Environ(MutableMapping):
    __module__ = 'os'
`;

export const COLLECTIONS_ABC_SOURCE = `
import sys
from abc import ABCMeta, abstractmethod

if RULE.classesTakeItems:
    GenericAlias = type(list[int])


def _check_methods(C, *methods):
    bases = C.__mro__
    for method in methods:
        for base in bases:
            if method in base.__dict__:
                if base.__dict__[method] is not None:
                    break
                return NotImplemented
            if method == '__call__' and base in _CALLABLE:
                break
        else:
            return NotImplemented
    return True


_CALLABLE = (type(abstractmethod), type(len), type(str.join), type(ABCMeta.mro), type)

${HASHABLE}
${AWAITABLE}
${COROUTINE}
${ASYNC_ITERABLE}
${ASYNC_ITERATOR}
${ASYNC_GENERATOR}
${ITERABLE}
${ITERATOR}
${ITERATORS}
${REVERSIBLE}
${GENERATOR}
${SIZED}
${CONTAINER}
${COLLECTION}
${CALLABLE_ALIAS}
${CALLABLE}
${SETS}
${ABC_MAPPINGS}
${SEQUENCES}
${ENVIRON}
__all__ = [name for name in dir() if name[0].isupper() and name not in ('ABCMeta', 'GenericAlias')]
`;
