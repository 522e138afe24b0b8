/** super(): attributes looked up behind a class in the mro of an object (typeobject.c:super_getattro). Fields | class | object | class of the object | */
import { PythonRaise } from '../../../objects/index.ts';
import { isMethodDescriptor } from '../calls/slot-wrappers.ts';
import type { Steps } from '../calls/waiting.ts';
import type { Interpreter } from '../interpreter.ts';
import type { PyType } from './class-table.ts';
import { descriptorAsksPython, readSteps } from './descriptors.ts';

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

interface FoundBySuper {
  readonly found: number;
  /** 0: of the class itself. */
  readonly self: number;
  readonly type: PyType;
}

/** What super().name finds in a class; null where only the super object itself can have it. */
function foundBySuper(vm: Interpreter, object: number, name: string): FoundBySuper | null {
  const start = vm.classes.forObject(vm.field(object, SUPER_FIELDS.TYPE)) as PyType;
  const self = vm.field(object, SUPER_FIELDS.OBJECT);
  if (self === 0) return null;
  const type = vm.classes.forObject(vm.field(object, SUPER_FIELDS.OBJECT_TYPE)) as PyType;
  const found = name === '__class__' ? 0 : vm.classes.lookupAfter(type, start, name);
  return found === 0 ? null : { found, self: vm.classes.forObject(self) === type ? 0 : self, type };
}

/** super().name of a super object; 0 where only the super object itself can have it. */
export function superAttribute(vm: Interpreter, object: number, name: string): number {
  const known = foundBySuper(vm, object, name);
  return known === null ? 0 : vm.descriptorGet(known.found, known.self, known.type);
}

/** Does Python code answer, behind what it finds? */
export function asksBehindSuper(vm: Interpreter, object: number, name: string): boolean {
  const known = foundBySuper(vm, object, name);
  return known !== null && known.self !== 0 && descriptorAsksPython(vm, known.found);
}

/** superAttribute in steps, where it asks. */
export function* superSteps(vm: Interpreter, object: number, name: string): Steps {
  const { found, self, type } = foundBySuper(vm, object, name) as FoundBySuper;
  return yield* readSteps(vm, found, self, type);
}

/** The same without a super object (LOAD_SUPER_ATTR specialised); null: no Python code is asked. */
export function superReadSteps(vm: Interpreter, { owner, self, name }: SuperRequest): Steps | null {
  const start = vm.classes.forObject(owner);
  if (start === undefined || vm.classes.forObject(self) !== undefined) return null;
  const type = superType(vm, start, self);
  const found = name === '__class__' ? 0 : vm.classes.lookupAfter(type, start, name);
  return found === 0 || !descriptorAsksPython(vm, found) ? null : readSteps(vm, found, self, type);
}
