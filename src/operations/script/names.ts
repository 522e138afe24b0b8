/**
 * Names of a session that mean something else in a Python script: keywords, built-in functions and what the script itself needs.
 * They get an underscore at their end.
 */
import type { Operation } from '../verb.ts';

const KEYWORDS =
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield';
const BUILTINS =
  'abs all any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__ __build_class__ __debug__ __doc__ __name__ __builtins__';
const HARNESS =
  'gc sys tracemalloc weakref weakref_callback zero resurrected_ SITE DEFINING ERROR TEMP setup LOG STATE INTS COUNTOF IDOF TRACKED LISTS FORK BLOCKS TRACED CHILD SLOTS objects answer';
/** What only scripts with programs need. */
const FOR_PROGRAMS = 'PERFORM resurrected';

const harness = new Set(`${HARNESS} ${FOR_PROGRAMS}`.split(' '));
const keywords = new Set(KEYWORDS.split(' '));
const reserved = new Set(`${KEYWORDS} ${BUILTINS} ${HARNESS}`.split(' '));
/** Fields that are texts of another kind than references. */
const LITERAL_FIELDS = new Set([
  'op',
  'type',
  'how',
  'label',
  'slots',
  'flags',
  'finalizer',
  'bytes',
  'literal',
]);
/** Texts in quotes, names and attributes. */
const TOKENS = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|([.]?)([\p{L}_][\p{L}\p{N}_]*)/gu;
const ATTRIBUTE_VERBS = new Set(['set_attr', 'get_attr', 'del_attr']);

/** A name as the script spells it. */
export function scriptName(name: string): string {
  return reserved.has(name) ? `${name}_` : name;
}

/**
 * A line of a script with programs. They find the session's names, so names that are the script's own are spelled `__LOG__`, and the
 * session's are as they were.
 */
export function apartFromPrograms(line: string): string {
  if (line.trimStart().startsWith('#')) return line;
  return line.replace(TOKENS, (whole: string, dot: string | undefined, name: string | undefined) => {
    if (name === undefined || dot === '.') return whole;
    if (name.endsWith('_') && harness.has(name.slice(0, -1))) return name.slice(0, -1);
    return harness.has(name) ? `__${name}__` : name;
  });
}

/** The operation with every name as the script spells it. */
export function renamed(operation: Operation): Operation {
  if (operation.op.startsWith('mem.')) return operation;
  return Object.fromEntries(
    Object.entries(operation).map(([field, value]) => [field, renamedField(operation.op, field, value)]),
  ) as unknown as Operation;
}

function renamedField(op: string, field: string, value: unknown): unknown {
  if (LITERAL_FIELDS.has(field) || (op === 'new' && field === 'value')) return value;
  if (field === 'name' && ATTRIBUTE_VERBS.has(op)) return attributeName(String(value));
  if (field === 'ops') return (value as Operation[]).map(renamed);
  if (field === 'key') return renamedKey(value);
  if (field === 'entries')
    return (value as [unknown, unknown][]).map(([key, item]) => [renamedKey(key), renamedReference(item)]);
  return Array.isArray(value) ? value.map(renamedReference) : renamedReference(value);
}

function renamedKey(key: unknown): unknown {
  if (typeof key !== 'object' || key === null) return key;
  return { var: renamedReference((key as { var: string }).var) };
}

/** `n.next[0]`: its first name, and attributes that are keywords. */
function renamedReference(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (/^gc\.garbage(?![\p{L}\p{N}_])/u.test(value)) return value;
  return value.replace(TOKENS, (whole: string, dot: string | undefined, name: string | undefined) => {
    if (name === undefined) return whole;
    return dot === '.' ? `.${attributeName(name)}` : scriptName(name);
  });
}

function attributeName(name: string): string {
  return keywords.has(name) ? `${name}_` : name;
}
