/**
 * What a Python programmer knows of a trace's objects: which names there are and what they hold, no memory.
 * It tells which steps are possible next (the generator) and whether a shortened trace still makes sense (the minimiser).
 *
 * Always: `apply` either changes the model as the statement would or throws `Impossible`, never in between for a
 * step that the generator makes.
 */
import type { GcStep } from '../../src/cli/conformance/gc-format.ts';
import { Impossible } from './impossible.ts';

export type Key = string | number;

export interface ClassShape {
  readonly name: string;
  readonly slots: readonly string[] | null;
  readonly hasDict: boolean;
  readonly hasWeakrefs: boolean;
}

export interface Thing {
  readonly kind: string;
  /** False for constants and objects that the whole interpreter shares: their counts are nobody's business. */
  readonly own: boolean;
  readonly shape?: ClassShape;
  /** Of list, tuple, set, frozenset. */
  readonly items: Thing[];
  /** Of a dict; for an instance its attributes, shared with the dict that `__dict__` gives. */
  readonly entries: Map<Key, Thing>;
  readonly slots: Map<string, Thing>;
  readonly referent?: Thing;
}

interface Frame {
  readonly locals: Map<string, Thing>;
  readonly params: ReadonlySet<string>;
}

const MAX_ITEMS = 400;

export function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Impossible(what);
}

export class Model {
  readonly globals = new Map<string, Thing>();
  readonly classes = new Map<string, ClassShape>();
  readonly frames: Frame[] = [];
  readonly functions = new Set<string>();
  readonly savedIds = new Set<string>();

  /** What a name means here. */
  get(name: unknown): Thing {
    const thing = this.frames.at(-1)?.locals.get(String(name));
    if (thing !== undefined) return thing;
    must(!this.#isParam(String(name)), `${String(name)} is unbound`);
    const found = this.globals.get(String(name));
    must(found !== undefined, `no name ${String(name)}`);
    return found;
  }

  /** Every name that is bound here, with what it means. */
  names(): [string, Thing][] {
    const locals = this.frames.at(-1)?.locals ?? new Map<string, Thing>();
    return [...locals, ...[...this.globals].filter(([name]) => !locals.has(name) && !this.#isParam(name))];
  }

  bind(name: unknown, thing: Thing): void {
    const scope = this.#isParam(String(name)) ? this.frames.at(-1)?.locals : this.globals;
    scope?.set(String(name), thing);
  }

  apply(step: GcStep): void {
    const verb = VERBS[step.op];
    if (verb !== undefined) verb(this, step);
    else if (QUESTIONS.has(step.op)) this.#ask(step);
    else must(QUIET.has(step.op), `unknown step ${step.op}`);
  }

  /** A model of its own that stands where this one stands. */
  copy(): Model {
    const { globals, classes, frames, functions, savedIds } = structuredClone({
      globals: this.globals,
      classes: this.classes,
      frames: this.frames,
      functions: this.functions,
      savedIds: this.savedIds,
    });
    const copy = new Model();
    for (const [name, one] of globals) copy.globals.set(name, one);
    for (const [name, shape] of classes) copy.classes.set(name, shape);
    for (const name of functions) copy.functions.add(name);
    for (const name of savedIds) copy.savedIds.add(name);
    copy.frames.push(...frames);
    return copy;
  }

  /** Applies all steps; throws when the trace makes no sense or a call has no return. */
  static check(steps: readonly GcStep[]): void {
    const model = new Model();
    for (const step of steps) model.apply(step);
    must(model.frames.length === 0, 'a call without return');
  }

  unbind(name: string): void {
    this.get(name);
    const scope = this.#isParam(name) ? this.frames.at(-1)?.locals : this.globals;
    scope?.delete(name);
  }

  #isParam(name: string): boolean {
    return this.frames.at(-1)?.params.has(name) ?? false;
  }

  #ask(step: GcStep): void {
    for (const field of ['of', 'weakref', 'a', 'b']) {
      if (step[field] === undefined) continue;
      const thing = this.get(step[field]);
      if (step.op === 'sys.getrefcount' || step.op === 'sys.getsizeof') must(thing.own, 'a shared object');
      if (field === 'weakref') must(thing.kind === 'weakref', 'not a weakref');
    }
    if (step.op === 'id_is') must(this.savedIds.has(String(step.id)), 'no such id');
  }
}

export function thing(kind: string, own = true, more: Partial<Thing> = {}): Thing {
  return { kind, own, items: [], entries: new Map(), slots: new Map(), ...more };
}

export const ATOMS = new Set(['int', 'float', 'complex', 'str', 'bytes', 'bytearray', 'object', 'const']);

export function isHashable(one: Thing): boolean {
  if (one.kind === 'tuple' || one.kind === 'frozenset') return one.items.every(isHashable);
  return one.kind === 'instance' || (ATOMS.has(one.kind) && one.kind !== 'bytearray');
}

export function isSequence(one: Thing): boolean {
  return one.kind === 'list' || one.kind === 'tuple';
}

/** A gc object, for the rule that a set holds at most one of them (its order would depend on addresses). */
export function isContainer(one: Thing): boolean {
  return !ATOMS.has(one.kind);
}

export function takesWeakrefs(one: Thing): boolean {
  if (one.kind === 'instance') return one.shape?.hasWeakrefs === true;
  return one.kind === 'set' || one.kind === 'frozenset';
}

function attributesOf(model: Model, step: GcStep): { readonly map: Map<Key, Thing>; readonly name: string } {
  const one = model.get(step.of);
  const name = String(step.name);
  must(one.kind === 'instance' && one.shape !== undefined, 'no attributes');
  if (one.shape.slots?.includes(name)) return { map: one.slots, name };
  must(one.shape.hasDict, `no attribute ${name}`);
  return { map: one.entries, name };
}

function makeNew(model: Model, step: GcStep): Thing {
  const kind = String(step.type);
  const items = ((step.items ?? []) as string[]).map((name) => model.get(name));
  if (step.literal === true) return thing(kind, false);
  if (step.how !== undefined) return thing(kind);
  if (kind === 'instance') {
    const shape = model.classes.get(String(step.class));
    must(shape !== undefined, 'no such class');
    return thing(kind, true, { shape });
  }
  if (kind === 'dict') {
    const entries = (step.entries ?? []) as [Key, string][];
    return thing(kind, true, { entries: new Map(entries.map(([key, name]) => [key, model.get(name)])) });
  }
  if (kind === 'set' || kind === 'frozenset') {
    must(items.every(isHashable) && items.filter(isContainer).length < 2, 'not for a set');
    const distinct = new Set(items);
    return thing(kind, kind === 'set' || items.length > 0, { items: [...distinct] });
  }
  const shared = kind === 'int' && Number(step.value) >= -5 && Number(step.value) <= 256;
  return thing(kind, !shared && !(kind === 'tuple' && items.length === 0), { items });
}

function listOf(model: Model, step: GcStep): Thing {
  const list = model.get(step.list);
  must(list.kind === 'list', 'not a list');
  return list;
}

/** The place that `x[key]` means; throws when there is none. */
function place(model: Model, step: GcStep, write: boolean): { readonly holder: Thing; readonly key: Key } {
  const holder = model.get(step.of);
  const key = step.key as Key;
  if (holder.kind === 'dict' || holder.kind === 'instance dict') return { holder, key };
  must(holder.kind === 'list' || (holder.kind === 'tuple' && !write), 'no items');
  must(typeof key === 'number' && key >= 0 && key < holder.items.length, 'out of range');
  return { holder, key };
}

function define(model: Model, step: GcStep): void {
  const slots = (step.slots ?? null) as string[] | null;
  const bases = ((step.bases ?? []) as string[]).map((name) => {
    const base = model.classes.get(name);
    must(base !== undefined, 'no such base');
    return base;
  });
  const has = (name: string, inherited: (base: ClassShape) => boolean): boolean =>
    slots === null || slots.includes(name) || bases.some(inherited);
  model.classes.set(String(step.as), {
    name: String(step.as),
    slots:
      slots === null && bases.every((base) => base.slots === null)
        ? null
        : [...bases.flatMap((base) => base.slots ?? []), ...(slots ?? [])],
    hasDict: has('__dict__', (base) => base.hasDict),
    hasWeakrefs: has('__weakref__', (base) => base.hasWeakrefs),
  });
}

function call(model: Model, step: GcStep): void {
  const args = (step.args as string[]).map((name) => model.get(name));
  const params = (step.params ?? args.map((_, i) => `p${i}`)) as string[];
  must(!model.functions.has(String(step.function)), 'each function is called once');
  model.functions.add(String(step.function));
  model.frames.push({
    params: new Set(params),
    locals: new Map(params.map((param, i) => [param, args[i] as Thing])),
  });
}

function giveBack(model: Model, step: GcStep): void {
  const value = step.value === null ? undefined : model.get(step.value);
  must(model.frames.pop() !== undefined, 'return outside a function');
  if (step.as !== null) model.bind(step.as, value ?? thing('const', false));
}

const VERBS: Readonly<Partial<Record<string, (model: Model, step: GcStep) => void>>> = {
  define_class: define,
  new: (model, step) => model.bind(step.as, makeNew(model, step)),
  eval: (model, step) => model.bind(step.as, thing('const', false)),
  bind: (model, step) => model.bind(step.name, model.get(step.to)),
  unbind: (model, step) => model.unbind(String(step.name)),
  append: (model, step) => listOf(model, step).items.push(model.get(step.item)),
  byte_append: (model, step) => must(model.get(step.of).kind === 'bytearray', 'not a bytearray'),
  insert: (model, step) => {
    const { items } = listOf(model, step);
    must(Number(step.index) <= items.length, 'too far');
    items.splice(Number(step.index), 0, model.get(step.item));
  },
  extend: (model, step) => {
    const { items } = listOf(model, step);
    const from = model.get(step.items);
    must(from.kind === 'list' || from.kind === 'tuple', 'not a sequence');
    must(items.length + from.items.length <= MAX_ITEMS, 'too long');
    items.push(...from.items);
  },
  pop: (model, step) => {
    const { items } = listOf(model, step);
    const index = (step.index ?? items.length - 1) as number;
    must(index >= 0 && index < items.length, 'out of range');
    items.splice(index, 1);
  },
  remove: (model, step) => {
    const { items } = listOf(model, step);
    const item = model.get(step.item);
    must(item.kind === 'instance' && items.includes(item), 'not in the list');
    items.splice(items.indexOf(item), 1);
  },
  clear: (model, step) => {
    if (step.of === 'resurrected') return;
    const one = model.get(step.of);
    must(['list', 'dict', 'set', 'instance dict'].includes(one.kind), 'cannot be cleared');
    one.items.length = 0;
    one.entries.clear();
  },
  set_item: (model, step) => {
    const { holder, key } = place(model, step, true);
    if (holder.kind === 'list') holder.items[key as number] = model.get(step.value);
    else holder.entries.set(key, model.get(step.value));
  },
  get_item: (model, step) => {
    const { holder, key } = place(model, step, false);
    const found = isSequence(holder) ? holder.items[key as number] : holder.entries.get(key);
    must(found !== undefined, 'no such item');
    model.bind(step.as, found);
  },
  del_item: (model, step) => {
    const { holder, key } = place(model, step, true);
    if (holder.kind === 'list') holder.items.splice(key as number, 1);
    else must(holder.entries.delete(key), 'no such key');
  },
  set_add: (model, step) => {
    const set = model.get(step.set);
    const item = model.get(step.item);
    must(set.kind === 'set' && isHashable(item), 'not for a set');
    if (set.items.includes(item)) return;
    must(!isContainer(item) || !set.items.some(isContainer), 'a second container');
    set.items.push(item);
  },
  set_discard: (model, step) => {
    const set = model.get(step.set);
    const item = model.get(step.item);
    must(set.kind === 'set' && isHashable(item), 'not in a set');
    if (set.items.includes(item)) set.items.splice(set.items.indexOf(item), 1);
  },
  set_attr: (model, step) => {
    const { map, name } = attributesOf(model, step);
    map.set(name, model.get(step.value));
  },
  get_attr: (model, step) => {
    const { map, name } = attributesOf(model, step);
    const found = map.get(name);
    must(found !== undefined, 'no such attribute');
    model.bind(step.as, found);
  },
  del_attr: (model, step) => {
    const { map, name } = attributesOf(model, step);
    must(map.delete(name), 'no such attribute');
  },
  get_dict: (model, step) => {
    const one = model.get(step.of);
    must(one.shape?.hasDict === true, 'no __dict__');
    model.bind(step.as, thing('instance dict', true, { entries: one.entries }));
  },
  'weakref.ref': (model, step) => {
    const referent = model.get(step.to);
    must(takesWeakrefs(referent), 'no weakrefs');
    model.bind(step.as, thing('weakref', true, { referent }));
  },
  deref: (model, step) => {
    const { referent } = model.get(step.weakref);
    must(referent !== undefined && model.names().some(([, one]) => one === referent), 'perhaps dead');
    model.bind(step.as, referent);
  },
  'sys.intern': (model, step) => {
    must(model.get(step.of).kind === 'str', 'not a str');
    model.bind(step.as, thing('str', false));
  },
  save_id: (model, step) => {
    model.get(step.of);
    model.savedIds.add(String(step.as));
  },
  call,
  return: giveBack,
  repeat: (model, step) => {
    for (let i = 0; i < Number(step.times); i++) {
      model.bind(step.index, thing('const', false));
      for (const inner of step.ops ?? []) model.apply(inner);
    }
  },
};

const QUESTIONS = new Set([
  'sys.getrefcount',
  'sys.getsizeof',
  'is',
  'id_is',
  'alive',
  'immortal',
  'generation',
  'gc.is_tracked',
  'gc.is_finalized',
  'gc.get_referents',
  'gc.get_referrers',
]);

const QUIET = new Set([
  'observe',
  'compile_unit',
  'gc.get_count',
  'gc.get_stats',
  'gc.get_threshold',
  'gc.isenabled',
  'gc.long_lived',
  'gc.garbage',
  'gc.garbage.clear',
  'gc.get_freeze_count',
  'gc.collect',
  'gc.enable',
  'gc.disable',
  'gc.set_threshold',
  'gc.set_debug',
  'gc.freeze',
  'gc.unfreeze',
]);
