/** `program.continue`: the next part of a program that runs long. Journals have it; nobody asks for it. */
import { z } from 'zod';
import { interruptAt, PART } from '../../contract/index.ts';
import { type Verb, verb } from '../verb.ts';

export const programContinue: Verb = verb({
  op: 'program.continue',
  summary: 'The next part of a program that runs long. It stands in journals; the server alone writes it.',
  fields: {
    part: PART,
    lost: z
      .boolean()
      .default(false)
      .meta({ description: 'The program ends here: the server that ran it has stopped.' }),
    interrupt_at: interruptAt,
  },
  python: () => '# the program runs on',
  compile: () => () => undefined,
});
