/** What several statements have in common: receivers of methods, their errors, and call sites that specialise. */
import { KIND } from '../heap/index.ts';
import { type Process, type PythonFunction, PythonRaise, typeLabel } from '../objects/index.ts';

/** A place in the code that calls `list.append`. */
export interface CallSite {
  /** After the call: the first execution looks for a waiting collection, later ones are specialised and do not. */
  listAppend(): void;
}

/**
 * 3.12+: a CALL instruction specialises when it runs for the second time, and CALL_LIST_APPEND does not look at the eval
 * breaker (bytecodes.c; adaptive_counter_warmup).
 */
export function noteCallSite(process: Process): CallSite {
  let warm = false;
  return {
    listAppend() {
      if (!warm) process.check();
      warm = true;
    },
  };
}

export function noAttribute(process: Process, ref: number, name: string): PythonRaise {
  return new PythonRaise('AttributeError', `'${typeLabel(process, ref)}' object has no attribute '${name}'`);
}

/** An object whose attributes can be stored: an instance. */
export function attributeTarget(process: Process, ref: number, name: string): number {
  const type = process.heap.typeOf(ref);
  if (type.kind === KIND.INSTANCE) return ref;
  const suffix = process.profile.messages.noDictSuffix;
  throw new PythonRaise(
    'AttributeError',
    `'${typeLabel(process, ref)}' object has no attribute '${name}'${suffix}`,
  );
}

/** TypeError of a call with the wrong number of arguments (ceval.c:too_many_positional, missing_arguments). */
export function argumentCountError(called: PythonFunction, given: number): PythonRaise {
  const { name, parameters } = called;
  if (given > parameters.length) {
    const takes = `${parameters.length} positional argument${parameters.length === 1 ? '' : 's'}`;
    return new PythonRaise(
      'TypeError',
      `${name}() takes ${takes} but ${given} ${given === 1 ? 'was' : 'were'} given`,
    );
  }
  const missing = parameters.slice(given).map((one) => `'${one}'`);
  const last = missing.pop() as string;
  const listed =
    missing.length === 0 ? last : `${missing.join(', ')}${missing.length > 1 ? ',' : ''} and ${last}`;
  const count = missing.length + 1;
  return new PythonRaise(
    'TypeError',
    `${name}() missing ${count} required positional argument${count === 1 ? '' : 's'}: ${listed}`,
  );
}
