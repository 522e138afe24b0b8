/** Operations as JSON, each as short as the Python statement that it stands for. */

export interface JsonOperation {
  readonly op: string;
  readonly [field: string]: unknown;
}

/** A reference (`a`, `#3`, `a[0]`) or `lit(value)`. */
export type Operand = string | { readonly literal: number | string | boolean | null };
type Key = string | number | boolean | null | { readonly var: string };

export const lit = (literal: number | string | boolean | null): Operand => ({ literal });

const made = (type: string, as: string, fields: object = {}): JsonOperation => ({
  op: 'new',
  type,
  as,
  ...fields,
});
export const list = (as: string, ...items: Operand[]): JsonOperation => made('list', as, { items });
export const tuple = (as: string, ...items: Operand[]): JsonOperation => made('tuple', as, { items });
export const set = (as: string, ...items: Operand[]): JsonOperation => made('set', as, { items });
export const frozenset = (as: string, ...items: Operand[]): JsonOperation => made('frozenset', as, { items });
export const dict = (as: string, ...entries: [Key, Operand][]): JsonOperation =>
  made('dict', as, { entries });
export const int = (as: string, value: number | string): JsonOperation => made('int', as, { value });
export const float = (as: string, value: number): JsonOperation => made('float', as, { value });
export const str = (as: string, value: string): JsonOperation => made('str', as, { value });
export const bytes = (as: string, value: string): JsonOperation => made('bytes', as, { value });
export const object = (as: string): JsonOperation => made('object', as);
export const instance = (as: string, of = 'Node'): JsonOperation => made('instance', as, { class: of });
export const literal = (type: string, as: string, value: number | string): JsonOperation =>
  made(type, as, { value, literal: true });
export const built = (type: string, as: string, how: string, length: number): JsonOperation =>
  made(type, as, { how, length });

export const defineClass = (as: string, fields: object = {}): JsonOperation => ({
  op: 'define_class',
  as,
  ...fields,
});
export const defineFunction = (as: string, ...params: string[]): JsonOperation => ({
  op: 'define_function',
  as,
  params,
});
export const call = (name: string, ...args: Operand[]): JsonOperation => ({
  op: 'call',
  function: name,
  args,
});
export const returns = (value: Operand | null = null, as: string | null = null): JsonOperation => ({
  op: 'return',
  value,
  as,
});

export const bind = (name: string, to: Operand): JsonOperation => ({ op: 'bind', name, to });
export const unbind = (name: string): JsonOperation => ({ op: 'unbind', name });
export const append = (to: string, item: Operand): JsonOperation => ({ op: 'append', list: to, item });
export const insert = (into: string, index: number, item: Operand): JsonOperation => ({
  op: 'insert',
  list: into,
  index,
  item,
});
export const extend = (of: string, items: string): JsonOperation => ({ op: 'extend', list: of, items });
export const pop = (from: string, index?: number, as?: string): JsonOperation => ({
  op: 'pop',
  list: from,
  ...(index === undefined ? {} : { index }),
  ...(as === undefined ? {} : { as }),
});
export const remove = (from: string, item: Operand): JsonOperation => ({ op: 'remove', list: from, item });
export const clear = (of: string): JsonOperation => ({ op: 'clear', of });
export const setItem = (of: string, key: Key, value: Operand): JsonOperation => ({
  op: 'set_item',
  of,
  key,
  value,
});
export const getItem = (of: string, key: Key, as: string): JsonOperation => ({ op: 'get_item', of, key, as });
export const delItem = (of: string, key: Key): JsonOperation => ({ op: 'del_item', of, key });
export const setAdd = (to: string, item: Operand): JsonOperation => ({ op: 'set_add', set: to, item });
export const setDiscard = (from: string, item: Operand): JsonOperation => ({
  op: 'set_discard',
  set: from,
  item,
});
export const setAttr = (of: string, name: string, value: Operand): JsonOperation => ({
  op: 'set_attr',
  of,
  name,
  value,
});
export const getAttr = (of: string, name: string, as: string): JsonOperation => ({
  op: 'get_attr',
  of,
  name,
  as,
});
export const delAttr = (of: string, name: string): JsonOperation => ({ op: 'del_attr', of, name });

export const weakref = (to: string, as: string, callback = false): JsonOperation => ({
  op: 'weakref.ref',
  to,
  as,
  callback,
});
export const intern = (of: string, as: string): JsonOperation => ({ op: 'sys.intern', of, as });
export const collect = (generation = 2): JsonOperation => ({ op: 'gc.collect', generation });
export const setThreshold = (...thresholds: number[]): JsonOperation => ({
  op: 'gc.set_threshold',
  thresholds,
});
export const setDebug = (...flags: string[]): JsonOperation => ({ op: 'gc.set_debug', flags });
export const repeat = (times: number, ...ops: JsonOperation[]): JsonOperation => ({
  op: 'repeat',
  times,
  ops,
});
export const plain = (op: string): JsonOperation => ({ op });

export const refcount = (of: string): JsonOperation => ({ op: 'sys.getrefcount', of });
export const sizeOf = (of: string): JsonOperation => ({ op: 'sys.getsizeof', of });
export const isTracked = (of: string): JsonOperation => ({ op: 'gc.is_tracked', of });
export const generation = (of: string): JsonOperation => ({ op: 'generation', of });
export const same = (a: Operand, b: Operand): JsonOperation => ({ op: 'is', a, b });
export const getCount: JsonOperation = { op: 'gc.get_count' };
export const getStats: JsonOperation = { op: 'gc.get_stats' };
export const getObjects = (of: number | null = null): JsonOperation => ({
  op: 'gc.get_objects',
  generation: of,
});
export const referents = (of: string): JsonOperation => ({ op: 'gc.get_referents', of });
export const referrers = (of: string): JsonOperation => ({ op: 'gc.get_referrers', of });
