/** What a new class calls: `__set_name__` of what its body defined, `__init_subclass__` of its parent (typeobject.c). */
import { dictCopies, dicts } from '../../../objects/index.ts';
import { beforeNames, callSteps } from '../calls/call-steps.ts';
import { owning, type Steps } from '../calls/waiting.ts';
import { consuming, EXC, newException, Thrown } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Keywords } from '../native.ts';
import type { PyType } from './class-table.ts';
import { newSuper } from './super-object.ts';

/** Where one fails, the class goes; it holds itself in its method resolution order, and so stays for the collector. */
export function* hookSteps(vm: Interpreter, type: PyType, keywords: Keywords): Steps<void> {
  try {
    yield* afterwards(vm, type, keywords);
  } catch (error) {
    consuming(vm, [type.ref], () => {
      throw error;
    });
  }
}

/** `__set_name__` of what the body defined, `__classcell__`, `__classdictcell__`, `__init_subclass__` of the parent. */
function* afterwards(vm: Interpreter, type: PyType, keywords: Keywords): Steps<void> {
  const cell = vm.readDict(type.dict, '__classcell__');
  if (cell !== 0) {
    vm.setField(cell, 0, vm.own(type.ref));
    dicts.dictDelete(vm.process, type.dict, vm.process.internName('__classcell__'));
  }
  giveNamespace(vm, type);
  for (const name of ['__init_subclass__', '__class_getitem__']) {
    const found = vm.readDict(type.dict, name);
    if (found !== 0 && vm.heap.typeOf(found) === vm.process.types.function)
      vm.put(type.dict, name, vm.wrapCallable('classmethod', found));
  }
  const made = vm.readDict(type.dict, '__new__');
  if (made !== 0 && vm.heap.typeOf(made) === vm.process.types.function)
    vm.put(type.dict, '__new__', vm.wrapCallable('staticmethod', made));
  yield* setNames(vm, type);
  yield* initSubclass(vm, type, keywords);
}

/** What annotation scopes look names up in is the namespace that the class has from now on (type_new_set_classdictcell). */
function giveNamespace(vm: Interpreter, type: PyType): void {
  const cell = vm.readDict(type.dict, '__classdictcell__');
  if (cell === 0) return;
  vm.setField(cell, 0, vm.own(type.dict));
  dicts.dictDelete(vm.process, type.dict, vm.process.internName('__classdictcell__'));
}

/** `__set_name__` of the values in a copy of the namespace, so that it may change meanwhile (type_new_set_names). */
function* setNames(vm: Interpreter, type: PyType): Steps<void> {
  const names = dictCopies.copyDict(vm.process, type.dict);
  try {
    for (const [key, value] of vm.entries(names)) {
      const method = vm.special(value, '__set_name__');
      if (method === 0) continue;
      try {
        const bound = vm.bind(method, value);
        vm.decref(yield* owning(vm, [bound], callSteps(vm, bound, [type.ref, key])));
      } catch (error) {
        throw namingFailed(vm, error, { type, value, key });
      }
    }
  } finally {
    vm.decref(names);
  }
}

type Naming = { readonly type: PyType; readonly value: number; readonly key: number };

/** Up to 3.11 a RuntimeError because of what was raised; since then that itself, with a note. */
function namingFailed(vm: Interpreter, error: unknown, { type, value, key }: Naming): unknown {
  const raised = vm.caught(error);
  const words = `Error calling __set_name__ on '${vm.typeName(value)}' instance ${vm.repr(key)} in '${type.name}'`;
  return vm.guard(vm.newStr(words), (text) => {
    if (vm.rules.namingErrorsNoted) {
      vm.decref(vm.callMethod(raised, 'add_note', [text]));
      return new Thrown(raised);
    }
    const failure = newException(vm, vm.classes.named('RuntimeError'), [text]);
    vm.setField(failure, EXC.CAUSE, raised);
    vm.setField(failure, EXC.CONTEXT, vm.own(raised));
    vm.heap.setPayload(failure, { suppress: true });
    return new Thrown(failure);
  });
}

/** super(cls, cls).__init_subclass__(**keywords) (type_new_init_subclass). */
function* initSubclass(vm: Interpreter, type: PyType, keywords: Keywords): Steps<void> {
  const args = vm.rules.superTakesTuple ? vm.newTuple([type.ref, type.ref]) : 0;
  const object = newSuper(vm, type.ref, type.ref);
  if (args !== 0) vm.decref(args);
  const bound = vm.guard(object, () => {
    const hook = vm.classes.lookupAfter(type, type, '__init_subclass__');
    return hook === 0 ? 0 : vm.descriptorGet(hook, 0, type);
  });
  if (bound === 0) return;
  const call = beforeNames(vm, keywords, callSteps(vm, bound, [], keywords));
  vm.decref(yield* owning(vm, [bound], call));
}
