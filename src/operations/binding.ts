/** Names as statements bind and delete them: a parameter of the running function is local, every other name is global. */
import { EV } from '../heap/index.ts';
import type { Frame, Process } from '../objects/index.ts';
import { exchangeLocal, localOf, PythonRaise } from '../objects/index.ts';

function localFrame(process: Process, name: string): Frame | undefined {
  const frame = process.frames.at(-1);
  return frame?.function.parameters.includes(name) ? frame : undefined;
}

/** name = value; the reference that the caller holds becomes the name's, the old value is dropped after. */
export function bind(process: Process, name: string, value: number): void {
  const { heap } = process;
  const frame = localFrame(process, name);
  if (frame === undefined) {
    process.globals.bindStolen(name, value);
    return;
  }
  const old = exchangeLocal(process, frame, name, value);
  heap.ring.emit(EV.NAME_BOUND, heap.ring.symbol(name), heap.serialOf(value), process.frames.length);
  if (old !== 0) heap.dropReference(old, 0);
}

/** del name. */
export function unbind(process: Process, name: string): void {
  const { heap } = process;
  const frame = localFrame(process, name);
  if (frame === undefined) {
    if (!process.globals.unbind(name)) throw new PythonRaise('NameError', `name '${name}' is not defined`);
    return;
  }
  const old = localOf(process, frame, name);
  if (old === 0) throw new PythonRaise('UnboundLocalError', unboundMessage(process, name));
  exchangeLocal(process, frame, name, 0);
  heap.ring.emit(EV.NAME_UNBOUND, heap.ring.symbol(name), heap.serialOf(old), process.frames.length);
  heap.dropReference(old, 0);
}

/** `bind` for a statement that runs again and again: outside functions the name's place is known. */
export function binder(process: Process, name: string): (value: number) => void {
  const { frames, globals } = process;
  const slot = globals.slotOf(name);
  return (value) => {
    if (frames.length === 0) globals.bindSlot(slot, name, value);
    else bind(process, name, value);
  };
}

/** `unbind` for a statement that runs again and again. */
export function unbinder(process: Process, name: string): () => void {
  const { frames, globals } = process;
  const slot = globals.slotOf(name);
  return () => {
    if (frames.length > 0 || !globals.unbindSlot(slot, name)) unbind(process, name);
  };
}

function unboundMessage(process: Process, name: string): string {
  return process.profile.messages.unboundLocal.replace('%', name);
}
