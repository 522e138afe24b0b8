/** collections.UserDict, UserList and UserString: containers that keep their content in `data`, to be derived from. */
/** `copy.copy` of a container: a new object with the attributes of the old one, and a copy of what it contains. */
const twin = (copied: string): string => `
    def __copy__(self):
        twin = self.__class__.__new__(self.__class__)
        twin.__dict__.update(self.__dict__)
        twin.__dict__['data'] = ${copied}
        return twin
`;

/** `|` of a UserDict and a dict of either kind, in either order. */
const uniting = (name: string, mine: string, plain: string): string => `
        def __${name}__(self, other):
            if isinstance(other, UserDict):
                return self.__class__(${mine})
            return self.__class__(${plain}) if isinstance(other, dict) else NotImplemented
`;

const USER_DICT = `
class UserDict(_abc.MutableMapping):
    def __init__(self, dict=None, /, **kwargs):
        self.data = {}  # 1120
        if dict is not None:
            self.update(dict)  # 1122
        if kwargs:
            self.update(kwargs)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()  # 1203
        for name in iterable:
            made[name] = value
        return made

    def copy(self):
        if self.__class__ is not UserDict:
            import copy
            kept = self.data
            try:
                self.data = {}
                twin = copy.copy(self)
            finally:
                self.data = kept
            twin.update(self)
            return twin
        return UserDict(self.data.copy())  # 1190
${twin("self.__dict__['data'].copy()")}
    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __getitem__(self, key):
        kept = self.data
        if key not in kept:
            if hasattr(self.__class__, '__missing__'):
                return self.__class__.__missing__(self, key)
            raise KeyError(key)  # 1134
        return kept[key]

    def __setitem__(self, key, item):
        self.data[key] = item  # 1137

    def __delitem__(self, key):
        del self.data[key]

    if RULE.userDictGets:
        def get(self, key, default=None):
            return self[key] if key in self else default

    if RULE.dictsUnite:
${uniting('or', 'self.data | other.data', 'self.data | other')}${uniting('ror', 'other.data | self.data', 'other | self.data')}
        def __ior__(self, other):
            self.data |= other.data if isinstance(other, UserDict) else other  # 1178
            return self

    def __repr__(self):
        return repr(self.data)  # 1158
`;

const COMPARISONS = { lt: '<', le: '<=', eq: '==', gt: '>', ge: '>=' } as const;

const listComparisons = Object.entries(COMPARISONS).map(
  ([name, sign]) => `
    def __${name}__(self, other):
        return self.data ${sign} self.__cast(other)
`,
);

/** Methods that do to the list what they are asked: their parameters, and what list gets. */
const LIST_CHANGES = {
  append: 'item',
  insert: 'i, item',
  remove: 'item',
  clear: '',
  reverse: '',
} as const;

const listChanges = Object.entries(LIST_CHANGES).map(
  ([name, params]) => `
    def ${name}(${['self', params].filter(Boolean).join(', ')}):
        self.data.${name}(${params})
`,
);

/** Methods that answer what list answers. */
const LIST_ANSWERS = {
  pop: ['i=-1', 'i'],
  count: ['item', 'item'],
  index: ['item, *args', 'item, *args'],
} as const;

const listAnswers = Object.entries(LIST_ANSWERS).map(
  ([name, [params, args]]) => `
    def ${name}(self, ${params}):
        return self.data.${name}(${args})
`,
);

const added = (name: string, mine: string, plain: string): string => `
    def __${name}__(self, other):
        if isinstance(other, UserList):
            return self.__class__(${mine})
        return self.__class__(${plain})
`;

const AS_LIST = '(other if isinstance(other, type(self.data)) else list(other))';

const USER_LIST = `
class UserList(_abc.MutableSequence):
    def __init__(self, initlist=None):
        self.data = []  # 1217
        if initlist is None:
            return
        if type(initlist) == type(self.data):
            self.data[:] = initlist  # 1221
        elif not isinstance(initlist, UserList):  # 1222
            self.data = list(initlist)  # 1225
        else:
            self.data[:] = initlist.data[:]  # 1223

    def copy(self):
        return self.__class__(self)  # 1321
${twin("self.__dict__['data'][:]")}${listComparisons.join('')}
    def __cast(self, other):
        return other.data if isinstance(other, UserList) else other

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        return item in self.data

    def __getitem__(self, i):
        if not isinstance(i, slice):
            return self.data[i]  # 1258
        return self.__class__(self.data[i])  # 1256

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]
${added('add', 'self.data + other.data', `self.data + ${AS_LIST}`)}${added('radd', 'other.data + self.data', `${AS_LIST} + self.data`)}
    def __iadd__(self, other):
        self.data += other.data if isinstance(other, UserList) else other
        return self

    def extend(self, other):
        self.data.extend(other.data if isinstance(other, UserList) else other)

    def __mul__(self, n):
        return self.__class__(self.data * n)  # 1290

    def __imul__(self, n):
        self.data *= n  # 1295
        return self

    __rmul__ = __mul__
${listChanges.join('')}${listAnswers.join('')}
    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def __repr__(self):
        return repr(self.data)  # 1228
`;

const stringComparisons = Object.entries(COMPARISONS).map(
  ([name, sign]) => `
    def __${name}__(self, string):
        return self.data ${sign} (string.data if isinstance(string, UserString) else string)
`,
);

/** Methods that give another UserString, and those that give what str's give. */
const AGAIN =
  'capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix rjust rstrip strip swapcase title upper zfill';
const SAME =
  'count endswith find format format_map index isalpha isalnum isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join partition rpartition rfind rindex rsplit split splitlines startswith encode';

const stringMethods = [
  ...AGAIN.split(' ').map(
    (name) => `
    def ${name}(self, *args):
        return self.__class__(self.data.${name}(*_plain(args)))
`,
  ),
  ...SAME.split(' ').map(
    (name) => `
    def ${name}(self, *args, **kwds):
        return self.data.${name}(*_plain(args), **kwds)
`,
  ),
];

const stringConversions = ['str', 'repr', 'int', 'float', 'complex', 'hash'].map(
  (name) => `
    def __${name}__(self):
        return ${name}(self.data)
`,
);

const USER_STRING = `
def _plain(args):
    return [one.data if isinstance(one, UserString) else one for one in args]


class UserString(_abc.Sequence):
    def __init__(self, seq):
        if not isinstance(seq, (str, UserString)):
            self.data = str(seq)  # 1354
        else:
            self.data = seq if isinstance(seq, str) else seq.data[:]  # 1350
${stringConversions.join('')}
    def __getnewargs__(self):
        return (self.data[:],)
${stringComparisons.join('')}
    def __contains__(self, char):
        return (char.data if isinstance(char, UserString) else char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])  # 1411

    def __add__(self, other):
        return self.__class__(self.data + (other.data if isinstance(other, UserString) else str(other)))  # 1417

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, str) else str(other)) + self.data)  # 1422

    def __mul__(self, n):
        return self.__class__(self.data * n)  # 1426

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)  # 1431

    def replace(self, old, new, maxsplit=-1):
        return self.__class__(self.data.replace(*_plain((old, new)), maxsplit))  # 1438

    def translate(self, *args):
        return self.__class__(self.data.translate(*args))

    maketrans = str.maketrans
${stringMethods.join('')}`;

export const USER_CONTAINERS = `${USER_DICT}${USER_LIST}${USER_STRING}`;
