/** BaseExceptionGroup and ExceptionGroup (exceptions.c, 3.11). */
import { PythonRaise } from '../../../objects/index.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import {
  callGroup,
  exceptionClasses,
  GROUP,
  splitGroup,
  type Wanted,
} from '../../eval/exceptions/exception-groups.ts';
import { isException, newException, whatCSees } from '../../eval/exceptions/raise.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native, type TypeDefinition } from '../../eval/native.ts';
import { packedUpTo } from '../arguments.ts';
import { isCallable } from './callable-iterator.ts';
import { CLASS_GET_ITEM } from './generic-alias.ts';
import { tupleFrom } from './list-fill.ts';

type Args = readonly number[];

/** The class of a group of these exceptions: one that is no Exception can only be in a group that is none. */
function groupClass(vm: Interpreter, called: PyType, exceptions: Args): PyType {
  const [base, plain, group] = ['BaseExceptionGroup', 'Exception', 'ExceptionGroup'].map((name) =>
    vm.classes.named(name),
  ) as [PyType, PyType, PyType];
  const allPlain = exceptions.every((one) => vm.isSubclass(vm.classes.of(one), plain));
  if (called === base) return allPlain ? group : called;
  if (allPlain || !vm.isSubclass(called, plain)) return called;
  const where = called === group ? 'an ExceptionGroup' : `'${called.name}'`;
  throw whatCSees(vm, new PythonRaise('TypeError', `Cannot nest BaseExceptions in ${where}`));
}

function construct(vm: Interpreter, [ofClass = 0, ...given]: Args): number {
  const tuple = vm.takeTuple();
  const [message = 0, sequence = 0] = given;
  if (given.length !== 2)
    throw new PythonRaise(
      'TypeError',
      `BaseExceptionGroup.__new__() takes exactly 2 arguments (${given.length} given)`,
    );
  if (!vm.isStr(message))
    throw new PythonRaise(
      'TypeError',
      `BaseExceptionGroup.__new__() argument 1 must be str, not ${vm.typeName(message)}`,
    );
  const exceptions = exceptionsIn(vm, sequence);
  return vm.guard(exceptions, () => {
    const called = vm.classes.forObject(ofClass) as PyType;
    const type = groupClass(vm, called, vm.items(exceptions));
    const made = newException(vm, type, given, tuple);
    vm.setField(made, GROUP.MESSAGE, vm.own(message));
    vm.setField(made, GROUP.EXCEPTIONS, vm.own(exceptions));
    return made;
  });
}

/** A tuple of them, checked. */
function exceptionsIn(vm: Interpreter, sequence: number): number {
  if (!isSequence(vm, sequence))
    throw new PythonRaise('TypeError', 'second argument (exceptions) must be a sequence');
  const tuple = tupleFrom(vm, sequence);
  try {
    const items = vm.items(tuple);
    if (items.length === 0)
      throw new PythonRaise('ValueError', 'second argument (exceptions) must be a non-empty sequence');
    const wrong = items.findIndex((one) => !isException(vm, one));
    if (wrong >= 0)
      throw new PythonRaise(
        'ValueError',
        `Item ${wrong} of second argument (exceptions) is not an exception`,
      );
    return tuple;
  } catch (error) {
    const raised = whatCSees(vm, error);
    vm.decref(tuple);
    throw raised;
  }
}

function isSequence(vm: Interpreter, ref: number): boolean {
  if (vm.isList(ref) || vm.isTuple(ref) || vm.isStr(ref) || vm.isBytes(ref)) return true;
  return !vm.isDict(ref) && vm.classes.lookup(vm.classes.of(ref), '__getitem__') !== 0;
}

/** What split and subgroup are asked for: classes, or a function that is asked about each exception. */
function condition(vm: Interpreter, wanted: number): Wanted {
  const classes = exceptionClasses(vm, wanted);
  if (classes !== null) return (exception) => classes.some((one) => vm.isInstance(exception, one));
  const { groupCondition } = vm.words;
  if (!isCallable(vm, wanted) || vm.isClass(wanted)) throw new PythonRaise('TypeError', groupCondition);
  return (exception) => {
    const answer = vm.call(wanted, [exception]);
    return vm.guard(answer, () => vm.truth(answer));
  };
}

function split(vm: Interpreter, [self = 0, wanted = 0]: Args): number {
  const { match, rest } = splitGroup(vm, self, condition(vm, wanted), true);
  return vm.tupleOf([match || vm.none(), rest || vm.none()]);
}

function text(vm: Interpreter, [self = 0]: Args): number {
  const count = vm.listSize(vm.field(self, GROUP.EXCEPTIONS));
  const message = vm.text(vm.field(self, GROUP.MESSAGE));
  return vm.newStr(`${message} (${count} sub-exception${count > 1 ? 's' : ''})`);
}

export const EXCEPTION_GROUP: TypeDefinition = {
  name: 'BaseExceptionGroup',
  construct: native(construct, {
    args: [0, Number.MAX_SAFE_INTEGER],
    anyKeywords: true,
    initKeywords: () => [],
    throughTuple: true,
  }),
  methods: {
    __str__: native(text),
    derive: native(
      packedUpTo(12, (vm, [self = 0, exceptions = 0]) =>
        callGroup(vm, vm.field(self, GROUP.MESSAGE), exceptions),
      ),
      { args: [1, 1] },
    ),
    split: native(packedUpTo(12, split), { args: [1, 1] }),
    subgroup: native(
      packedUpTo(
        12,
        (vm, [self = 0, wanted = 0]) => splitGroup(vm, self, condition(vm, wanted), false).match || vm.none(),
      ),
      { args: [1, 1] },
    ),
  },
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  getsets: {
    message: { get: (vm, self) => vm.own(vm.field(self, GROUP.MESSAGE)), member: true },
    exceptions: { get: (vm, self) => vm.own(vm.field(self, GROUP.EXCEPTIONS)), member: true },
  },
};
