/**
 * What sys.stdout holds back: a text stream keeps what was written until it is a chunk, and with it the texts themselves
 * (textio.c:_io_TextIOWrapper_write, _textiowrapper_writeflush). Readers of the output do not wait for that; the heap does.
 *
 * Pending is nothing, one object, or a list of objects: the str itself where it is ASCII, its encoded bytes where not.
 * Always: count is the number of encoded bytes of what is pending.
 */
import { codecs, lists } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';

const CHUNK_BYTES = 8192;

interface Pending {
  /** Owned; 0 when nothing waits. */
  object: number;
  isList: boolean;
  count: number;
}

const waiting = new WeakMap<Interpreter, Pending>();

function pendingOf(vm: Interpreter): Pending {
  let pending = waiting.get(vm);
  if (pending === undefined) {
    pending = { object: 0, isList: false, count: 0 };
    waiting.set(vm, pending);
  }
  return pending;
}

/** sys.stdout.write(text); the text is borrowed. */
export function writeText(vm: Interpreter, text: number): void {
  const written = vm.text(text);
  const encoded = encode(vm, text, written);
  vm.write(written);
  const pending = pendingOf(vm);
  const bytes = vm.isBytes(encoded) ? vm.bytes(encoded).length : written.length;
  if (pending.object !== 0 && pending.count + bytes > CHUNK_BYTES) flushText(vm);
  hold(vm, pending, encoded);
  pending.count += bytes;
  if (pending.count >= CHUNK_BYTES) flushText(vm);
}

const ASCII = /^[\0-\x7f]*$/;

/** A new reference. */
function encode(vm: Interpreter, text: number, written: string): number {
  if (ASCII.test(written)) return vm.own(text);
  return vm.newBytes(
    codecs.encodeText(written, { encoding: 'utf-8', errors: 'strict', profile: vm.process.values }),
  );
}

/** Takes the reference over. */
function hold(vm: Interpreter, pending: Pending, encoded: number): void {
  if (pending.object === 0) {
    pending.object = encoded;
    return;
  }
  if (!pending.isList) {
    pending.object = vm.listOf([pending.object, encoded]);
    pending.isList = true;
    return;
  }
  lists.append(vm.process, pending.object, encoded);
  vm.decref(encoded);
}

/** What waits becomes one bytes object, which the buffer below copies. */
export function flushText(vm: Interpreter): void {
  const pending = pendingOf(vm);
  const { object, count } = pending;
  if (object === 0) return;
  const joined = vm.isBytes(object) ? vm.own(object) : vm.newBytes(new Uint8Array(count));
  pending.object = 0;
  pending.isList = false;
  pending.count = 0;
  vm.decref(object);
  vm.decref(joined);
}
