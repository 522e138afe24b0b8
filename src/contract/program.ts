/** A program, as clients send it, and what became of it. */
import { z } from 'zod';
import type { FaultCode } from './fault.ts';
import { epoch, eventOffset, sequenceNumber, sessionId } from './ids.ts';

const LONGEST_SOURCE = 1_000_000;
const LONGEST_INPUT = 1_000_000;
const MOST_ARGUMENTS = 100;
const MOST_INTERRUPTS = 100;

const limit = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => value.isWellFormed(), 'must not have lone surrogates');

export const programLimits = z
  .strictObject({
    steps: limit.meta({ description: 'Instructions, and rounds of loops inside built-in functions.' }),
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

export const programRequest = z
  .strictObject(PROGRAM_FIELDS)
  .meta({ id: 'ProgramRequest', description: 'A Python program to run in the session.' });

/** The budgets that can run out, and the faults that say so. */
export const PROGRAM_FAULTS = [
  'program_steps_spent',
  'program_output_spent',
  'program_heap_spent',
  'program_objects_spent',
] as const satisfies readonly FaultCode[];

export const spentBudget = z.strictObject({ code: z.enum(PROGRAM_FAULTS), maximum: z.int() }).meta({
  id: 'SpentBudget',
  description: 'The budget that ran out; what the program did until then stays.',
});

const exception = z
  .strictObject({
    name: z.string().meta({ examples: ['ZeroDivisionError'] }),
    message: z.string(),
    traceback: z.string().meta({ description: 'What that version prints, to the letter.' }),
  })
  .meta({ id: 'ProgramException', description: 'The exception that nobody caught.' });

export const programOutcome = z
  .strictObject({
    stdout: z.string(),
    stderr: z.string(),
    exit: z.int().meta({ description: 'Exit status: 0, 1 after an exception, or what sys.exit was given.' }),
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
  })
  .meta({
    id: 'ProgramAnswer',
    description: 'What a program printed, how it ended, and where the session stands now.',
  });

export type ProgramOutcome = z.infer<typeof programOutcome>;
export type ProgramAnswer = z.infer<typeof programAnswer>;
