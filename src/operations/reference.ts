/**
 * How an operation refers to an object: a name `a`, an id `#12`, or a path from one of them: `a[0]`, `d['k']`, `n.next`.
 *
 * A reference is read like the Python expression: each step may raise NameError, IndexError, KeyError or AttributeError.
 * The objects that a path leads to are borrowed: whoever keeps one takes a reference.
 */

import { z } from 'zod';
import { REFINED } from '../contract/index.ts';
import { KIND } from '../heap/index.ts';
import { dicts, instances, type Process, PythonRaise, sets, typeLabel } from '../objects/index.ts';
import { readItem } from './items.ts';

type Step =
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'attribute'; readonly name: string };

export interface Path {
  readonly root: { readonly name: string } | { readonly serial: number };
  readonly steps: readonly Step[];
}

const NAME = /^[\p{L}_][\p{L}\p{N}_]*/u;
const SERIAL = /^#(-?[1-9]\d{0,9})/;
const INDEX = /^\[(-?\d{1,9})\]/;
const KEY = /^\[(?:'((?:[^'\\\n]|\\['\\])*)'|"((?:[^"\\\n]|\\["\\])*)")\]/;
const ATTRIBUTE = /^\.([\p{L}_][\p{L}\p{N}_]*)/u;
const GARBAGE = 'gc.garbage';
const LONGEST = 1000;
const MOST_KEPT = 2000;
const parsed = new Map<string, Path | null>();

/** The parsed reference, or null when the text is none. Clients say the same few names again and again, so the last ones are kept. */
export function parsePath(text: string): Path | null {
  if (text.length > LONGEST) return null;
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const path = parse(text);
  if (parsed.size >= MOST_KEPT) parsed.clear();
  parsed.set(text, path);
  return path;
}

function parse(text: string): Path | null {
  const root = parseRoot(text);
  if (root === null) return null;
  const steps: Step[] = [];
  let rest = text.slice(root.length);
  while (rest !== '') {
    const step = parseStep(rest);
    if (step === null) return null;
    steps.push(step.step);
    rest = rest.slice(step.length);
  }
  return { root: root.root, steps };
}

export const reference = z
  .string()
  .max(LONGEST)
  .refine((text) => parsePath(text) !== null, REFINED.must_be_reference)
  .meta({
    id: 'Reference',
    description: 'An object: a name, an id, or a path from one of them.',
    examples: ['a', '#12', 'n.next'],
  });

/** Reads the reference now; borrowed. */
export function resolve(process: Process, path: Path): number {
  let ref = resolveRoot(process, path);
  for (const step of path.steps) ref = follow(process, ref, step);
  return ref;
}

/** How the reference is written in Python; ids stand in the exported script's table of objects. */
export function spellReference(text: string): string {
  const serial = SERIAL.exec(text);
  return serial === null ? text : `objects[${serial[1]}]${text.slice(serial[0].length)}`;
}

function parseRoot(text: string): { root: Path['root']; length: number } | null {
  const serial = SERIAL.exec(text);
  if (serial !== null) return { root: { serial: Number(serial[1]) }, length: serial[0].length };
  if (text === GARBAGE || text.startsWith(`${GARBAGE}[`))
    return { root: { name: GARBAGE }, length: GARBAGE.length };
  const name = NAME.exec(text);
  return name === null ? null : { root: { name: name[0] }, length: name[0].length };
}

function parseStep(text: string): { step: Step; length: number } | null {
  const index = INDEX.exec(text);
  if (index !== null) return { step: { kind: 'index', index: Number(index[1]) }, length: index[0].length };
  const key = KEY.exec(text);
  if (key !== null) {
    const unescaped = (key[1] ?? key[2] ?? '').replace(/\\(.)/g, '$1');
    return { step: { kind: 'key', key: unescaped }, length: key[0].length };
  }
  const attribute = ATTRIBUTE.exec(text);
  if (attribute === null) return null;
  return { step: { kind: 'attribute', name: attribute[1] as string }, length: attribute[0].length };
}

function resolveRoot(process: Process, path: Path): number {
  if ('serial' in path.root) {
    const ref = process.objectOf(path.root.serial);
    if (ref === 0) throw new PythonRaise('ReferenceError', `object #${path.root.serial} does not exist`);
    return ref;
  }
  if (path.root.name === GARBAGE) return process.garbage;
  const { name } = path.root;
  const ref = process.lookup(name);
  if (ref === 0) throw unboundName(process, name);
  return ref;
}

/** NameError, or UnboundLocalError for a parameter that was deleted. */
export function unboundName(process: Process, name: string): PythonRaise {
  if (process.frames.at(-1)?.function.parameters.includes(name) !== true) {
    return new PythonRaise('NameError', `name '${name}' is not defined`);
  }
  return new PythonRaise('UnboundLocalError', process.profile.messages.unboundLocal.replace('%', name));
}

function follow(process: Process, ref: number, step: Step): number {
  if (step.kind === 'attribute') return readAttribute(process, ref, step.name);
  const key = step.kind === 'index' ? process.constants.int(step.index) : process.constants.str(step.key);
  return readItem(process, ref, key);
}

/** ref.name of an instance; borrowed. */
export function readAttribute(process: Process, ref: number, name: string): number {
  const type = process.heap.typeOf(ref);
  if (type.kind !== KIND.INSTANCE)
    throw new PythonRaise('AttributeError', `'${typeLabel(process, ref)}' object has no attribute '${name}'`);
  const value = instances.getAttribute(process, ref, name);
  if (value !== 0) return value;
  const emptySlot =
    process.classOf(ref).slots.includes(name) && process.profile.messages.emptySlot === 'name';
  throw new PythonRaise(
    'AttributeError',
    emptySlot ? name : `'${type.name}' object has no attribute '${name}'`,
  );
}

/** What `extend` and `set_update` take their items from; borrowed. */
export function iterate(process: Process, ref: number): number[] {
  const type = process.heap.typeOf(ref);
  if (type.kind === KIND.LIST || type.kind === KIND.TUPLE) return process.itemsOf(ref);
  if (type.kind === KIND.SET) return sets.setItems(process, ref);
  if (type.kind === KIND.DICT) return dicts.dictEntries(process, ref).map(([key]) => key);
  throw new PythonRaise('TypeError', `'${typeLabel(process, ref)}' object is not iterable`);
}
