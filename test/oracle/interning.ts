/** Traces of the area `interning`: equal values made in different ways, and whether they are the same object. */
import type { GcStep } from '../../src/cli/conformance/gc-format.ts';
import type { Random } from './random.ts';
import { step } from './spelling.ts';

const TEXTS = ['spam_1', 'two words', 'x', '', 'Abc9'];
const EXPRESSIONS = [
  '1000 + 1',
  '2 * 128',
  '255 + 1',
  '...',
  'None',
  '()',
  "''",
  "b'x'",
  "b''",
  '0.0',
  '-0.0',
  'tuple([])',
  "'ab' + 'cd'",
  "'\\xe9'",
];

export function interningTrace(random: Random): GcStep[] {
  const steps: GcStep[] = [];
  const made: string[] = [];
  const names = 'abcdefghjk'.split('');
  for (let i = 0; i < 14; i++) {
    const as = names[made.length] ?? random.pick(names);
    steps.push(...value(random, as));
    if (!made.includes(as)) made.push(as);
    if (random.chance(10)) steps.push(step('compile_unit'));
    if (made.length > 1)
      steps.push(step('is', { a: as, b: random.pick(made.filter((name) => name !== as)) }));
    if (random.chance(15)) steps.push(step('immortal', { of: as }));
  }
  return steps;
}

function value(random: Random, as: string): GcStep[] {
  const literal = random.chance(50) ? { literal: true } : {};
  switch (random.between(1, 4)) {
    case 1:
      return [
        step('new', { type: 'int', as, value: random.pick([-6, -5, 0, 255, 256, 257, 1001]), ...literal }),
      ];
    case 2:
      return [step('new', { type: 'float', as, value: random.pick([1.5, 2.5]), ...literal })];
    case 3: {
      const text = random.pick(TEXTS);
      const made = step('new', { type: 'str', as, value: text, ...literal });
      return random.chance(30) ? [made, step('sys.intern', { as, of: as })] : [made];
    }
    default:
      return [step('eval', { as, expression: random.pick(EXPRESSIONS) })];
  }
}
