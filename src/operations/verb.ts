/**
 * What an operation is: a name, the shape of its fields, its Python spelling, and what it does to a process.
 *
 * `compile` lowers one operation to a closure that is called each time the statement runs, so a loop pays for parsing once.
 * The closure acts on the process and writes what it answers into `Outcome`; a Python exception is thrown as PythonRaise.
 */

import { z } from 'zod';
import { type Explanation } from '../contract/index.ts';
import type { Process } from '../objects/index.ts';
import { type Operand, operandReader } from './operand.ts';
import { type Path, parsePath, resolve } from './reference.ts';

/** What a statement answers; cleared before each one. */
export interface Outcome {
  /** Ref of the object that the operation made or read, 0: none. */
  object: number;
  /** JSON value, undefined: none. */
  value: unknown;
  /** What Python itself would report where that differs from `value`. */
  reported: number | undefined;
}

export interface FieldProblem {
  readonly field: string;
  readonly words: Explanation;
}

export type Action = (out: Outcome) => void;

type Fields = z.ZodRawShape;

export interface Verb {
  readonly op: string;
  readonly summary: string;
  /** A question changes nothing in the heap and contains no call. */
  readonly question: boolean;
  readonly schema: z.ZodObject<z.ZodRawShape>;
  /** What the fields alone do not say: which must come together. null: all is well. */
  readonly check?: ((operation: Operation) => FieldProblem | null) | undefined;
  python(operation: Operation): string;
  compile(operation: Operation, process: Process): Action;
}

/** Any operation: its name and, beside it, the fields that its verb's schema has. */
export interface Operation {
  readonly op: string;
  readonly [field: string]: unknown;
}

interface VerbDefinition<Op extends string, F extends Fields> {
  readonly op: Op;
  readonly summary: string;
  readonly question?: boolean;
  readonly fields: F;
  readonly check?: (operation: z.infer<z.ZodObject<F>>) => FieldProblem | null;
  readonly python: (operation: z.infer<z.ZodObject<F>>) => string;
  readonly compile: (operation: z.infer<z.ZodObject<F>>, process: Process) => Action;
}

/** Makes a verb; its schema refuses unknown fields and carries the summary into the API's description. */
export function verb<Op extends string, F extends Fields>(definition: VerbDefinition<Op, F>): Verb {
  const { op, summary, fields, python, compile } = definition;
  const id = `${op
    .split(/[._]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Operation`;
  const schema = z.strictObject({ op: z.literal(op), ...fields }).meta({ id, description: summary });
  return {
    op,
    summary,
    question: definition.question ?? false,
    schema,
    check: definition.check as unknown as Verb['check'],
    python: python as unknown as Verb['python'],
    compile: compile as unknown as Verb['compile'],
  };
}

/** Reads a reference each time it is called; borrowed. */
export function reader(process: Process, text: string): () => number {
  const path = parsePath(text) as Path;
  if (path.steps.length > 0 || 'serial' in path.root) return () => resolve(process, path);
  const { name } = path.root;
  const { frames, globals } = process;
  const slot = globals.slotOf(name);
  return () => (frames.length === 0 && globals.at(slot)) || process.lookup(name) || resolve(process, path);
}

/** Reads an operand each time it is called; borrowed. */
export function operand(process: Process, value: Operand): () => number {
  return operandReader(process, value, (text) => reader(process, text));
}
