/** How the script asks what Heaplab was asked, and how the two answers are compared. */
import { spellOperand } from '../operand.ts';
import { spellReference } from '../reference.ts';
import type { Operation } from '../verb.ts';

/** How an answer is compared: `objects` by identity, `state` with a part of the collector's memory, `operation` by what made it, `traces` as harness-recording.ts says. */
export type AnswerKind = 'plain' | 'objects' | 'state' | 'count' | 'immortal' | 'operation' | 'traces';

export interface Question {
  /** Statements that record the answer under the number. */
  readonly lines: (number: number) => readonly string[];
  readonly kind: AnswerKind;
  /** Of `state`: which part. */
  readonly part?: string;
}

const STATE_PARTS: Readonly<Record<string, string>> = {
  'gc.get_count': 'count',
  'gc.get_threshold': 'threshold',
  'gc.get_stats': 'stats',
  'gc.isenabled': 'enabled',
  'gc.long_lived': 'long_lived',
};
const OF_OBJECTS = new Set(['gc.get_objects', 'gc.get_referents', 'gc.get_referrers', 'gc.garbage']);
/** Answered in a forked process, by the field that says about what. */
const ASKED: Readonly<Record<string, string>> = {
  'sys.getsizeof': 'of',
  alive: 'weakref',
  generation: 'of',
  'gc.is_finalized': 'of',
  'gc.get_freeze_count': '',
  'gc.get_debug': '',
  'tracemalloc.is_tracing': '',
  'tracemalloc.get_traceback_limit': '',
  'tracemalloc.get_object_traceback': 'of',
  'gc.garbage': '',
  'gc.get_objects': 'generation',
  'gc.get_referents': 'of',
  'gc.get_referrers': 'of',
};

/** undefined: the answer is an address, which no two processes share, or there is none. */
export function questionOf(operation: Operation): Question | undefined {
  const { op } = operation;
  const of = typeof operation.of === 'string' ? spellReference(operation.of) : '';
  const part = STATE_PARTS[op];
  if (part !== undefined) return { ...direct('STATE.raw'), kind: 'state', part };
  if (op === 'sys.getrefcount') return { ...direct(`COUNTOF[${of}]`), kind: 'count' };
  if (op === 'immortal') return { ...direct(`COUNTOF[${of}]`), kind: 'immortal' };
  if (op === 'gc.is_tracked') return direct(`TRACKED[${of}]`);
  if (op === 'gc.collect') return { lines: collecting(operation), kind: 'plain' };
  if (op === 'is')
    return direct(`${spellOperand(operation.a as string)} is ${spellOperand(operation.b as string)}`);
  if (op === 'tracemalloc.get_traced_memory' || op === 'tracemalloc.take_snapshot')
    return { lines: (number) => forked('Q', number, op, 'None', TRACES_FIRST), kind: 'traces' };
  const field = ASKED[op];
  if (field === undefined) return undefined;
  const about = operation[field];
  const asked =
    typeof about === 'string' ? spellReference(about) : JSON.stringify(about ?? null).replace('null', 'None');
  return {
    lines: (number) => forked('Q', number, op, asked),
    kind: OF_OBJECTS.has(op) ? 'objects' : op === 'tracemalloc.get_object_traceback' ? 'operation' : 'plain',
  };
}

function direct(expression: string): Question {
  return { lines: (number) => [`LOG['V${number}']`, `LOG[${expression}]`], kind: 'plain' };
}

/** On a line of its own, which performs the operation: what a collection adds to gc.garbage is traced. */
function collecting({ generation = 2 }: Operation): Question['lines'] {
  return (number) => [`LOG['V${number}']`, 'LOG[', `gc.collect(${JSON.stringify(generation)})]`];
}

/** More than the free list of lists holds: whoever reads the traces makes lists, and one from the free list is no longer its maker's. */
const SPARE_LISTS = 82;
const TRACES_FIRST = [
  '    CHILD[3] = -BLOCKS',
  '    CHILD[4] = -BLOCKS',
  `    CHILD[5] = [${'[], '.repeat(SPARE_LISTS)}]`,
  '    CHILD[6] = -BLOCKS',
  '    CHILD[7] = -TRACED',
];

/** Asks in a process of its own. An exception too: even its text would give 3.12 an occasion to collect (PyErr_CheckSignals). */
export function forked(
  tag: 'Q' | 'E',
  ...[number, question, about, first = []]: [number, string, string, (readonly string[])?]
): string[] {
  return [
    `LOG['${tag}${number}']`,
    'if not -FORK:',
    '    INTS[4] = INTS[10] = INTS[16] = 1 << 30',
    ...first,
    '    CHILD[0], CHILD[1], CHILD[2] = LISTS[0], LISTS[1], LISTS[2]',
    `    answer(${number}, '${question}', ${about})`,
  ];
}
