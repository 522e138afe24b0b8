/** Loops, and what loops are good for: many objects of a kind, deep chains, wide objects. */
import type { GcStep } from '../../src/cli/conformance/gc-format.ts';
import type { Choices } from './choices.ts';
import { must } from './model.ts';
import { step } from './spelling.ts';

function repeat(times: number, ops: readonly GcStep[], index = 'i'): GcStep {
  return step('repeat', { times, index, ops });
}

/** A list that the loop fills: made just before when there is none. */
function keeper(choices: Choices, taken: string): { readonly before: GcStep[]; readonly keep: string } {
  const found = choices.model
    .names()
    .find(([name, one]) => one.kind === 'list' && one.items.length < 60 && name !== taken);
  if (found !== undefined && choices.random.chance(60)) return { before: [], keep: found[0] };
  const keep = choices.random.pick('abcdefgh'.split('').filter((name) => name !== taken));
  return { before: [step('new', { type: 'list', as: keep, items: [] })], keep };
}

/** One loop: objects that are kept, that die at once, or that hold themselves. */
export function loopOf(choices: Choices): GcStep[] {
  const { random } = choices;
  const as = random.pick('jklmnopq'.split(''));
  const times = random.chance(10) ? random.between(100, 900) : random.between(2, 60);
  const body = bodyOf(choices, as);
  if (random.chance(50)) return [repeat(times, body)];
  const { before, keep } = keeper(choices, as);
  return [...before, repeat(Math.min(times, 300), [...body, step('append', { list: keep, item: as })])];
}

function bodyOf(choices: Choices, as: string): GcStep[] {
  const { random } = choices;
  const instance = step('new', { type: 'instance', class: choices.className(), as });
  switch (random.between(1, 8)) {
    case 1:
      return [step('new', { type: 'list', as, items: [] })];
    case 2:
      return [step('new', { type: 'list', as, items: [] }), step('append', { list: as, item: as })];
    case 3:
      return [step('new', { type: 'tuple', as, items: [choices.name(), choices.name()] })];
    case 4:
      return [
        step('new', { type: 'dict', as, entries: [] }),
        step('set_item', { of: as, key: 'k', value: choices.name() }),
      ];
    case 5:
      return [instance];
    case 6:
      return [instance, step('weakref.ref', { to: as, as: 'r', callback: random.chance(50) })];
    default:
      return [instance, step('set_attr', { of: as, name: random.pick(['next', 'left']), value: as })];
  }
}

/** A loop in a loop. */
export function nestOf(choices: Choices): GcStep[] {
  const { random } = choices;
  const as = random.pick('jklmnopq'.split(''));
  const inner = repeat(random.between(1, 8), bodyOf(choices, as), 'u');
  return [repeat(random.between(1, 8), [...bodyOf(choices, 'h'), inner])];
}

/** A chain of 51 to 200 links, deep enough for the trashcan, with its only name; sometimes dropped at once. */
export function chainOf(choices: Choices): GcStep[] {
  const { random } = choices;
  const [as, node] = random.chance(50) ? (['a', 'b'] as const) : (['c', 'd'] as const);
  const links = linksOf(choices, as, node);
  const steps = [step('new', { type: 'list', as, items: [] }), repeat(random.between(40, 200), links)];
  if (choices.model.names().some(([name]) => name === node)) steps.push(step('unbind', { name: node }));
  else if (links.length > 1) steps.push(step('unbind', { name: node }));
  if (random.chance(70)) steps.push(step('unbind', { name: as }));
  return steps;
}

function linksOf(choices: Choices, as: string, node: string): GcStep[] {
  const { random } = choices;
  const withInstance = (): GcStep[] => [
    step('new', { type: 'instance', class: choices.className(), as: node }),
    step('set_attr', { of: node, name: 'next', value: as }),
    step('bind', { name: as, to: node }),
  ];
  switch (random.between(1, 7)) {
    case 1:
      return [step('new', { type: 'list', as, items: [as] })];
    case 2:
      return [step('new', { type: 'tuple', as, items: [as] })];
    case 3:
      return [step('new', { type: 'dict', as, entries: [['k', as]] })];
    case 4:
      return [
        step('new', { type: 'tuple', as, items: [as] }),
        step('new', { type: 'list', as, items: [as] }),
      ];
    case 5:
      return [...withInstance(), step('new', { type: 'list', as, items: [as] })];
    default:
      return withInstance();
  }
}

/** One object with many parts: a 20-tuple and longer, a dict or an instance that grows past its first tables. */
export function wideOf(choices: Choices): GcStep[] {
  const { random } = choices;
  const as = choices.target();
  const value = choices.name();
  must(value !== as, 'would lose its value');
  const many = random.between(17, 40);
  switch (random.between(1, 4)) {
    case 1:
      return [
        step('new', {
          type: random.pick(['tuple', 'tuple', 'list']),
          as,
          items: Array.from({ length: random.pick([18, 19, 20, 21, 22, 29, 30, 31, 32, 40]) }, () =>
            choices.name(),
          ),
        }),
      ];
    case 2:
      return [
        step('new', { type: 'dict', as, entries: [] }),
        ...Array.from({ length: many }, (_, i) =>
          step('set_item', { of: as, key: random.chance(90) ? `w${i}` : 1000 + i, value }),
        ),
      ];
    case 3:
      return [
        step('new', { type: 'dict', as, entries: Array.from({ length: many }, (_, i) => [`w${i}`, value]) }),
      ];
    default:
      return [
        step('new', { type: 'instance', class: choices.className(), as }),
        ...Array.from({ length: many }, (_, i) => step('set_attr', { of: as, name: `w${i}`, value })),
      ];
  }
}
