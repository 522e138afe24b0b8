/** One random step of a kind, on what the trace has at that point; throws `Impossible` when it has nothing fitting. */
import type { GcStep } from '../../src/cli/conformance/gc-format.ts';
import type { Verb } from './areas.ts';
import { chainOf, loopOf, nestOf, wideOf } from './loops.ts';
import { isContainer, isHashable, isSequence, Model, must, type Thing, takesWeakrefs } from './model.ts';
import type { Random } from './random.ts';
import { step } from './spelling.ts';

export const NAMES = 'abcdefghjklmnopqrst'.split('');
export const ATTRIBUTES = ['next', 'val', 'left', 'right', 'prev'];
const KEYS = ['k0', 'k1', 'k2', 'k3', 'k4', 'k5', 3, 7];
const TAKEN_AT_MOST = 3;
const DEPTH_AT_MOST = 3;

export class Choices {
  readonly model = new Model();
  readonly random: Random;
  #serial = 0;
  #functions = 0;

  constructor(random: Random) {
    this.random = random;
  }

  verb(verb: Verb): readonly GcStep[] {
    const made = this.#verbs[verb]();
    return Array.isArray(made) ? made : [made as GcStep];
  }

  /** Throws `Impossible` when these steps, one after the other, would raise an exception. */
  tryOut(steps: readonly GcStep[]): void {
    if (steps.length === 1 && CHECKED_WHILE_MADE.has((steps[0] as GcStep).op)) return;
    const trial = this.model.copy();
    for (const one of steps) trial.apply(one);
  }

  /** A number that no other atom of the trace has. */
  serial(): number {
    return ++this.#serial;
  }

  target(): string {
    return this.random.pick(NAMES);
  }

  /** A bound name whose object fits. */
  name(fits: (thing: Thing) => boolean = () => true): string {
    const names = this.model
      .names()
      .filter(([name, thing]) => name !== 'i' && thing.kind !== 'const' && fits(thing));
    must(names.length > 0, 'nothing fits');
    return this.random.pick(names)[0];
  }

  of(kind: string): string {
    return this.name((thing) => thing.kind === kind);
  }

  /** Up to n names; none are fine. */
  some(n: number, fits?: (thing: Thing) => boolean): string[] {
    if (this.model.names().every(([, thing]) => thing.kind === 'const' || fits?.(thing) === false)) return [];
    return Array.from({ length: this.random.between(0, n) }, () => this.name(fits));
  }

  className(): string {
    return this.random.pick([...this.model.classes.keys()]);
  }

  attribute(of: string): string {
    const { shape } = this.model.get(of);
    const slots = (shape?.slots ?? []).filter((name) => !name.startsWith('__'));
    const names = [...slots, ...(shape?.hasDict === true ? ATTRIBUTES : [])];
    must(names.length > 0, 'no attributes');
    return this.random.pick(names);
  }

  thresholds(): GcStep {
    const { random } = this;
    const first = random.chance(10) ? random.pick([0, 700, 2000]) : random.between(1, 30);
    return step('gc.set_threshold', { thresholds: [first, random.between(1, 6), random.between(1, 6)] });
  }

  giveBack(): GcStep {
    const value = this.random.chance(60) ? (this.some(1)[0] ?? null) : null;
    return step('return', { value, as: value !== null && this.random.chance(70) ? this.target() : null });
  }

  container(as = this.target()): GcStep {
    const { random } = this;
    const type = random.pick(['list', 'list', 'tuple', 'dict'] as const);
    if (type === 'dict') {
      const keys = [...new Set(Array.from({ length: random.between(0, 3) }, () => random.pick(KEYS)))];
      return step('new', {
        type,
        as,
        entries: keys.flatMap((key) => this.some(1).map((name) => [key, name])),
      });
    }
    const items = this.some(random.chance(5) ? 22 : TAKEN_AT_MOST);
    return step('new', { type: type === 'tuple' && items.length === 0 ? 'list' : type, as, items });
  }

  atom(as = this.target()): GcStep {
    const n = this.serial();
    switch (this.random.between(1, 10)) {
      case 1:
      case 2:
        return step('new', { type: 'float', as, value: n + 0.5 });
      case 3:
      case 4:
        return step('new', { type: 'str', as, value: `text number ${n}` });
      case 5:
        return step('new', { type: 'bytes', as, value: `raw bytes ${n}` });
      case 6:
        return step('new', { type: 'object', as });
      default:
        return step('new', { type: 'int', as, value: (this.random.chance(20) ? 2 ** 40 : 1_000_000) + n });
    }
  }

  readonly #verbs: Readonly<Record<Verb, () => GcStep | readonly GcStep[]>> = {
    create: () => this.container(),
    atom: () => this.atom(),
    instance: () => step('new', { type: 'instance', class: this.className(), as: this.target() }),
    bind: () => step('bind', { name: this.target(), to: this.name() }),
    unbind: () => step('unbind', { name: this.name() }),
    append: () => step('append', { list: this.of('list'), item: this.name() }),
    insert: () => {
      const list = this.of('list');
      return step('insert', {
        list,
        index: this.random.between(0, this.model.get(list).items.length),
        item: this.name(),
      });
    },
    extend: () =>
      step('extend', {
        list: this.of('list'),
        items: this.name((one) => isSequence(one) && one.items.length < 20),
      }),
    pop: () => {
      const list = this.name(isFilledList);
      const last = this.random.chance(60);
      const index = this.random.between(0, this.model.get(list).items.length - 1);
      return step('pop', last ? { list } : { list, index });
    },
    remove: () => {
      const item = this.of('instance');
      return step('remove', {
        list: this.name((one) => one.kind === 'list' && one.items.includes(this.model.get(item))),
        item,
      });
    },
    clear: () =>
      step('clear', { of: this.name((one) => ['list', 'dict', 'set', 'instance dict'].includes(one.kind)) }),
    setItem: () => {
      const of = this.name((one) => isFilledList(one) || isDict(one));
      return step('set_item', { of, key: this.#key(of, false), value: this.name() });
    },
    getItem: () => {
      const of = this.name(isFilled);
      return step('get_item', { as: this.target(), of, key: this.#key(of, true) });
    },
    delItem: () => {
      const of = this.name((one) => isFilled(one) && one.kind !== 'tuple');
      return step('del_item', { of, key: this.#key(of, true) });
    },
    setAttr: () => {
      const of = this.of('instance');
      return step('set_attr', { of, name: this.attribute(of), value: this.name() });
    },
    getAttr: () => step('get_attr', { as: this.target(), ...this.#heldAttribute() }),
    delAttr: () => step('del_attr', this.#heldAttribute()),
    getDict: () =>
      step('get_dict', { as: this.target(), of: this.name((one) => one.shape?.hasDict === true) }),
    newSet: () => {
      const items = this.some(2, isHashable);
      const type = this.random.chance(70) || items.length === 0 ? 'set' : 'frozenset';
      return step('new', { type, as: this.target(), items: this.#forSet(items) });
    },
    setAdd: () => step('set_add', { set: this.of('set'), item: this.name(isHashable) }),
    setDiscard: () => step('set_discard', { set: this.of('set'), item: this.name(isHashable) }),
    weakref: () => step('weakref.ref', { to: this.name(takesWeakrefs), as: this.target(), callback: false }),
    callback: () => step('weakref.ref', { to: this.name(takesWeakrefs), as: this.target(), callback: true }),
    deref: () => step('deref', { as: this.target(), weakref: this.of('weakref') }),
    alive: () => step('alive', { weakref: this.of('weakref') }),
    collect: () => step('gc.collect', { generation: this.random.between(0, 2) }),
    thresholds: () => this.thresholds(),
    switch: () => step(this.random.chance(40) ? 'gc.disable' : 'gc.enable'),
    freeze: () => step('gc.freeze'),
    unfreeze: () => step('gc.unfreeze'),
    saveAll: () => step('gc.set_debug', { flags: this.random.chance(50) ? ['SAVEALL'] : [] }),
    clearGarbage: () => step('gc.garbage.clear'),
    clearResurrected: () => step('clear', { of: 'resurrected' }),
    loop: () => loopOf(this),
    nest: () => nestOf(this),
    chain: () => chainOf(this),
    wide: () => wideOf(this),
    cycle: () => {
      const as = this.target();
      return [
        step('new', { type: 'list', as, items: [] }),
        step('append', { list: as, item: as }),
        step('unbind', { name: as }),
      ];
    },
    call: () => {
      must(this.model.frames.length < DEPTH_AT_MOST, 'deep enough');
      const n = this.#functions++;
      const args = this.some(TAKEN_AT_MOST);
      return step('call', { function: `f${n}`, args, params: args.map((_, i) => `p${n}_${i}`) });
    },
    return: () => {
      must(this.model.frames.length > 0, 'outside');
      return this.giveBack();
    },
    ask: () => this.#question(),
    askGc: () => this.#gcQuestion(),
    observe: () => step('observe'),
  };

  #question(): GcStep {
    const own = (): string => this.name((thing) => thing.own);
    switch (this.random.between(1, 10)) {
      case 1:
      case 2:
      case 3:
      case 4:
        return step('sys.getrefcount', { of: own() });
      case 5:
        return step('sys.getsizeof', { of: own() });
      case 6:
        return step('gc.is_tracked', { of: this.name() });
      case 7:
        return step('is', { a: this.name(), b: this.name() });
      case 8:
        return step('gc.get_referents', {
          of: this.name((thing) => isContainer(thing) && thing.entries.size < 20),
        });
      case 9:
        return step(this.random.pick(['gc.get_referrers', 'gc.is_finalized']), {
          of: this.name((thing) => thing.own && isContainer(thing)),
        });
      default:
        return step('generation', { of: own() });
    }
  }

  #gcQuestion(): GcStep {
    return step(
      this.random.pick([
        'gc.get_count',
        'gc.get_stats',
        'gc.long_lived',
        'gc.isenabled',
        'gc.get_threshold',
        'gc.get_freeze_count',
        'gc.garbage',
      ]),
    );
  }

  /** A key of what the name means: one that is there, or any for a dict. */
  #key(of: string, present: boolean): string | number {
    const { items, entries, kind } = this.model.get(of);
    if (kind === 'list' || kind === 'tuple') return this.random.between(0, items.length - 1);
    return this.random.pick(present ? [...entries.keys()] : KEYS);
  }

  #heldAttribute(): { readonly of: string; readonly name: string } {
    const of = this.name((one) => one.kind === 'instance' && (one.entries.size > 0 || one.slots.size > 0));
    const { entries, slots } = this.model.get(of);
    return {
      of,
      name: this.random.pick([
        ...[...entries.keys()].filter((key) => typeof key === 'string'),
        ...slots.keys(),
      ]),
    };
  }

  /** At most one gc object: the order of a set's elements depends on addresses. */
  #forSet(items: readonly string[]): string[] {
    const first = items.findIndex((name) => isContainer(this.model.get(name)));
    return items.filter((name, i) => i === first || !isContainer(this.model.get(name)));
  }
}

const CHECKED_WHILE_MADE = new Set(['new', 'bind', 'unbind', 'observe', 'call', 'return', 'gc.collect']);

function isFilledList(one: Thing): boolean {
  return one.kind === 'list' && one.items.length > 0;
}

function isDict(one: Thing): boolean {
  return one.kind === 'dict' || one.kind === 'instance dict';
}

function isFilled(one: Thing): boolean {
  return (isSequence(one) && one.items.length > 0) || (isDict(one) && one.entries.size > 0);
}
