/**
 * Objects that only programs make: instances of their classes, a deque, a defaultdict, a subclass of list. Operations model the plain
 * built-in types and the classes that define_class made; of everything else the interpreter of the session knows what `x[key]`,
 * `x.name = y` and methods do, and it does them.
 */
import { KIND } from '../heap/index.ts';
import type { Process } from '../objects/index.ts';
import { interpreterOf } from '../python/index.ts';
import { noAttribute } from './statement.ts';

type Interpreter = NonNullable<ReturnType<typeof interpreterOf>>;

/** The interpreter, if this object is one of those; undefined if operations know it themselves, or no program has run. */
export function interpreterFor(process: Process, ref: number): Interpreter | undefined {
  const vm = interpreterOf(process);
  return vm === undefined || isOfOperations(process, vm, ref) ? undefined : vm;
}

function isOfOperations(process: Process, vm: Interpreter, ref: number): boolean {
  const { types } = process;
  const type = process.heap.typeOf(ref);
  if (type.kind === KIND.INSTANCE) return vm.adopted.has(process.classOf(ref));
  return (
    type === types.list ||
    type === types.dict ||
    type === types.tuple ||
    type === types.set ||
    type === types.frozenset
  );
}

/** `ref.name(...args())`, a new reference: the method is looked up before its arguments are. AttributeError where no program has run. */
export function callMethod(process: Process, ref: number, name: string, args: () => number[]): number {
  const vm = interpreterOf(process);
  if (vm === undefined) throw noAttribute(process, ref, name);
  const method = vm.getAttr(ref, name);
  return vm.guard(method, () => vm.call(method, args()));
}

/** The same as a statement: nobody wants what it gives. */
export function runMethod(process: Process, ref: number, name: string, args: () => number[]): void {
  process.heap.dropReference(callMethod(process, ref, name, args), 0);
}
