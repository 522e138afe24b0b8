/** How large objects are: what sys.getsizeof says, and what their blocks take. Objects from before the session take nothing. */
import { forEachExtraBlock, forEachObject, META, OUTSIDE, RECORD_SHIFT } from '../../heap/index.ts';
import { type Process, sizeOf } from '../../objects/index.ts';

export interface Figures {
  readonly objects: number;
  readonly bytes: number;
  readonly block_bytes: number;
}

export function bytesOf(process: Process, ref: number): number {
  return process.program?.outlook.sizeOf(ref) ?? sizeOf(process, ref);
}

export function blockBytesOf({ heap }: Process, ref: number): number {
  let bytes = heap.memory.sizeOf(heap.blockOf(ref));
  forEachExtraBlock(heap, ref, (block) => {
    bytes += heap.memory.sizeOf(block);
  });
  return bytes;
}

export function isOutside({ heap }: Process, ref: number): boolean {
  return ((heap.words[ref + META] as number) & OUTSIDE) !== 0;
}

export function figuresOf(process: Process, ref: number): Figures {
  if (isOutside(process, ref)) return { objects: 0, bytes: 0, block_bytes: 0 };
  return { objects: 1, bytes: bytesOf(process, ref), block_bytes: blockBytesOf(process, ref) };
}

/** Of all these nodes together. */
export function sumOf(process: Process, isIn: (node: number) => boolean): Figures {
  let objects = 0;
  let bytes = 0;
  let blockBytes = 0;
  forEachObject(process.heap, (ref) => {
    if (!isIn(ref >> RECORD_SHIFT)) return;
    const own = figuresOf(process, ref);
    objects += own.objects;
    bytes += own.bytes;
    blockBytes += own.block_bytes;
  });
  return { objects, bytes, block_bytes: blockBytes };
}

/** By node, for sums along the dominator tree. */
export function bytesByNode(process: Process, nodes: number): Float64Array {
  const bytes = new Float64Array(nodes);
  forEachObject(process.heap, (ref) => {
    if (!isOutside(process, ref)) bytes[ref >> RECORD_SHIFT] = bytesOf(process, ref);
  });
  return bytes;
}
