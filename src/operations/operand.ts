/** A value that an operation uses: a reference to an object, or a literal of the code that the operation stands for. */

import { z } from 'zod';
import { REFINED } from '../contract/index.ts';
import type { Process } from '../objects/index.ts';
import { bytesRepr, floatRepr, strRepr, valueProfile } from '../objects/index.ts';
import { reference, spellReference } from './reference.ts';

/** The rules of the oldest version: what it would not print as it is, is escaped. */
const OLDEST_VALUES = valueProfile(8);

const literal = z.union([z.number(), z.string().max(100_000), z.boolean(), z.null()]);

export const literalOperand = z
  .strictObject({ literal })
  .meta({ id: 'Literal', description: 'A constant of the code: equal ones of a type are one object.' });

export const operandSchema = z
  .union([reference, literalOperand])
  .meta({ id: 'Operand', description: 'A reference to an object, or a literal.' });

/** The key of an item: a string or number is a literal key, `{"var": "n"}` is the object that a name refers to. */
export const keySchema = z
  .union([z.string().max(1000), z.number(), z.boolean(), z.null(), z.strictObject({ var: reference })])
  .meta({ id: 'Key', description: 'A literal key, or `{"var": name}` for the object of that name.' });

export const nameSchema = z
  .string()
  .max(200)
  .regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, REFINED.must_be_identifier)
  .meta({ id: 'Name', description: 'A Python identifier.' });

export type Operand = z.infer<typeof operandSchema>;
export type Key = z.infer<typeof keySchema>;
export type Literal = z.infer<typeof literal>;

/** The object of a literal: a constant of the unit that is being run. Borrowed. */
export function literalObject(process: Process, value: Literal): number {
  if (value === null) return process.none;
  if (typeof value === 'boolean') return process.bool(value);
  if (typeof value === 'string') return process.constants.str(value);
  return Number.isSafeInteger(value) && !Object.is(value, -0)
    ? process.constants.int(value)
    : process.constants.float(value);
}

export function operandReader(
  process: Process,
  value: Operand,
  read: (text: string) => () => number,
): () => number {
  if (typeof value === 'string') return read(value);
  const object = literalObject(process, value.literal);
  return () => object;
}

export function keyReader(process: Process, key: Key, read: (text: string) => () => number): () => number {
  if (typeof key === 'object' && key !== null) return read(key.var);
  const object = literalObject(process, key);
  return () => object;
}

export function spellLiteral(value: Literal): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return spellText(value);
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : floatRepr(value);
}

export function spellOperand(value: Operand): string {
  return typeof value === 'string' ? spellReference(value) : spellLiteral(value.literal);
}

export function spellKey(key: Key): string {
  return typeof key === 'object' && key !== null ? spellReference(key.var) : spellLiteral(key);
}

/** A Python string literal in ASCII. */
export function spellText(text: string): string {
  return strRepr(text, OLDEST_VALUES).replace(/[^\x20-\x7e]/gu, escapePoint);
}

export function spellBytes(text: string): string {
  return bytesRepr(Uint8Array.from(text, (char) => char.charCodeAt(0)));
}

function escapePoint(char: string): string {
  const point = char.codePointAt(0) as number;
  if (point < 0x100) return `\\x${point.toString(16).padStart(2, '0')}`;
  if (point < 0x10000) return `\\u${point.toString(16).padStart(4, '0')}`;
  return `\\U${point.toString(16).padStart(8, '0')}`;
}
