/** o.__class__ = cls and o.__dict__ = dict (typeobject.c:object_set_class, subtype_setdict). */
import { ANNEX_DICT, KIND } from '../../../heap/index.ts';
import { instanceStates, PythonRaise } from '../../../objects/index.ts';
import { checkAssignable } from '../../builtins/types/assignable.ts';
import type { Interpreter } from '../interpreter.ts';
import { attributeDict } from './attributes.ts';
import { dictField, keepsAttributes } from './own-dicts.ts';

export function setClass(vm: Interpreter, self: number, value: number): void {
  const wanted = vm.classes.forObject(value);
  if (wanted === undefined)
    throw new PythonRaise(
      'TypeError',
      `__class__ must be set to a class, not '${vm.typeName(value)}' object`,
    );
  const old = vm.typeOf(self);
  if (old.dict === 0 || wanted.dict === 0)
    throw new PythonRaise(
      'TypeError',
      `__class__ assignment only supported for ${vm.words.changeableClasses} or ModuleType subclasses`,
    );
  checkAssignable(vm, { attribute: '__class__', old, wanted });
  if (vm.heap.typeOf(self).kind === KIND.INSTANCE)
    instanceStates.exchangeClass(vm.process, self, wanted.info);
  else vm.heap.retype(self, wanted.info);
}

export function keepClass(): never {
  throw new PythonRaise('TypeError', "can't delete __class__ attribute");
}

export function setDict(vm: Interpreter, self: number, value: number): void {
  if (vm.rules.settingMakesDict && vm.typeOf(self).layout?.hasDict === true)
    vm.decref(attributeDict(vm, self));
  if (!vm.isDict(value))
    throw new PythonRaise('TypeError', `__dict__ must be set to a dictionary, not a '${vm.typeName(value)}'`);
  replaceDict(vm, self, value);
}

/** The borrowed dict becomes the object's; 0: it has none until it needs one. */
export function replaceDict(vm: Interpreter, self: number, dict: number): void {
  const type = vm.typeOf(self);
  if (type.layout !== null && vm.heap.typeOf(self).kind === KIND.INSTANCE && type.layout.hasDict)
    return instanceStates.exchangeDict(vm.process, self, dict);
  if (!keepsAttributes(vm, type))
    throw new PythonRaise(
      'AttributeError',
      `'${type.name}' object has no attribute '__dict__'${vm.process.profile.messages.noDictSuffix}`,
    );
  const own = dict === 0 ? 0 : vm.own(dict);
  const place = dictField(vm, type.native);
  if (place >= 0) return vm.setField(self, place, own);
  const { refs } = vm.heap.annexes.ensure(self);
  const old = refs[ANNEX_DICT] ?? 0;
  refs[ANNEX_DICT] = own;
  if (old !== 0) vm.decref(old);
}
