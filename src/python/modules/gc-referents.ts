/**
 * gc.get_referents: what tp_traverse visits, in CPython's order. Most objects keep on the heap exactly what is visited; generators and
 * frames (gen_traverse, frame_traverse, _PyFrame_Traverse) also hold what lies outside of what a program can let go: code, names, builtins.
 */
import { ANNEX_DICT, B, traverse } from '../../heap/index.ts';
import { METHOD_DESCRIPTOR_NAMES, ownerOf } from '../builtins/types/builtin-functions.ts';
import { CodeFlag } from '../compile/code-object.ts';
import { handledIn } from '../eval/exceptions/handled.ts';
import type { CodeRuntime } from '../eval/frames/code-runtime.ts';
import {
  FRAME_BACK,
  FRAME_FUNC,
  FRAME_LOCALS,
  FRAME_SLOTS,
  type Frame,
  frameObject,
} from '../eval/frames/frame.ts';
import { isResumable } from '../eval/frames/generators.ts';
import type { Interpreter } from '../eval/interpreter.ts';

/** A function's code and globals come before the builtins, which are from outside as every name's last scope (func_traverse). */
const AFTER_GLOBALS = 2;

/** By type, the fields that are visited, in this order (wrapper_traverse, super_traverse, descr_traverse). */
const VISITED: { readonly [type: string]: readonly number[] } = {
  'method-wrapper': [1, 0],
  super: [1, 0, 2],
  member_descriptor: [1],
  getset_descriptor: [1],
};

/** What typing has in C: a name, which is not visited, stands before everything else (typevar_traverse and its kin). */
const NAMED: ReadonlySet<string> = new Set(['TypeVar', 'ParamSpec', 'TypeVarTuple', 'TypeAliasType']);

/** The class, where it is a heap type, before the fields; the attributes last. */
function withoutName(vm: Interpreter, ref: number): readonly number[] {
  const fields = keptOnHeap(vm, ref);
  const dict = vm.heap.annexes.of(ref)?.refs[ANNEX_DICT] ?? 0;
  const name = fields.indexOf(vm.field(ref, 0));
  const others = fields.filter((one, at) => at !== name && one !== dict);
  return present([...others, dict]);
}

/** Borrowed. */
export function referentsOf(vm: Interpreter, ref: number): readonly number[] {
  if (!vm.heap.typeOf(ref).gc) return [];
  const { name } = vm.infoOf(ref);
  if (isResumable({ name })) return generatorParts(vm, ref);
  if (name === 'frame') return frameParts(vm, ref);
  if (METHOD_DESCRIPTOR_NAMES.includes(name)) return [ownerOf(vm, ref)];
  if (name === 'methodcaller')
    return present(
      vm.rules.methodcallerVisits.map((at) => (at === 'class' ? vm.typeOf(ref).ref : vm.field(ref, at))),
    );
  const order = VISITED[name];
  if (order !== undefined) return present(order.map((at) => vm.field(ref, at)));
  if (NAMED.has(name)) return withoutName(vm, ref);
  const kept = keptOnHeap(vm, ref);
  if (name === 'builtin_function_or_method') return [...kept, ...moduleNames(vm, kept)];
  if (name !== 'function' || !vm.rules.functionsHoldBuiltins) return kept;
  return [...kept.slice(0, AFTER_GLOBALS), vm.builtinsDict, ...kept.slice(AFTER_GLOBALS)];
}

function keptOnHeap(vm: Interpreter, ref: number): number[] {
  const found: number[] = [];
  traverse(vm.heap, ref, (one) => found.push(one));
  return found;
}

/** A function of a module also holds the module's name (m_module). */
function moduleNames(vm: Interpreter, kept: readonly number[]): number[] {
  return kept
    .filter((one) => vm.infoOf(one).name === 'module')
    .map((module) => vm.readDict(vm.field(module, 0), '__name__'));
}

function generatorParts(vm: Interpreter, generator: number): number[] {
  const { code: id } = vm.heap.payload(generator) as { code: number };
  const { code, ref } = vm.codes.all[id] as CodeRuntime;
  const frame = vm.generatorFrames.get(generator) ?? vm.closedFrames.get(generator);
  // Closed before it began, with a frame that nobody looked at.
  const [func, ...slots] = keptOnHeap(vm, generator);
  const left = func === undefined ? [] : [func, ref, ...slots];
  const parts = {
    object: [frame?.object ?? 0],
    frame: frame === undefined ? left : [frame.object, frame.locals, frame.func, ref, ...waitingSlots(frame)],
    code: [ref],
    name: [vm.process.internName(code.name)],
    qualname: [vm.process.internName(code.qualname)],
    handled: frame === undefined ? [] : handledIn(vm, frame.savedHandled),
  };
  return present(vm.rules.generatorVisits.flatMap((part) => parts[part]));
}

/** Where a frame runs nobody but itself knows how far its stack reaches. */
function waitingSlots({ running, slots, sp }: Frame): readonly number[] {
  return running ? [] : slots.slice(0, sp);
}

function frameParts(vm: Interpreter, object: number): number[] {
  const live =
    vm.frameOf.get(object) ?? [...vm.generatorFrames.values()].find((one) => one.object === object);
  // From 3.11 what a live frame holds is its own or its generator's, not its object's.
  if (live !== undefined) return vm.framesAreObjects ? visitedOf(vm, livingParts(vm, live)) : [];
  const ended = vm.endedFrames.get(object);
  if (ended === undefined) return keptOnHeap(vm, object);
  const fields = Array.from({ length: vm.heap.words[object + B] as number }, (_, at) => vm.field(object, at));
  const [back = 0, func = 0, locals = 0] = [FRAME_BACK, FRAME_FUNC, FRAME_LOCALS].map((at) => fields[at]);
  const { runtime, globals } = ended;
  return visitedOf(vm, { back, func, locals, runtime, globals, slots: fields.slice(FRAME_SLOTS) });
}

interface FrameParts extends Pick<Frame, 'func' | 'locals' | 'runtime' | 'globals'> {
  readonly back: number;
  readonly slots: readonly number[];
}

function livingParts(vm: Interpreter, frame: Frame): FrameParts {
  const waits = frame.generator !== 0 && !frame.running;
  return {
    ...frame,
    locals: frame.locals || ((frame.runtime.code.flags & CodeFlag.NEWLOCALS) === 0 ? frame.globals : 0),
    back: frame.back === null || waits ? 0 : frameObject(vm, frame.back),
    slots: waits ? waitingSlots(frame) : frame.slots.slice(0, frame.runtime.stackBase),
  };
}

function visitedOf(vm: Interpreter, { back, func, locals, globals, slots, runtime }: FrameParts): number[] {
  const parts = {
    back: [back],
    code: [runtime.ref],
    builtins: [vm.builtinsDict],
    globals: [globals],
    locals: [locals],
    func: [func],
    slots,
  };
  return present(vm.rules.frameVisits.flatMap((part) => parts[part]));
}

function present(refs: readonly number[]): number[] {
  return refs.filter((ref) => ref > 0);
}
