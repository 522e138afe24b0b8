/**
 * `run`: a program. How it is run, in slices, is program-run.ts's business; here are its fields and its spelling.
 */
import { interruptAt, PART, PAUSE, PROGRAM_FIELDS } from '../../contract/index.ts';
import { spellText } from '../operand.ts';
import { type Verb, verb } from '../verb.ts';

export const run: Verb = verb({
  op: 'run',
  summary:
    'Runs Python source in the main module, whose names operations and programs share. Answers what it printed and how it ended.',
  fields: { ...PROGRAM_FIELDS, pause: PAUSE, part: PART, interrupt_at: interruptAt },
  python: (o) => `exec(compile(${spellText(o.source)}, ${spellText(o.filename ?? 'main.py')}, 'exec'))`,
  compile: () => () => undefined,
});
