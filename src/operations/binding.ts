/** Names as statements bind and delete them: a parameter of the running function is local, every other name is global. */
import { EV } from '../heap/index.ts';
import type { Frame, Process } from '../objects/index.ts';
import { PythonRaise } from '../objects/index.ts';

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
  const old = frame.locals.get(name) ?? 0;
  frame.locals.set(name, value);
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
  const old = frame.locals.get(name);
  if (old === undefined) throw new PythonRaise('UnboundLocalError', unboundMessage(process, name));
  frame.locals.delete(name);
  heap.ring.emit(EV.NAME_UNBOUND, heap.ring.symbol(name), heap.serialOf(old), process.frames.length);
  heap.dropReference(old, 0);
}

function unboundMessage(process: Process, name: string): string {
  return process.profile.messages.unboundLocal.replace('%', name);
}
