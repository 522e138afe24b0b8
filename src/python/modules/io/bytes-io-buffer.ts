/** io._BytesIOBuffer: what memoryview(BytesIO.getbuffer()) looks into (bytesio.c). While somebody looks, the stream cannot be resized. */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { allocate } from '../../builtins/allocate.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { resizeRefused } from '../../eval/operators/exports.ts';
import { type ModuleType, moduleType } from '../define-type.ts';
import type { ByteBuffer } from './byte-buffer.ts';

const BODY_BYTES = 24;
const SOURCE = 0;

function bufferOf(vm: Interpreter, ref: number): ByteBuffer {
  return vm.heap.annexes.of(vm.field(ref, SOURCE)) as ByteBuffer;
}

const BYTES_IO_BUFFER: ModuleType = {
  name: '_BytesIOBuffer',
  module: '_io',
  heapSince: 12,
  bytes: () => GC_HEAD_BYTES + BODY_BYTES,
  setup: (vm, type) => {
    vm.exporters[type.info.id] = {
      bytes: (it, ref) => bufferOf(it, ref).data,
      write: (it, ref, at, bytes) => bufferOf(it, ref).put(at, bytes),
      format: () => 'B',
      itemsize: () => 1,
      exported: (it, ref) => {
        const buffer = bufferOf(it, ref);
        if (!isLookedAt(it, buffer)) buffer.unshare();
        buffer.lookers = [...lookersOf(it, buffer), { ref, serial: it.heap.serialOf(ref) }];
      },
    };
  },
};

/** Those that are still there and looked into. */
function lookersOf(vm: Interpreter, { lookers }: ByteBuffer): ByteBuffer['lookers'] {
  const { heap, exports } = vm;
  return lookers.filter(
    ({ ref, serial }) => heap.isObject(ref) && heap.serialOf(ref) === serial && exports.has(ref),
  );
}

export function isLookedAt(vm: Interpreter, buffer: ByteBuffer): boolean {
  if (buffer.lookers.length > 0) buffer.lookers = lookersOf(vm, buffer);
  return buffer.lookers.length > 0;
}

/** check_exports */
export function checkExports(vm: Interpreter, buffer: ByteBuffer): void {
  if (isLookedAt(vm, buffer)) throw resizeRefused();
}

/** A memoryview of what a stream holds. */
export function viewOfStream(vm: Interpreter, self: number): number {
  const looker = allocate(vm, moduleType(vm, BYTES_IO_BUFFER), BODY_BYTES);
  vm.fillFields(looker, [vm.own(self)]);
  vm.heap.track(looker);
  return vm.guard(looker, () => vm.call(vm.classes.named('memoryview').ref, [looker]));
}
