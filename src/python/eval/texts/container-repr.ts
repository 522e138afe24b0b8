/**
 * The repr of lists, tuples and dicts in each other (list_repr, tuplerepr, dict_repr), with a stack of its own: they may nest as deep as
 * CPython lets them. What is in them and none of these is the caller's to show.
 *
 * Always: what is open here is in `vm.printing` and in the thread's list of what is being printed, and counts as one C call each.
 */
import { KIND } from '../../../heap/index.ts';
import { dicts, lists } from '../../../objects/index.ts';
import type { Steps } from '../calls/waiting.ts';
import type { PyType } from '../classes/class-table.ts';
import type { Interpreter } from '../interpreter.ts';

interface Open {
  readonly ref: number;
  readonly isDict: boolean;
  readonly close: string;
  /** Keys and values of a dict, borrowed; a sequence is asked anew for each item, since it can change. */
  readonly entries: readonly (readonly [number, number])[];
  readonly parts: string[];
  at: number;
  /** The item that is being shown, owned; 0 where the container alone holds it. */
  held: number;
}

export function isPlainContainer(type: PyType): boolean {
  if (type.dict !== 0) return false;
  const { kind, name } = type.native.info;
  return (
    (kind === KIND.LIST && name === 'list') ||
    (kind === KIND.TUPLE && name === 'tuple') ||
    (kind === KIND.DICT && name === 'dict')
  );
}

/**
 * `shown` is the repr of what is no such container, `steps` that of what `asks` the program's classes, `noted` the list of what is
 * being printed.
 */
export interface ReprOthers {
  readonly asks: (ref: number) => boolean;
  readonly shown: (ref: number) => string;
  readonly steps: (ref: number) => Steps<string>;
  readonly noted: () => number;
}

export function* containerRepr(vm: Interpreter, ref: number, others: ReprOthers): Steps<string> {
  const stack: Open[] = [];
  try {
    let done = begin(vm, ref, stack, others);
    for (;;) {
      const open = stack.at(-1);
      if (open === undefined) return done ?? '';
      if (done !== null) take(vm, open, done);
      const item = nextItem(vm, open);
      if (item === 0) {
        done = `${open.parts.join('')}${open.close}`;
        end(vm, stack);
        continue;
      }
      const type = vm.classes.of(item);
      if (isPlainContainer(type)) done = begin(vm, item, stack, others);
      else done = others.asks(item) ? yield* others.steps(item) : others.shown(item);
    }
  } finally {
    while (stack.length > 0) end(vm, stack);
  }
}

/** Opens a container, or answers the text of one that is open already or empty. */
function begin(vm: Interpreter, ref: number, stack: Open[], others: ReprOthers): string | null {
  const { kind } = vm.heap.typeOf(ref);
  const [open, close] = kind === KIND.LIST ? ['[', ']'] : kind === KIND.DICT ? ['{', '}'] : ['(', ')'];
  vm.nativeDepth.enter('REPR');
  const size = kind === KIND.DICT ? dicts.dictSize(vm.process, ref) : vm.listSize(ref);
  if (size === 0 || vm.printing.has(ref)) {
    vm.nativeDepth.leave();
    if (size === 0 && kind === KIND.DICT) noteEmpty(vm, ref, others);
    return size === 0 ? `${open}${close}` : `${open}...${close}`;
  }
  const list = others.noted();
  vm.printing.add(ref);
  lists.append(vm.process, list, ref);
  const isDict = kind === KIND.DICT;
  const entries = isDict ? dicts.dictEntries(vm.process, ref) : [];
  const last = kind === KIND.TUPLE && size === 1 ? `,${close}` : close;
  stack.push({ ref, isDict, close: last, entries, parts: [open], at: 0, held: 0 });
  return null;
}

/** An empty dict is noted as one that is being printed before its size is looked at (dict_repr); lists and tuples are not. */
function noteEmpty(vm: Interpreter, ref: number, others: ReprOthers): void {
  const list = others.noted();
  lists.append(vm.process, list, ref);
  lists.removeAt(vm.process, list, lists.listSize(vm.process, list) - 1);
}

function end(vm: Interpreter, stack: Open[]): void {
  const open = stack.pop() as Open;
  vm.nativeDepth.leave();
  vm.printing.delete(open.ref);
  lists.removeAt(vm.process, vm.printingList, lists.listSize(vm.process, vm.printingList) - 1);
  if (open.held !== 0) vm.decref(open.held);
}

/** The item that was asked for has this text. */
function take(vm: Interpreter, open: Open, text: string): void {
  const { held } = open;
  open.held = 0;
  open.parts.push(text);
  if (held !== 0) vm.decref(held);
}

/** The next item to show, borrowed; 0 after the last one. */
function nextItem(vm: Interpreter, open: Open): number {
  const { at, isDict, entries, parts } = open;
  const count = isDict ? 2 * entries.length : vm.listSize(open.ref);
  if (at >= count) return 0;
  vm.tick();
  if (at > 0) parts.push(isDict && at % 2 === 1 ? ': ' : ', ');
  open.at = at + 1;
  const item = isDict
    ? ((entries[at >> 1] as readonly [number, number])[at & 1] as number)
    : vm.itemAt(open.ref, at);
  // A list or tuple alone holds its item, which is in the frame of its own `__repr__` besides.
  if (isDict || vm.classes.of(item).dict === 0) open.held = vm.own(item);
  return item;
}
