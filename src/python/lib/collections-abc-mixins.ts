/**
 * The abstract base classes of collections.abc that add methods: coroutines and generators, collections, sequences; sets and mappings are in
 * lib/collections-abc-sets.ts and lib/collections-abc-mappings.ts. Each registers its built-in classes at once, as in _collections_abc.py:
 * what the classes know by then of other classes is left in their caches.
 */

/** Does a class count as one? It does where it has the methods. */
export const answering = (name: string, methods: string): string => `
    @classmethod
    def __subclasshook__(cls, C):
        return _check_methods(C, ${methods}) if cls is ${name} else NotImplemented
`;

const registered = (name: string, ...classes: readonly string[]): string =>
  classes.map((one) => `${name}.register(${one})`).join('\n');

/** One of a sequence is what is looked for. */
const SAME = 'one is value or one == value';

/** What coroutines and generators have alike. */
const SENT = `
    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ if val is None else val

    def close(self):
        _closed(self)
`;

export const COROUTINE = `
def _closed(generator):
    try:
        generator.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        pass
    else:
        raise RuntimeError('generator ignored GeneratorExit')


class Coroutine(Awaitable):
    __slots__ = ()

${SENT}${answering('Coroutine', "'__await__', 'send', 'throw', 'close'")}


async def _coroutine():
    pass


_coroutine = _coroutine()
Coroutine.register(type(_coroutine))
_coroutine.close()
del _coroutine
`;

export const ASYNC_GENERATOR = `
class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        raise typ if val is None else val

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            pass
        else:
            raise RuntimeError('asynchronous generator ignored GeneratorExit')

${answering('AsyncGenerator', "'__aiter__', '__anext__', 'asend', 'athrow', 'aclose'")}


async def _async_generator():
    yield


AsyncGenerator.register(type(_async_generator()))
del _async_generator
`;

export const GENERATOR = `
class Generator(Iterator):
    __slots__ = ()

    def __next__(self):
        return self.send(None)  # 356

${SENT}${answering('Generator', "'__iter__', '__next__', 'send', 'throw', 'close'")}


Generator.register(type((lambda: (yield))()))
`;

export const COLLECTION = `
class Collection(Sized, Iterable, Container):
    __slots__ = ()

${answering('Collection', "'__len__', '__iter__', '__contains__'")}


if RULE.buffers:
    class Buffer(metaclass=ABCMeta):
        __slots__ = ()

        @classmethod
        def __subclasshook__(cls, C):
            if cls is Buffer:
                return _check_methods(C, '__buffer__')
            return NotImplemented
`;

export const SEQUENCES = `
class Sequence(Reversible, Collection):
    __slots__ = ()
    __abc_tpflags__ = 1 << 5

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        place = 0
        while True:
            try:
                yield self[place]
            except IndexError:
                return
            place += 1

    def __contains__(self, value):
        for one in self:
            if ${SAME}:
                return True
        return False

    def __reversed__(self):
        for place in reversed(range(len(self))):
            yield self[place]

    def index(self, value, start=0, stop=None):
        if start is not None and start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        place = start
        while not (stop is not None and place >= stop):
            try:
                one = self[place]  # 1057
            except IndexError:
                break
            if ${SAME}:
                return place
            place += 1
        raise ValueError  # 1063

    def count(self, value):
        return sum(1 for one in self if ${SAME})


${registered('Sequence', 'tuple', 'str', 'range', 'memoryview')}


class ByteString(Sequence):
    __slots__ = ()


${registered('ByteString', 'bytes', 'bytearray')}


class MutableSequence(Sequence):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)  # 1130

    def clear(self):
        while True:
            try:
                self.pop()
            except IndexError:
                break

    def reverse(self):
        size = len(self)
        for left in range(size // 2):
            self[left], self[size - left - 1] = self[size - left - 1], self[left]

    def extend(self, values):
        for one in list(values) if values is self else values:
            self.append(one)  # 1151

    def pop(self, index=-1):
        taken = self[index]  # 1157
        del self[index]
        return taken

    def remove(self, value):
        del self[self.index(value)]  # 1165

    def __iadd__(self, values):
        self.extend(values)
        return self


${registered('MutableSequence', 'list', 'bytearray')}
`;
