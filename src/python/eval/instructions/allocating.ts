/**
 * Instructions that begin with an allocation: the collection that it starts, up to 3.11, is waited for where somebody watches lines, and the
 * instruction is begun again after it.
 */
import { AllocationTrial, type CollectionDue, type TypeInfo } from '../../../heap/index.ts';
import { Op } from '../../compile/opcodes.ts';
import { runSteps } from '../calls/waiting.ts';
import { collectionSteps } from '../frames/finalizing.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';

/** The instruction that is next, which runs alone, may be left for the collection that it starts. */
export function tryAllocating(vm: Interpreter): void {
  const { heap } = vm;
  heap.collector.trial?.end();
  if (!heap.collector.isDue) return;
  const types = firstAllocated(vm, vm.frame as Frame);
  if (types.length > 0) heap.collector.trial = new AllocationTrial(heap, types);
}

/** What the instruction allocates before it does anything else. */
function firstAllocated(vm: Interpreter, { runtime, ip, slots, sp }: Frame): readonly TypeInfo[] {
  const { list, tuple, dict, set } = vm.process.types;
  const arg = runtime.ops[ip * 2 + 1] as number;
  switch (runtime.ops[ip * 2]) {
    case Op.BUILD_LIST:
      return [list];
    case Op.BUILD_TUPLE:
      return [tuple];
    case Op.BUILD_MAP:
      return [dict];
    case Op.BUILD_SET:
      return [set];
    case Op.CALL: {
      const type = vm.classes.forObject(slots[sp - arg - 2] as number);
      return type === undefined || type.dict === 0 || type.metaclass !== null ? [] : [type.info, tuple];
    }
    default:
      return [];
  }
}

/** It has been left: the collection runs, and then the instruction again. What was thrown meanwhile, undefined for nothing. */
export function collectFirst(vm: Interpreter, { ref }: CollectionDue): unknown {
  const { heap } = vm;
  const frame = vm.frame as Frame;
  frame.ip--;
  vm.pace.takeBack();
  const again = (): void => {
    vm.lines.again = frame;
    heap.collector.trial = new AllocationTrial(heap, [], ref);
  };
  try {
    runSteps(vm, collectionSteps(vm, heap.collector.takeDue()), again);
    return undefined;
  } catch (error) {
    return error;
  }
}
