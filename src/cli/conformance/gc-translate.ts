/**
 * From the steps of vectors to the operations that clients use. Most steps are operations already; for those that only
 * vectors use this says which operation does the same.
 */
import { intValue, type Process } from '../../objects/index.ts';
import { decodeOperation, type Operation } from '../../operations/index.ts';
import { evalOperation } from './gc-eval.ts';
import type { GcStep } from './gc-format.ts';

type Fields = Readonly<Record<string, unknown>> & { readonly op: string };
type Translate = (step: GcStep, process: Process) => Fields;

const TRANSLATED: Readonly<Partial<Record<string, Translate>>> = {
  eval: (step, process) => evalOperation(step, (name) => intValue(process, process.lookup(name))),
  repeat: (step, process) => ({
    ...plain(step),
    ops: (step.ops ?? []).map((inner) => fieldsOf(inner, process)),
  }),
  get_dict: (step) => ({ op: 'get_attr', as: step.as, of: step.of, name: '__dict__' }),
  byte_append: (step) => ({ op: 'append', list: step.of, item: { literal: 0 } }),
  'gc.garbage.clear': () => ({ op: 'clear', of: 'gc.garbage' }),
  save_id: (step) => ({ op: 'id', of: step.of }),
  id_is: (step) => ({ op: 'id', of: step.of }),
};

/** The operation for a step, checked by the same schemas as a client's. */
export function toOperation(step: GcStep, process: Process): Operation {
  const decoded = decodeOperation(fieldsOf(step, process));
  if (!decoded.ok)
    throw new TypeError(`${step.op} is no operation: ${decoded.problem.path} ${decoded.problem.words.en}`);
  return decoded.operation;
}

function fieldsOf(step: GcStep, process: Process): Fields {
  return TRANSLATED[step.op]?.(step, process) ?? plain(step);
}

function plain(step: GcStep): Fields {
  const { python: _, expect: __, ...fields } = step;
  return fields;
}
