/** What an AttributeError tells of the attribute that was asked for, from 3.10 on (object.c:PyObject_GetAttr, _PyObject_SetAttributeErrorContext). */
import { PythonRaise } from '../../../objects/index.ts';
import { soughtName } from '../classes/method-cache.ts';
import type { Interpreter } from '../interpreter.ts';
import { ATTRIBUTE_ERROR } from './exception-fields.ts';
import { isThrownOf, Thrown } from './raise.ts';

/** What reading an attribute has thrown: an AttributeError that tells of nothing yet tells of this one, whoever raised it. */
export function aboutAttribute(vm: Interpreter, error: unknown, ref: number, name: string): unknown {
  if (!vm.rules.errorsKeepNames) return error;
  if (error instanceof PythonRaise) {
    if (error.exception === 'AttributeError' && !vm.raiseSubjects.has(error)) vm.about(error, name, ref);
    return error;
  }
  if (!(error instanceof Thrown) || !isThrownOf(vm, error, 'AttributeError')) return error;
  const { exception } = error;
  const { NAME, OBJ } = ATTRIBUTE_ERROR;
  if (vm.field(exception, NAME) !== 0 || vm.field(exception, OBJ) !== 0) return error;
  vm.setField(exception, NAME, soughtName(vm, name));
  vm.setField(exception, OBJ, vm.own(ref));
  return error;
}

/**
 * Is it the AttributeError that `__getattr__` is called instead of, and which is gone then? Where it keeps its name it has been an object,
 * unless nobody raised it (3.12: _PyObject_GenericTryGetAttr).
 */
export function isAbsent(vm: Interpreter, error: unknown): boolean {
  const isMade =
    vm.rules.absentAttributesRaise && error instanceof PythonRaise && error.exception === 'AttributeError';
  return vm.catches(isMade ? new Thrown(vm.caught(error)) : error, 'AttributeError');
}
