/** Which of its bases gives a class its layout (typeobject.c:best_base). */
import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';
import type { PyType } from './class-table.ts';

/** Exceptions that have more fields than BaseException (exceptions.c). */
const SOLID_EXCEPTIONS = new Set(
  'BaseException BaseExceptionGroup SystemExit StopIteration OSError ImportError SyntaxError UnicodeEncodeError UnicodeDecodeError UnicodeTranslateError'.split(
    ' ',
  ),
);

/** The class that gave a built-in one its layout. */
function solidBuiltin(type: PyType): PyType {
  if (!type.mro.some((one) => one.name === 'BaseException')) return type;
  return type.mro.find((one) => SOLID_EXCEPTIONS.has(one.name)) as PyType;
}

/** The built-in class whose layout instances have. */
export function bestBase(vm: Interpreter, bases: readonly PyType[]): PyType {
  const object = vm.classes.named('object');
  let best = object;
  for (const base of bases) {
    if (base.native === object || best.mro.includes(base.native)) continue;
    const [old, added] = [solidBuiltin(best), solidBuiltin(base.native)];
    if (best !== object && old.mro.includes(added) && !base.native.mro.includes(best)) continue;
    if (best !== object && !base.native.mro.includes(best) && !added.mro.includes(old)) {
      throw layoutConflict();
    }
    best = base.native;
  }
  return best;
}

/** `__base__` of a class with these bases: the first one whose layout all others share. */
export function winningBase(bases: readonly PyType[]): PyType {
  let winner = bases[0] as PyType;
  for (const base of bases.slice(1)) {
    const [solid, candidate] = [solidBase(winner), solidBase(base)];
    if (solid.mro.includes(candidate)) continue;
    if (!candidate.mro.includes(solid)) throw layoutConflict();
    winner = base;
  }
  return winner;
}

/** The class that gave this one its layout: itself where it has slots of its own (solid_base, extra_ivars). */
function solidBase(type: PyType): PyType {
  if (type.dict === 0 || type.bases.length === 0) return solidBuiltin(type);
  const own = (type.slots ?? []).filter((slot) => slot !== '__dict__' && slot !== '__weakref__');
  return own.length > 0 ? type : solidBase(winningBase(type.bases));
}

function layoutConflict(): PythonRaise {
  return new PythonRaise('TypeError', 'multiple bases have instance lay-out conflict');
}
