/**
 * Runs the instructions of the frame on top, one after another, until the frame that entered it ends (_PyEval_EvalFrameDefault).
 * What loops are made of is run here, for the types that loops work on; everything else is a handler's (handlers.ts). Its cases are
 * numbers, which the compiler checks: of names, V8 makes a chain of comparisons until it optimises for the last time.
 * `ip` and `sp` are kept beside the frame and written through at once; a handler may move both. Always: a slot at or above `sp` is 0.
 */
import * as heapRoom from '../../../heap/index.ts';
import { Op, type OpCodes } from '../../compile/opcodes.ts';
import * as finalizing from '../frames/finalizing.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { HANDLERS, type Handler } from './handlers.ts';
import * as packedCode from './packed-code.ts';
import * as arithmetic from './quick-arithmetic.ts';
import * as attributes from './quick-attributes.ts';
import * as calls from './quick-calls.ts';
import * as names from './quick-names.ts';
import * as natives from './quick-natives.ts';
import * as ranges from './quick-ranges.ts';
import * as values from './quick-values.ts';
import { jumpsBack } from './warmth.ts';

// Local copies are folded into the machine code; what is imported is loaded, and compared with what it was, at every use.
const { IMMORTAL, REFCNT } = heapRoom;
const { HALF_BITS, HALF_MASK, OP_BITS, OP_MASK } = packedCode;
const { LOAD_NAME, POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE } = Op;
const { STORE_FAST, FOR_ITER_STORE_FAST, LOAD_FAST_BINARY_OP, LOAD_FAST_LOAD_FAST_BINARY_OP } = Op;
const { collectionWaits, waitsAfter, waitsFor } = finalizing;
const { quickBinary, quickCompare } = arithmetic;
const { quickLoadAttr, quickLoadMethod, quickStoreAttr } = attributes;
const { quickCall, quickReturn, skipResume } = calls;
const { quickGlobal, quickStoreGlobal } = names;
const { quickLoop, quickNext, quickNextPushed } = ranges;
const { quickDirect } = natives;
const { appendItem, isOp, quickItem, quickTruth } = values;

/** What `dispatch` answers when the program is to pause. */
export const PAUSED = -1;

/** What `runGranted` answers when the instructions that were granted have run. */
const SPENT = -2;

export function dispatch(vm: Interpreter): number {
  for (;;) {
    const result = runGranted(vm);
    if (result !== SPENT) return result;
    if (vm.refuel()) return PAUSED;
  }
}

// oxlint-disable-next-line max-lines-per-function -- one switch: the machine code keeps its locals in registers
function runGranted(vm: Interpreter): number {
  const { heap } = vm;
  frames: for (;;) {
    const frame = vm.frame as Frame;
    const { slots } = frame;
    const { packed, consts } = frame.runtime;
    let { ip, sp } = frame;
    for (;;) {
      const word = packed[ip] as number;
      const op = word & OP_MASK;
      const arg = word >>> OP_BITS;
      if (--vm.fuel < 0) return SPENT;
      frame.ip = ++ip;
      switch (op) {
        case 0 satisfies OpCodes['LOAD_FAST']: {
          const value = slots[arg] as number;
          if (value === 0) vm.unboundLocal(frame, arg);
          const { words } = heap;
          const count = words[value + REFCNT] as number;
          if (count < IMMORTAL) words[value + REFCNT] = count + 1;
          slots[sp] = value;
          frame.sp = ++sp;
          continue;
        }
        case 1 satisfies OpCodes['LOAD_FAST_LOAD_FAST']: {
          const first = slots[arg & HALF_MASK] as number;
          const second = slots[arg >> HALF_BITS] as number;
          if (first === 0) vm.unboundLocal(frame, arg & HALF_MASK);
          frame.ip = ++ip;
          vm.fuel--;
          const { words } = heap;
          let count = words[first + REFCNT] as number;
          if (count < IMMORTAL) words[first + REFCNT] = count + 1;
          slots[sp] = first;
          frame.sp = ++sp;
          if (second === 0) vm.unboundLocal(frame, arg >> HALF_BITS);
          count = words[second + REFCNT] as number;
          if (count < IMMORTAL) words[second + REFCNT] = count + 1;
          slots[sp] = second;
          frame.sp = ++sp;
          continue;
        }
        case 2 satisfies OpCodes['LOAD_FAST_LOAD_CONST']: {
          const first = slots[arg & HALF_MASK] as number;
          const second = consts[arg >> HALF_BITS] as number;
          if (first === 0) vm.unboundLocal(frame, arg & HALF_MASK);
          frame.ip = ++ip;
          vm.fuel--;
          const { words } = heap;
          let count = words[first + REFCNT] as number;
          if (count < IMMORTAL) words[first + REFCNT] = count + 1;
          count = words[second + REFCNT] as number;
          if (count < IMMORTAL) words[second + REFCNT] = count + 1;
          slots[sp] = first;
          slots[sp + 1] = second;
          sp += 2;
          frame.sp = sp;
          continue;
        }
        case 3 satisfies OpCodes['LOAD_CONST']: {
          const value = consts[arg] as number;
          const { words } = heap;
          const count = words[value + REFCNT] as number;
          if (count < IMMORTAL) words[value + REFCNT] = count + 1;
          slots[sp] = value;
          frame.sp = ++sp;
          continue;
        }
        case 4 satisfies OpCodes['STORE_FAST']: {
          frame.sp = --sp;
          const old = slots[arg] as number;
          slots[arg] = slots[sp] as number;
          slots[sp] = 0;
          if (old !== 0 && waitsFor(vm, old)) continue frames;
          continue;
        }
        case 5 satisfies OpCodes['BINARY_OP']:
        case 6 satisfies OpCodes['INPLACE_OP']: {
          const a = slots[sp - 2] as number;
          const b = slots[sp - 1] as number;
          const result = quickBinary(vm, a, b, arg, a);
          if (result === 0) break;
          frame.sp = --sp;
          slots[sp] = 0;
          slots[sp - 1] = Math.abs(result);
          if (result > 0) heap.decref(a);
          heap.decref(b);
          continue;
        }
        case 7 satisfies OpCodes['COMPARE_OP']: {
          const a = slots[sp - 2] as number;
          const b = slots[sp - 1] as number;
          const answer = quickCompare(vm, a, b, arg);
          if (answer < 0) break;
          // A jump that follows needs no object for the answer; a bool comes and goes without a trace.
          const next = packed[ip] as number;
          const jump = next & OP_MASK;
          const jumps = jump === POP_JUMP_IF_FALSE || jump === POP_JUMP_IF_TRUE;
          sp -= jumps ? 2 : 1;
          frame.sp = sp;
          slots[sp] = 0;
          if (jumps) {
            slots[sp + 1] = 0;
            vm.fuel--;
            const taken = (answer === 1) === (jump === POP_JUMP_IF_TRUE);
            ip = taken ? next >>> OP_BITS : ip + 1;
          } else slots[sp - 1] = vm.bool(answer === 1);
          heap.decref(a);
          heap.decref(b);
          frame.ip = ip;
          continue;
        }
        case 8 satisfies OpCodes['LOAD_NAME']:
        case 9 satisfies OpCodes['LOAD_GLOBAL']: {
          const value = op === LOAD_NAME && frame.locals !== 0 ? 0 : quickGlobal(vm, frame, arg, ip);
          if (value === 0) break;
          heap.incref(value);
          slots[sp] = value;
          frame.sp = ++sp;
          continue;
        }
        case 10 satisfies OpCodes['STORE_NAME']: {
          if (frame.locals !== 0) break;
          const value = slots[--sp] as number;
          frame.sp = sp;
          slots[sp] = 0;
          quickStoreGlobal(vm, frame, arg, value, ip);
          if (waitsAfter(vm, value, 0)) continue frames;
          continue;
        }
        case 11 satisfies OpCodes['LOAD_ATTR']: {
          const object = slots[sp - 1] as number;
          const value = quickLoadAttr(vm, frame, object, arg, ip);
          if (value === 0) break;
          heap.incref(value);
          slots[sp - 1] = value;
          if (waitsFor(vm, object)) continue frames;
          continue;
        }
        case 12 satisfies OpCodes['LOAD_METHOD']: {
          const object = slots[sp - 1] as number;
          const method = quickLoadMethod(vm, frame, object, arg, ip);
          if (method === 0) break;
          heap.incref(method);
          slots[sp - 1] = method;
          slots[sp] = object;
          frame.sp = ++sp;
          continue;
        }
        case 13 satisfies OpCodes['STORE_ATTR']: {
          const object = slots[sp - 1] as number;
          const value = slots[sp - 2] as number;
          if (!quickStoreAttr(vm, frame, object, value, arg, ip)) break;
          slots[sp - 1] = 0;
          slots[sp - 2] = 0;
          sp -= 2;
          frame.sp = sp;
          if (waitsAfter(vm, value, object)) continue frames;
          continue;
        }
        case 14 satisfies OpCodes['CALL']:
          if (!quickCall(vm, frame, arg)) {
            if (!quickDirect(vm, frame, arg)) break;
          } else if (!vm.checks && vm.fuel > 0) skipResume(vm);
          continue frames;
        case 15 satisfies OpCodes['POP_TOP']: {
          frame.sp = --sp;
          const value = slots[sp] as number;
          slots[sp] = 0;
          if (value > 0 && waitsFor(vm, value)) continue frames;
          continue;
        }
        case 16 satisfies OpCodes['POP_JUMP_IF_FALSE']:
        case 17 satisfies OpCodes['POP_JUMP_IF_TRUE']: {
          const value = slots[sp - 1] as number;
          const truth = quickTruth(vm, value);
          if (truth < 0) break;
          frame.sp = --sp;
          slots[sp] = 0;
          if ((truth === 1) === (op === POP_JUMP_IF_TRUE)) frame.ip = ip = arg;
          heap.decref(value);
          continue;
        }
        case 18 satisfies OpCodes['IS_OP']:
          isOp(vm, frame, arg);
          sp--;
          continue;
        case 19 satisfies OpCodes['BINARY_SUBSCR']: {
          const sequence = slots[sp - 2] as number;
          const key = slots[sp - 1] as number;
          const item = quickItem(vm, sequence, key);
          if (item === 0) break;
          heap.incref(item);
          frame.sp = --sp;
          slots[sp] = 0;
          slots[sp - 1] = item;
          heap.decref(sequence);
          heap.decref(key);
          continue;
        }
        case 20 satisfies OpCodes['LIST_APPEND']:
          appendItem(vm, frame, arg);
          sp--;
          continue;
        case 21 satisfies OpCodes['FOR_ITER']:
          if (!quickNextPushed(vm, frame)) break;
          sp++;
          continue;
        case 22 satisfies OpCodes['PUSH_NULL']:
          slots[sp] = 0;
          frame.sp = ++sp;
          continue;
        case 23 satisfies OpCodes['RESUME']:
          if (frame.runtime.untilWarm > 0) frame.runtime.untilWarm--;
          if (vm.checks && arg < 2 && collectionWaits(vm)) continue frames;
          continue;
        case 24 satisfies OpCodes['JUMP_FORWARD']:
          frame.ip = ip = arg;
          continue;
        case 25 satisfies OpCodes['JUMP_BACKWARD']:
          if (frame.runtime.untilWarm > 0) jumpsBack(frame);
          frame.ip = ip = arg;
          if (vm.checks && collectionWaits(vm)) continue frames;
          if (((packed[ip] as number) & OP_MASK) === FOR_ITER_STORE_FAST && quickLoop(vm, frame, ip)) ip += 2;
          continue;
        case 26 satisfies OpCodes['RETURN_VALUE']: {
          const value = slots[--sp] as number;
          frame.sp = sp;
          slots[sp] = 0;
          if (!quickReturn(vm, frame, value) && vm.returnFrom(frame, value)) return vm.result;
          continue frames;
        }
        case 27 satisfies OpCodes['RETURN_GENERATOR']:
          if (vm.returnGenerator(frame)) return vm.result;
          continue frames;
        case 28 satisfies OpCodes['YIELD_VALUE']:
          if (vm.yieldFrom(frame)) return vm.result;
          continue frames;
        case 29 satisfies OpCodes['LOAD_FAST_BINARY_OP']:
        case 30 satisfies OpCodes['LOAD_CONST_BINARY_OP']: {
          const a = slots[sp - 1] as number;
          const b = (op === LOAD_FAST_BINARY_OP ? slots[arg] : consts[arg]) as number;
          const result = b === 0 ? 0 : quickBinary(vm, a, b, (packed[ip] as number) >>> OP_BITS, a);
          if (result === 0) break;
          frame.ip = ++ip;
          vm.fuel--;
          slots[sp - 1] = Math.abs(result);
          if (result > 0) heap.decref(a);
          continue;
        }
        case 31 satisfies OpCodes['LOAD_FAST_LOAD_FAST_BINARY_OP']:
        case 32 satisfies OpCodes['LOAD_FAST_LOAD_CONST_BINARY_OP']: {
          const a = slots[arg & HALF_MASK] as number;
          const b = (
            op === LOAD_FAST_LOAD_FAST_BINARY_OP ? slots[arg >> HALF_BITS] : consts[arg >> HALF_BITS]
          ) as number;
          const operator = (packed[ip + 1] as number) >>> OP_BITS;
          // Where the result is stored at once, the variable's old value ends.
          const next = packed[ip + 2] as number;
          const stores = (next & OP_MASK) === STORE_FAST && vm.fuel > 2;
          const old = stores ? (slots[next >>> OP_BITS] as number) : 0;
          const result = a === 0 || b === 0 ? 0 : quickBinary(vm, a, b, operator, old);
          if (result === 0) break;
          ip += 2;
          vm.fuel -= 2;
          if (stores) {
            ip++;
            vm.fuel--;
            slots[next >>> OP_BITS] = Math.abs(result);
          } else {
            slots[sp] = result;
            frame.sp = ++sp;
          }
          frame.ip = ip;
          if (old !== 0 && result > 0) heap.decref(old);
          continue;
        }
        case 33 satisfies OpCodes['FOR_ITER_STORE_FAST']:
          if (quickNext(vm, frame, ip - 1)) ip++;
          else if (quickNextPushed(vm, frame)) sp++;
          else break;
          continue;
        case 34 satisfies OpCodes['LOAD_FAST_LOAD_ATTR']: {
          const object = slots[arg] as number;
          if (object === 0) break;
          const value = quickLoadAttr(vm, frame, object, (packed[ip] as number) >>> OP_BITS, ip + 1);
          if (value === 0) break;
          frame.ip = ++ip;
          vm.fuel--;
          heap.incref(value);
          slots[sp] = value;
          frame.sp = ++sp;
          continue;
        }
        case 35 satisfies OpCodes['LOAD_FAST_STORE_ATTR']: {
          const object = slots[arg] as number;
          const value = slots[sp - 1] as number;
          if (object === 0) break;
          heap.incref(object);
          slots[sp] = object;
          frame.sp = ++sp;
          frame.ip = ip + 1;
          if (!quickStoreAttr(vm, frame, object, value, (packed[ip] as number) >>> OP_BITS, ip + 1)) {
            frame.ip = ip;
            continue;
          }
          ip++;
          vm.fuel--;
          sp -= 2;
          slots[sp + 1] = 0;
          slots[sp] = 0;
          frame.sp = sp;
          if (waitsAfter(vm, value, object)) continue frames;
          continue;
        }
        case 36 satisfies OpCodes['LOAD_FAST_LOAD_METHOD']: {
          const object = slots[arg] as number;
          if (object === 0) break;
          const method = quickLoadMethod(vm, frame, object, (packed[ip] as number) >>> OP_BITS, ip + 1);
          if (method === 0) break;
          frame.ip = ++ip;
          vm.fuel--;
          heap.incref(method);
          heap.incref(object);
          slots[sp] = method;
          slots[sp + 1] = object;
          sp += 2;
          frame.sp = sp;
          continue;
        }
        case 37 satisfies OpCodes['LOAD_CONST_RETURN_VALUE']: {
          const value = consts[arg] as number;
          frame.ip = ++ip;
          vm.fuel--;
          heap.incref(value);
          if (!quickReturn(vm, frame, value) && vm.returnFrom(frame, value)) return vm.result;
          continue frames;
        }
        default:
      }
      (HANDLERS[op] as Handler)(vm, frame, arg);
      ({ ip, sp } = frame);
      // The handler may have left this frame, or put another one on top of it.
      if (vm.frame !== frame) break;
    }
  }
}
