/**
 * Query strings against a strict schema: unknown parameters, parameters given twice and wrong values are refused.
 *
 * Text becomes what the schema wants: integers, booleans, and lists separated by commas.
 */
import type { z } from 'zod';
import { type Complaint, complain, type Outcome, REPORT_INPUT, refuse, wordsOf } from '../contract/index.ts';

const INTEGER = /^-?(?:0|[1-9][0-9]{0,15})$/;

export function readQuery<Schema extends z.ZodObject>(
  schema: Schema,
  raw: unknown,
): Outcome<z.infer<Schema>> {
  const values: [string, unknown][] = [];
  const twice: Complaint[] = [];
  for (const [name, value] of Object.entries(raw ?? {})) {
    if (typeof value === 'string') values.push([name, converted(value, schema.shape[name])]);
    else twice.push({ pointer: name, words: complain('given_twice') });
  }
  if (twice.length > 0) return refuse('invalid_query', {}, twice);
  // fromEntries() makes own properties, whatever they are called.
  const parsed = schema.safeParse(Object.fromEntries(values), REPORT_INPUT);
  if (parsed.success) return { ok: true, value: parsed.data };
  return refuse(
    'invalid_query',
    {},
    entriesOf(parsed.error, (path) => path.join('.')),
  );
}

/** What zod found wrong, at most twenty things. */
export function entriesOf(error: z.ZodError, pointer: (path: string[]) => string): Complaint[] {
  return error.issues.slice(0, 20).map((issue) => ({
    pointer: pointer(issue.path.map(String)),
    words: wordsOf(issue),
  }));
}

/** RFC 6901. */
export function jsonPointer(path: readonly string[]): string {
  return path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function converted(text: string, schema: unknown): unknown {
  switch (kindOf(schema)) {
    case 'number':
      return INTEGER.test(text) ? Number(text) : text;
    case 'boolean':
      if (text === 'true') return true;
      return text === 'false' ? false : text;
    case 'array':
      return text.split(',');
    default:
      return text;
  }
}

/** The kind of a schema inside optional() and default(). */
function kindOf(schema: unknown): string | undefined {
  let inner = schema;
  for (;;) {
    if (typeof inner !== 'object' || inner === null || !('def' in inner)) return undefined;
    const { def } = inner;
    if (typeof def !== 'object' || def === null || !('type' in def)) return undefined;
    if (!('innerType' in def)) return typeof def.type === 'string' ? def.type : undefined;
    inner = def.innerType;
  }
}
