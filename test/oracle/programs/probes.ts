/** Lines that print what only the memory shows: counts of references, of the collector, sizes, identities. */
import type { Kind } from './productions.ts';
import type { Writer } from './writer.ts';

/** What is shared with the interpreter itself below 3.12 has a count that depends on what it imported. */
const COUNTED: readonly Kind[] = ['list', 'ints', 'strs', 'dict', 'set', 'instance', 'gen'];
const SIZED: readonly Kind[] = [
  'list',
  'ints',
  'strs',
  'dict',
  'set',
  'frozen',
  'int',
  'big',
  'str',
  'tuple',
  'bytes',
  'float',
];
const TRACKED: readonly Kind[] = [
  'list',
  'ints',
  'dict',
  'set',
  'tuple',
  'instance',
  'int',
  'str',
  'frozen',
  'gen',
  'callable',
];
const SHOWN: readonly Kind[] = [
  'int',
  'big',
  'float',
  'bool',
  'str',
  'ints',
  'strs',
  'tuple',
  'dict',
  'bytes',
  'set',
  'frozen',
];
const COMPARED: readonly Kind[] = ['list', 'ints', 'dict', 'tuple', 'str', 'int', 'float'];

type Probe = (w: Writer, label: number) => string | undefined;

function ofKnown(kinds: readonly Kind[], text: (name: string, label: number) => string): Probe {
  return (w, label) => {
    const name = w.anyKnown(kinds);
    return name === undefined ? undefined : text(name, label);
  };
}

const PROBES: readonly (readonly [number, Probe])[] = [
  [5, ofKnown(COUNTED, (name, label) => `print(${label}, sys.getrefcount(${name}))`)],
  [6, (_, label) => `print(${label}, gc.get_count())`],
  [2, (_, label) => `print(${label}, gc.collect())`],
  [1, (w, label) => `print(${label}, gc.collect(${w.random.between(0, 2)}))`],
  [4, ofKnown(SIZED, (name, label) => `print(${label}, sys.getsizeof(${name}))`)],
  [2, ofKnown(TRACKED, (name, label) => `print(${label}, gc.is_tracked(${name}))`)],
  [5, ofKnown(SHOWN, (name, label) => `print(${label}, ${name})`)],
  [1, ofKnown(SHOWN, (name, label) => `print(${label}, repr(${name}), type(${name}).__name__)`)],
  [1, ofKnown(COUNTED, (name, label) => `print(${label}, len(gc.get_referents(${name})))`)],
  [
    2,
    (w, label) => {
      const [a, b] = [w.anyKnown(COMPARED), w.anyKnown(COMPARED)];
      return a === undefined ? undefined : `print(${label}, ${a} is ${b}, id(${a}) == id(${b}))`;
    },
  ],
  [1, (_, label) => `print(${label}, len(gc.garbage), gc.isenabled(), gc.get_threshold())`],
  [1, (w, label) => `print(${label}, sorted(${w.name('ints')})[:3], len(${w.name('list')}))`],
];

/**
 * The count of whatever `name` stands for. Below 3.12 those of shared ints, strs, tuples and None are not printed, because they tell
 * what the interpreter imported before the program.
 */
export function counted(name: string): string {
  return `(sys.getrefcount(${name}) if sys.version_info > (3, 12) or isinstance(${name}, (list, dict, set)) else 0)`;
}

export function probe(w: Writer): void {
  const label = w.random.between(100, 999);
  const all = PROBES.flatMap(([weight, one]) => Array.from({ length: weight }, () => one));
  const text = w.random.pick(all)(w, label);
  if (text !== undefined) w.line(text);
}
