/** `program.step`: a paused program goes on. How, is program-run.ts's business. */
import { complain, interruptAt, PART, STEP_FIELDS } from '../../contract/index.ts';
import { type Verb, verb } from '../verb.ts';

export const programStep: Verb = verb({
  op: 'program.step',
  summary:
    'A paused program goes on to where it is to stop next. Answers what it printed, and where it stands or how it ended.',
  fields: { ...STEP_FIELDS, part: PART, interrupt_at: interruptAt },
  check: (o) =>
    o.to === 'line' && o.line === undefined ? { field: 'line', words: complain('needs_line') } : null,
  python: (o) =>
    `# the debugger goes on: ${o.interrupt ? 'KeyboardInterrupt, then ' : ''}${o.to}${o.line === undefined ? '' : ` ${o.line}`}`,
  compile: () => () => undefined,
});
