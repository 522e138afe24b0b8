/** How the ways to build a container are written in Python. */
const numbers = (length: number): string => `[${Array.from({ length }, (_, at) => at).join(', ')}]`;
const nones = (length: number): string => Array.from({ length }, () => 'None').join(', ');
const keys = (length: number): string =>
  `{${Array.from({ length }, (_, at) => `'k${at}': None`).join(', ')}}`;

const SPELLINGS: { readonly [how: string]: (length: number) => string } = {
  'list(range)': (n) => `list(range(${n}))`,
  'list(list)': (n) => `list(${numbers(n)})`,
  'list(tuple)': (n) => `list(tuple(range(${n})))`,
  'list(generator)': (n) => `list(x for x in range(${n}))`,
  'list comprehension': (n) => `[x for x in range(${n})]`,
  'list literal': (n) => `[${nones(n)}]`,
  sorted: (n) => `sorted(range(${n}))`,
  unpack: (n) => `[*${numbers(n)}]`,
  slice: (n) => `list(range(${n}))[:]`,
  concat: (n) => `list(range(${n})) + []`,
  multiply: (n) => `[None] * ${n}`,
  'set(range)': (n) => `set(range(${n}))`,
  'set(list)': (n) => `set(${numbers(n)})`,
  'set comprehension': (n) => `{x for x in range(${n})}`,
  'set literal': (n) => (n === 0 ? 'set()' : `{${Array.from({ length: n }, (_, at) => at).join(', ')}}`),
  'set(set)': (n) => `set(set(range(${n})))`,
  'set.copy': (n) => `set(range(${n})).copy()`,
  'frozenset(range)': (n) => `frozenset(range(${n}))`,
  'dict literal': keys,
  'dict comprehension': (n) => `{x: None for x in range(${n})}`,
  'dict.fromkeys(range)': (n) => `dict.fromkeys(range(${n}))`,
  'dict.copy': (n) => `${keys(n)}.copy()`,
  'dict(dict)': (n) => `dict(${keys(n)})`,
  'tuple literal': (n) => (n === 0 ? '()' : `(${nones(n)},)`),
  'tuple(range)': (n) => `tuple(range(${n}))`,
  'int 2**': (n) => `2 ** ${n}`,
  bytearray: (n) => `bytearray(${n})`,
  'str ascii': (n) => `'a' * ${n}`,
  'str latin1': (n) => `'\\xe9' * ${n}`,
  'str ucs2': (n) => `'\\u20ac' * ${n}`,
  'str ucs4': (n) => `'\\U0001f600' * ${n}`,
};

export function spellWay(how: string, length: number): string {
  return SPELLINGS[how]?.(length) ?? `None  # ${how}`;
}
