/** The Python statement of each step, spelled exactly as in the vectors (FORMAT.md, "What the statements are exactly"). */
import type { GcStep } from '../../src/cli/conformance/gc-format.ts';

type Fields = Readonly<Record<string, unknown>>;
/** The fields that are words or numbers, for those who need no others. */
type Words = Readonly<Record<string, string | number>>;

/** A step with its `python`. */
export function step(op: string, fields: Fields = {}): GcStep {
  const bare = { op, ...fields };
  return { ...bare, python: spell(bare) };
}

export function spell(one: Fields & { readonly op: string }): string {
  const speller = SPELLERS[one.op];
  const words = one as Words;
  if (speller !== undefined) return speller(words, one);
  return `${one.op}(${words.of ?? ''})`;
}

/** A literal of a str or int key. */
function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function key(value: unknown): string {
  return typeof value === 'object' && value !== null ? String((value as Fields).var) : literal(value);
}

function tuple(names: readonly string[]): string {
  return names.length === 1 ? `(${names[0]},)` : `(${names.join(', ')})`;
}

function creation(one: Words, fields: Fields): string {
  const items = (fields.items ?? []) as string[];
  switch (one.type) {
    case 'instance':
      return `${one.class}()`;
    case 'list':
      return `[${items.join(', ')}]`;
    case 'tuple':
      return tuple(items);
    case 'set':
      return items.length === 0 ? 'set()' : `{${items.join(', ')}}`;
    case 'frozenset':
      return items.length === 0 ? 'frozenset()' : `frozenset(${tuple(items)})`;
    case 'dict':
      return `{${((fields.entries ?? []) as [unknown, string][]).map(([k, v]) => `${key(k)}: ${v}`).join(', ')}}`;
    case 'object':
      return 'object()';
    default:
      return atom(one, fields);
  }
}

function atom(one: Words, fields: Fields): string {
  const { value } = one;
  if (fields.literal === true) return one.type === 'bytes' ? `b${literal(value)}` : literal(value);
  switch (one.type) {
    case 'str':
      return `b${literal(value)}.decode()`;
    case 'bytes':
      return `${literal(value)}.encode('latin-1')`;
    case 'bytearray':
      return `bytearray(b${literal(value)})`;
    default:
      return Number(value) < 0 ? `zero - ${-Number(value)}` : `zero + ${String(value)}`;
  }
}

function definition(one: Words, fields: Fields): string {
  const bases = (fields.bases ?? []) as string[];
  const lines = [`class ${one.as}${bases.length > 0 ? `(${bases.join(', ')})` : ''}:`];
  if (fields.slots) lines.push(`    __slots__ = ${tuple((fields.slots as string[]).map(literal))}`);
  if (one.finalizer) lines.push('    def __del__(self):');
  if (one.finalizer)
    lines.push(one.finalizer === 'noop' ? '        pass' : '        resurrected.append(self)');
  if (lines.length === 1) lines.push('    pass');
  return lines.join('\n');
}

function flags(_: Words, fields: Fields): string {
  const names = fields.flags as string[];
  return `gc.set_debug(${names.length > 0 ? names.map((name) => `gc.DEBUG_${name}`).join(' | ') : '0'})`;
}

const SPELLERS: Readonly<Partial<Record<string, (one: Words, fields: Fields) => string>>> = {
  define_class: definition,
  new: (one, fields) => `${one.as} = ${one.how ? one.source : creation(one, fields)}`,
  eval: (one) => `${one.as} = ${one.expression}`,
  bind: (one) => `${one.name} = ${one.to}`,
  unbind: (one) => `del ${one.name}`,
  append: (one) => `${one.list}.append(${one.item})`,
  byte_append: (one) => `${one.of}.append(0)`,
  insert: (one) => `${one.list}.insert(${one.index}, ${one.item})`,
  extend: (one) => `${one.list}.extend(${one.items})`,
  pop: (one) => `${one.list}.pop(${one.index ?? ''})`,
  remove: (one) => `${one.list}.remove(${one.item})`,
  clear: (one) => `${one.of}.clear()`,
  set_item: (one, fields) => `${one.of}[${key(fields.key)}] = ${one.value}`,
  get_item: (one) => `${one.as} = ${one.of}[${key(one.key)}]`,
  del_item: (one) => `del ${one.of}[${key(one.key)}]`,
  set_add: (one) => `${one.set}.add(${one.item})`,
  set_discard: (one) => `${one.set}.discard(${one.item})`,
  set_attr: (one) => `${one.of}.${one.name} = ${one.value}`,
  get_attr: (one) => `${one.as} = ${one.of}.${one.name}`,
  del_attr: (one) => `del ${one.of}.${one.name}`,
  get_dict: (one) => `${one.as} = ${one.of}.__dict__`,
  'weakref.ref': (one) => `${one.as} = weakref.ref(${one.to}${one.callback ? ', weakref_callback' : ''})`,
  deref: (one) => `${one.as} = ${one.weakref}()`,
  'sys.intern': (one) => `${one.as} = sys.intern(${one.of})`,
  save_id: (one) => `${one.as} = id(${one.of})`,
  call: (one, fields) => `${one.function}(${(fields.args as string[]).join(', ')})`,
  return: (one) => (one.value ? `return ${one.value}` : 'return'),
  repeat: (one) => `for ${one.index} in range(${one.times}): ...`,
  compile_unit: () => '# the following statements are compiled as a new code object',
  'sys.getrefcount': (one) => `sys.getrefcount(${one.of}) - 1`,
  is: (one) => `${one.a} is ${one.b}`,
  id_is: (one) => `id(${one.of}) == ${one.id}`,
  alive: (one) => `${one.weakref}() is not None`,
  immortal: (one) => `sys.getrefcount(${one.of}) >= 2**31`,
  generation: (one) => `the generation whose gc.get_objects() holds ${one.of}`,
  observe: () => 'full state',
  'gc.garbage': () => 'gc.garbage',
  'gc.long_lived': () => '(long_lived_total, long_lived_pending)  # internal',
  'gc.collect': (one) => `gc.collect(${one.generation})`,
  'gc.set_threshold': (_, fields) => `gc.set_threshold(${(fields.thresholds as number[]).join(', ')})`,
  'gc.set_debug': flags,
};
