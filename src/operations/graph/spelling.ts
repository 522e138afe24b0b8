/** How the reference from one object to another is written in Python: `[0]`, `['k']`, `.next`, `.__dict__`. */
import {
  A,
  EDGE,
  type Edge,
  forEachEdge,
  KIND,
  TABLE_ENTRY,
  TABLE_HEADER,
  VALUES_KEYS,
} from '../../heap/index.ts';
import { atomRepr, type Process } from '../../objects/index.ts';
import { shortRepr } from '../views/summary.ts';
import { MAIN_MODULE, type Root } from './roots.ts';

export type EdgeKind =
  | 'item'
  | 'key'
  | 'value'
  | 'member'
  | 'attribute'
  | 'slot'
  | 'dict'
  | 'class'
  | 'callback'
  | 'field';

export interface Spelling {
  readonly kind: EdgeKind;
  /** What a picture shows at the arrow. */
  readonly text: string;
  /** What follows the holder in an expression; null where no expression leads there. */
  readonly suffix: string | null;
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const MOST_CHARACTERS = 60;
const LONGEST_EXPRESSION = 1000;
const UNKNOWN: Spelling = { kind: 'field', text: '?', suffix: null };

/** The ways in which `holder` refers to `child`, at most so many of them, and how many there are. */
export function spellings(
  process: Process,
  holder: number,
  child: number,
  most: number,
): { readonly total: number; readonly shown: Spelling[] } {
  let total = 0;
  const places: [Edge, number][] = [];
  forEachEdge(process.heap, holder, (one, edge, at) => {
    if (one === child && ++total <= most) places.push([edge, at]);
  });
  return { total, shown: places.map(([edge, at]) => spell(process, holder, edge, at)) };
}

/** The first way in which `holder` refers to `child`, which it does. */
export function spellingOf(process: Process, holder: number, child: number): Spelling {
  return spellings(process, holder, child, 1).shown[0] ?? UNKNOWN;
}

function spell(process: Process, holder: number, edge: Edge, at: number): Spelling {
  switch (edge) {
    case EDGE.ITEM:
      return { kind: 'item', text: `[${at}]`, suffix: `[${at}]` };
    case EDGE.VALUE:
      return spellKey(process, 'value', keyOf(process, holder, at));
    case EDGE.KEY:
      return { kind: 'key', text: `key ${shown(process, keyOf(process, holder, at))}`, suffix: null };
    case EDGE.MEMBER:
      return { kind: 'member', text: 'element', suffix: null };
    case EDGE.ATTRIBUTE:
      return spellShared(process, holder, at);
    case EDGE.SLOT:
      return spellAttribute('slot', process.classOf(holder).slots[at] ?? '');
    case EDGE.DICT:
      return { kind: 'dict', text: '.__dict__', suffix: '.__dict__' };
    case EDGE.CLASS:
      return { kind: 'class', text: '.__class__', suffix: '.__class__' };
    case EDGE.CALLBACK:
      return { kind: 'callback', text: '.__callback__', suffix: '.__callback__' };
    case EDGE.FIELD:
      return spellField(process, holder, at);
    case EDGE.BESIDE:
      return spellPart('field', process.program?.outlook.besideName(holder, at) ?? `part ${at}`);
  }
}

function keyOf({ heap }: Process, dict: number, entry: number): number {
  const chunk = heap.words[dict + A] as number;
  return heap.cells.words[chunk + TABLE_HEADER + entry * TABLE_ENTRY + 1] as number;
}

function spellKey(process: Process, kind: EdgeKind, key: number): Spelling {
  const text = shown(process, key);
  const exact = atomRepr(process, key) === text;
  return { kind, text: `[${text}]`, suffix: exact ? `[${text}]` : null };
}

/** A value under the keys that a class shares: an attribute of an instance, an entry of its `__dict__`. */
function spellShared(process: Process, holder: number, place: number): Spelling {
  const { heap } = process;
  const a = heap.words[holder + A] as number;
  const chunk = a > 0 ? a : (heap.words[-a + A] as number);
  const keys = process.sharedKeys[heap.cells.words[chunk + VALUES_KEYS] as number];
  const name = place < (keys?.size ?? 0) ? (keys?.at(place) ?? 0) : 0;
  if (heap.typeOf(holder).kind !== KIND.INSTANCE) return spellKey(process, 'value', name);
  return spellAttribute('attribute', String(heap.payload(name)));
}

function spellAttribute(kind: EdgeKind, name: string): Spelling {
  const text = `.${cut(name)}`;
  return { kind, text, suffix: IDENTIFIER.test(name) ? `.${name}` : null };
}

function spellField(process: Process, holder: number, at: number): Spelling {
  const local = process.frameOwners.get(holder)?.parameters[at];
  const { outlook } = process.program ?? {};
  if (outlook !== undefined) return spellPart('field', outlook.fieldName(holder, at) ?? `field ${at}`);
  return spellPart('field', local === undefined ? `field ${at}` : `.f_locals['${local}']`);
}

/** An attribute or item as Python spells it, or a part that has a name in CPython's source only. */
function spellPart(kind: EdgeKind, text: string): Spelling {
  return { kind, text, suffix: /^[.[]/.test(text) ? text : null };
}

function shown(process: Process, ref: number): string {
  return cut(shortRepr(process, ref));
}

function cut(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS).toWellFormed()}...`;
}

/**
 * The expression that leads from a root along these ways; null where none does. `x.__dict__['name']` is `x.name`, and what is in the
 * namespace of the main module needs nothing but its name.
 */
export function expressionOf(root: Root, ways: readonly Spelling[]): string | null {
  let text = root.python;
  for (const { suffix } of ways) {
    if (text === null || suffix === null || text.length > LONGEST_EXPRESSION) return null;
    const name = /^\['([A-Za-z_][A-Za-z0-9_]*)'\]$/.exec(suffix)?.[1];
    if (text.endsWith('.__dict__') && name !== undefined) {
      const holder = text.slice(0, -'.__dict__'.length);
      text = holder === MAIN_MODULE ? name : `${holder}.${name}`;
    } else {
      text += suffix;
    }
  }
  return text;
}
