/** The names in code objects: interned before the code runs, and from 3.12 on immortal (codeobject.c:intern_strings). */
import { META, OUTSIDE } from '../../../heap/index.ts';
import { type Process, strings } from '../../../objects/index.ts';
import type { CodeObject } from '../../compile/code-object.ts';

/** co_name, co_names and the names of the variables. */
function namesOf({ name, names, varNames, cellVars, freeVars }: CodeObject): string[] {
  return [name, ...names, ...varNames, ...cellVars, ...freeVars];
}

/** Of code that was there before the program began, as its constants were: its names come from outside. */
export function internNames({ shared }: Process, code: CodeObject): void {
  for (const one of namesOf(code)) shared.nameInCode(one);
}

/** A new str that is the interned one of its text from now on. */
export function newInterned(process: Process, text: string): number {
  const made = strings.newFreshStr(process, text);
  process.heap.decref(process.shared.intern(made));
  return made;
}

/**
 * New references to the names of a code object that is compiled while the program runs: which nobody has interned yet take memory. What
 * comes from outside needs nobody who holds it.
 */
export function holdNames(process: Process, code: CodeObject): readonly number[] {
  const { heap, shared } = process;
  const held: number[] = [];
  for (const text of namesOf(code)) {
    if (text.length > 1 && !shared.isTaken(text)) {
      held.push(newInterned(process, text));
      shared.nameInCode(text);
      continue;
    }
    const name = shared.nameInCode(text);
    if (((heap.words[name + META] as number) & OUTSIDE) !== 0) continue;
    heap.incref(name);
    held.push(name);
  }
  return held;
}
