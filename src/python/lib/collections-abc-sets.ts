/**
 * Sets of collections.abc. What every method asks first of the other operand, and pairs of methods that are each other's mirror image, are
 * written once and put together here; what a method makes and calls while it runs is what CPython's does.
 */

/** The body of a method that answers sets alone. */
const withSets = (name: string, answer: string): string => `
    def __${name}__(self, other):
        if isinstance(other, Set):
            ${answer}
        return NotImplemented
`;

/** Is all of one in the other? */
const within = (part: string, whole: string): string => `if len(${part}) > len(${whole}):
                return False
            for member in ${part}:
                if member not in ${whole}:
                    return False
            return True`;

/** The body of a method that makes a set of whatever can be gone through. */
const withAny = (names: string, answer: string): string => {
  const [name, ...others] = names.split(' ');
  return `
    def __${name}__(self, other):
        if isinstance(other, Iterable):
            return ${answer}
        return NotImplemented
${others.map((other) => `\n    __${other}__ = __${name}__\n`).join('')}`;
};

/** The same where the other has to be a set, or becomes one. */
const withMade = (names: string, answer: string): string => {
  const [name, ...others] = names.split(' ');
  return `
    def __${name}__(self, other):
        if not isinstance(other, Set):  # 641
            if isinstance(other, Iterable):
                other = self._from_iterable(other)
            else:
                return NotImplemented
        return ${answer}
${others.map((other) => `\n    __${other}__ = __${name}__\n`).join('')}`;
};

const those = (of: string, test: string): string =>
  `self._from_iterable(member for member in ${of} if ${test})`;

const SET = `
class Set(Collection):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)  # 616

    def isdisjoint(self, other):
        for member in other:
            if member in self:
                return False
        return True

    def _hash(self):
        return hash(frozenset(self))
${[
  withSets('le', within('self', 'other')),
  withSets('lt', 'return len(self) < len(other) and self.__le__(other)'),
  withSets('gt', 'return len(self) > len(other) and self.__ge__(other)'),
  withSets('ge', within('other', 'self')),
  withSets('eq', 'return len(self) == len(other) and self.__le__(other)'),
  withAny('and rand', those('other', 'member in self')),
  withAny('or ror', 'self._from_iterable(member for part in (self, other) for member in part)'),
  withMade('sub', those('self', 'member not in other')),
  withMade('rsub', those('other', 'member not in self')),
  withMade('xor rxor', '(self - other) | (other - self)'),
].join('')}

Set.register(frozenset)
`;

/** For each of some values something is done with the set. */
const each = (operator: string, values: string, step: string, before = ''): string => `
    def __i${operator}__(self, it):
        ${before}for member in ${values}:
            ${step}
        return self
`;

const ITSELF = `if it is self:
            self.clear()
            return self
        `;

const MUTABLE_SET = `
class MutableSet(Set):
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value in self:
            self.discard(value)
        else:
            raise KeyError(value)  # 729

    def pop(self):
        members = iter(self)  # 734
        try:
            first = next(members)  # 736
        except StopIteration:
            raise KeyError from None  # 738
        self.discard(first)
        return first

    def clear(self):
        while True:
            try:
                self.pop()  # 746
            except KeyError:
                break
${[
  each('or', 'it', 'self.add(member)'),
  each('and', '(self - it)', 'self.discard(member)'),
  each('sub', 'it', 'self.discard(member)', ITSELF),
  each(
    'xor',
    'it',
    `if member not in self:
                self.add(member)  # 770
            else:
                self.discard(member)`,
    `${ITSELF}if not isinstance(it, Set):
            it = self._from_iterable(it)
        `,
  ),
].join('')}

MutableSet.register(set)
`;

export const SETS = `${SET}

${MUTABLE_SET}`;
