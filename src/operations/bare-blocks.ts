/** Bare blocks that operations allocate by name, for exercises with the allocator alone: no object lies in them. */
import { z } from 'zod';
import { type Process, PythonRaise } from '../objects/index.ts';

const LARGEST = 1 << 30;

export const blockName = z
  .string()
  .min(1)
  .max(200)
  .meta({ id: 'BlockName', description: 'Name of a bare block.' });
export const blockSize = z
  .int()
  .min(0)
  .max(LARGEST)
  .meta({ id: 'BlockSize', description: 'Bytes asked for; 0 is asked of the system as 1.' });

/** Raises when the name has a block already: it would be lost. */
export function requireFree(process: Process, name: string): void {
  if (process.blocks.has(name))
    throw new PythonRaise('ValueError', `block ${JSON.stringify(name)} is in use`);
}

/** Where a block lies: its address, and for pool blocks the arena (by serial) and the offset from its base. */
export function placeOf(
  process: Process,
  block: number,
): { address: string; arena: number | null; offset: number | null } {
  const { memory } = process.heap;
  const place = memory.placeOf(block);
  return {
    address: `0x${memory.addressOf(block).toString(16)}`,
    arena: place === null ? null : place.arena,
    offset: place === null ? null : place.offset,
  };
}
