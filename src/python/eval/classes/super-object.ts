/** super(): attributes looked up behind a class in the mro of an object (typeobject.c:super_getattro). Fields | class | object | class of the object | */
import { PythonRaise } from '../../../objects/index.ts';
import { isMethodDescriptor } from '../calls/slot-wrappers.ts';
import type { Interpreter } from '../interpreter.ts';
import type { PyType } from './class-table.ts';

export interface SuperRequest {
  readonly owner: number;
  readonly self: number;
  readonly name: string;
  /** For a call: a method comes unbound, with self beside it. */
  readonly method: boolean;
}

export const SUPER_FIELDS = { TYPE: 0, OBJECT: 1, OBJECT_TYPE: 2 } as const;
const SUPER_BYTES = 56;

/** A super object of borrowed ones; `self` is 0 where it is bound to nothing. */
export function newSuper(vm: Interpreter, owner: number, self: number): number {
  const bound = self === 0 || vm.isNone(self) ? 0 : self;
  const type = bound === 0 ? 0 : superType(vm, vm.classes.forObject(owner) as PyType, bound).ref;
  const fields = [owner, bound, type].map((one) => (one === 0 ? 0 : vm.own(one)));
  return vm.newFields(vm.classes.named('super').info, SUPER_BYTES, fields);
}

/** LOAD_SUPER_ATTR specialised: without a super object. `push` gets the method and self, or an attribute and 0. */
export function superGet(
  vm: Interpreter,
  request: SuperRequest,
  push: (found: number, self: number) => void,
): void {
  const { owner, self, name } = request;
  const start = vm.classes.forObject(owner);
  if (start === undefined) throw new PythonRaise('TypeError', 'super() argument 1 must be a type');
  const type = superType(vm, start, self);
  const found = name === '__class__' ? 0 : vm.classes.lookupAfter(type, start, name);
  if (found === 0) return push(ownAttribute(vm, request), 0);
  const info = vm.heap.typeOf(found);
  const isMethod = info === vm.process.types.function || isMethodDescriptor(info.name);
  if (request.method && isMethod && vm.classes.forObject(self) === undefined) {
    vm.incref(found);
    return push(found, vm.own(self));
  }
  push(vm.descriptorGet(found, vm.classes.forObject(self) === type ? 0 : self, type), 0);
}

/** What only the super object itself has. */
function ownAttribute(vm: Interpreter, { owner, self, name }: SuperRequest): number {
  const made = newSuper(vm, owner, self);
  return vm.guard(made, () => vm.getAttr(made, name));
}

/** The class in whose mro the search goes on (supercheck). */
export function superType(vm: Interpreter, start: PyType, self: number): PyType {
  const asClass = vm.classes.forObject(self);
  if (asClass !== undefined && vm.isSubclass(asClass, start)) return asClass;
  const type = vm.classes.of(self);
  if (vm.isSubclass(type, start)) return type;
  throw new PythonRaise('TypeError', vm.words.superUnrelated(start.name, type.name));
}

/** super().name of a super object; 0 where only the super object itself can have it. */
export function superAttribute(vm: Interpreter, object: number, name: string): number {
  const start = vm.classes.forObject(vm.field(object, SUPER_FIELDS.TYPE)) as PyType;
  const self = vm.field(object, SUPER_FIELDS.OBJECT);
  if (self === 0) return 0;
  const type = vm.classes.forObject(vm.field(object, SUPER_FIELDS.OBJECT_TYPE)) as PyType;
  const found = name === '__class__' ? 0 : vm.classes.lookupAfter(type, start, name);
  return found === 0 ? 0 : vm.descriptorGet(found, vm.classes.forObject(self) === type ? 0 : self, type);
}
