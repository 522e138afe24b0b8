/** A program, as clients send it, and what became of it. */

import { z } from 'zod';
import { REFINED } from './complaint.ts';
import { explanation } from './explanation.ts';
import type { FaultCode } from './fault.ts';
import { epoch, eventOffset, objectId, sequenceNumber, sessionId } from './ids.ts';

const LONGEST_SOURCE = 1_000_000;
const LONGEST_INPUT = 1_000_000;
const MOST_ARGUMENTS = 100;
const MOST_INTERRUPTS = 100;

const limit = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => value.isWellFormed(), REFINED.lone_surrogates);

export const programLimits = z
  .strictObject({
    steps: limit.meta({
      description:
        'Instructions, rounds of loops inside built-in functions, and every 64 bytes of what these go through in one piece.',
    }),
    output_characters: limit.meta({ description: 'Characters that it may print.' }),
    heap_bytes: limit.meta({ description: 'Bytes of simulated heap.' }),
    objects: limit.meta({ description: 'Live objects.' }),
  })
  .partial()
  .meta({
    id: 'ProgramLimits',
    description: "What one program may use; only tighter than the session's limits.",
  });

export const PROGRAM_FIELDS = {
  source: text(LONGEST_SOURCE).meta({ description: 'Python source, as a file would have it.' }),
  filename: text(200)
    .min(1)
    .default('main.py')
    .meta({ description: 'Name of the file in tracebacks; no file is read or written.' }),
  argv: z
    .array(text(1000))
    .max(MOST_ARGUMENTS)
    .optional()
    .meta({ description: 'sys.argv; left out: the file name alone.' }),
  stdin: text(LONGEST_INPUT).optional().meta({ description: 'What input() and sys.stdin read.' }),
  lines: z.boolean().default(true).meta({
    description:
      'Tell each line before it runs (`program.line`); a program that runs long is faster without.',
  }),
  limits: programLimits.optional(),
};

export const interruptAt = z
  .array(z.int().min(0).max(Number.MAX_SAFE_INTEGER))
  .max(MOST_INTERRUPTS)
  .optional()
  .meta({
    description:
      'KeyboardInterrupt comes when so many instructions have run. An interrupt from outside is noted here, so that a replay has it too.',
  });

export const PART = z.int().min(1).max(Number.MAX_SAFE_INTEGER).optional().meta({
  description: 'Instructions of this part of a long program; written into journals by the server alone.',
});

export const PAUSE = z
  .boolean()
  .default(false)
  .meta({ description: 'Stop before its first line; then it goes on step by step.' });

export const programRequest = z
  .strictObject({ ...PROGRAM_FIELDS, pause: PAUSE })
  .meta({ id: 'ProgramRequest', description: 'A Python program to run in the session.' });

export const STEP_FIELDS = {
  to: z.enum(['in', 'over', 'out', 'line', 'end']).default('in').meta({
    description:
      'Where it stops next: at the next line (`in`), at the next line of this frame or of its callers (`over`), of its callers (`out`), at a line of a file (`line`), or when it has ended.',
  }),
  line: z.int().min(1).optional().meta({ description: 'With `to: line`.' }),
  filename: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'With `to: line`; left out: the file that it stands in.' }),
  interrupt: z
    .boolean()
    .default(false)
    .meta({ description: 'It goes on with a KeyboardInterrupt where it stands.' }),
};

export const stepRequest = z
  .strictObject(STEP_FIELDS)
  .meta({ id: 'StepRequest', description: 'How far a paused program is to go on.' });

/** The budgets that can run out, and the faults that say so. */
export const PROGRAM_FAULTS = [
  'program_steps_spent',
  'program_output_spent',
  'program_heap_spent',
  'program_objects_spent',
  'program_lost',
] as const satisfies readonly FaultCode[];

export const spentBudget = z
  .strictObject({ code: z.enum(PROGRAM_FAULTS), maximum: z.int().optional() })
  .meta({
    id: 'SpentBudget',
    description:
      'The budget that ran out, or why the program was ended otherwise; what it did until then stays.',
  });

const exception = z
  .strictObject({
    name: z.string().meta({ examples: ['ZeroDivisionError'] }),
    message: z.string(),
    traceback: z.string().meta({ description: 'What that version prints, to the letter.' }),
  })
  .meta({ id: 'ProgramException', description: 'The exception that nobody caught.' });

export const programPlace = z
  .strictObject({
    filename: z.string(),
    line: z.int().min(1),
    function: z.string(),
    depth: z.int().min(0).meta({ description: '0: the module.' }),
  })
  .meta({ id: 'ProgramPlace', description: 'The line that runs next.' });

export const programOutcome = z
  .strictObject({
    state: z.enum(['ended', 'paused']),
    at: programPlace.nullable().meta({ description: 'Where it is paused.' }),
    stdout: z.string().meta({ description: 'What it printed, of a program in steps since the last answer.' }),
    stderr: z.string(),
    exit: z.int().nullable().meta({
      description:
        'Exit status: 0, 1 after an exception, or what sys.exit was given; null while it is paused.',
    }),
    exception: exception.nullable(),
    steps: z.int().min(0),
    fault: spentBudget.nullable(),
  })
  .meta({ id: 'ProgramOutcome', description: 'What a program printed, and how it ended.' });

export const programAnswer = z
  .strictObject({
    session: sessionId,
    seq: sequenceNumber,
    epoch,
    offset: eventOffset,
    ...programOutcome.shape,
    fault: spentBudget
      .extend({ explanation })
      .meta({ id: 'ExplainedBudget', description: 'Why the program was ended, as a client can show it.' })
      .nullable(),
  })
  .meta({
    id: 'ProgramAnswer',
    description: 'What a program printed, how it ended, and where the session stands now.',
  });

const localName = z.strictObject({
  name: z.string(),
  object: objectId,
  type: z.string(),
  repr: z.string(),
});

export const programView = z
  .strictObject({
    at: programPlace,
    steps: z.int().min(0),
    frames: z.array(
      z.strictObject({
        function: z.string(),
        filename: z.string(),
        line: z.int(),
        names: z.array(localName).meta({ description: 'Local names; those of the module are its globals.' }),
      }),
    ),
  })
  .meta({ id: 'ProgramView', description: 'The program that is paused: its frames, outermost first.' });

export const interruptAnswer = z.strictObject({ session: sessionId, interrupted: z.literal(true) }).meta({
  id: 'InterruptAnswer',
  description: 'KeyboardInterrupt comes at the next instruction where the program can be paused.',
});

export type ProgramView = z.infer<typeof programView>;
export type ProgramPlace = z.infer<typeof programPlace>;
export type ProgramOutcome = z.infer<typeof programOutcome>;
export type ProgramAnswer = z.infer<typeof programAnswer>;
