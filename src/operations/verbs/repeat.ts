/**
 * `repeat`: `for index in range(times): ...`. The loop itself is run by execution.ts, so that it can be sliced; here are its
 * fields, its spelling and what its range() call and its iterations do to the heap.
 */
import { z } from 'zod';
import { nameSchema } from '../operand.ts';
import { type Operation, type Verb, verb } from '../verb.ts';

const MOST_TIMES = 1_000_000_000;
const MOST_INNER = 1000;

/** Spells the inner operations; set by the table, which knows all verbs. */
const spellInner: { by: (operation: Operation) => string } = { by: () => '...' };

export function spellRepeatsWith(spell: (operation: Operation) => string): void {
  spellInner.by = spell;
}

export const repeat: Verb = verb({
  op: 'repeat',
  summary:
    'Runs operations again and again: a for loop over range(times). Answers the values of the questions inside.',
  fields: {
    times: z.int().min(0).max(MOST_TIMES),
    index: nameSchema.default('i'),
    ops: z
      .array(z.looseObject({ op: z.string() }))
      .min(1)
      .max(MOST_INNER)
      .meta({ description: 'The operations of the loop body.' }),
  },
  python: (o) => {
    const body = (o.ops as Operation[]).map((inner) => spellInner.by(inner).replace(/^/gm, '    '));
    return [`for ${o.index ?? 'i'} in range(${o.times}):`, ...body].join('\n');
  },
  compile: () => () => undefined,
});
