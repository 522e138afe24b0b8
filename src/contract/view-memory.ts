/** Views of memory: the process, arenas, pools block by block, size classes. */
import { z } from 'zod';
import { explanation } from './explanation.ts';
import { address, objectId } from './ids.ts';

const count = z.int().min(0);

export const heldBlock = z
  .strictObject({
    address,
    bytes: count,
    size_class: count.nullable(),
    pool: address.nullable().meta({ description: 'The pool that it lies in; null in the system heap.' }),
    held_by: z.enum(['object', 'free_list', 'name', 'interpreter']).meta({
      description:
        '`object`: a living one; `free_list`: kept for the next object of a type; `name`: a bare block of an operation.',
    }),
    object: objectId.nullable(),
    type: z.string().nullable(),
    role: z.string().nullable().meta({ description: 'What of the object is in it.' }),
    name: z.string().nullable(),
  })
  .meta({ id: 'HeldBlock', description: 'A live block, and what holds it.' });

export const heldBack = z
  .strictObject({
    arenas: z
      .array(
        z.strictObject({
          arena: count,
          address,
          pools_in_use: count,
          blocks: count.meta({ description: 'Live blocks.' }),
          bytes_in_use: count,
          bytes_free: count.meta({ description: 'What would be resident no more.' }),
          held: z.array(heldBlock).meta({ description: 'The first 16 of its blocks.' }),
        }),
      )
      .meta({ description: 'The 8 arenas with the fewest live blocks: why each is still resident.' }),
    system_heap: z
      .strictObject({
        free_bytes: count.meta({ description: 'Freed, below a live block.' }),
        top_bytes: count.meta({ description: 'Free at the top.' }),
        last: heldBlock
          .nullable()
          .meta({ description: 'The highest live block: the break cannot go below it.' }),
      })
      .meta({ description: 'Why the break is where it is.' }),
    explanation,
  })
  .meta({ id: 'HeldBack', description: 'Why the resident size did not fall after objects were freed.' });

export const memoryView = z
  .strictObject({
    resident_bytes: count.meta({
      description: 'Resident size of the simulated process, as the model has it.',
    }),
    allocated_blocks: count.meta({ description: 'As sys.getallocatedblocks.' }),
    small: z
      .strictObject({
        arena_bytes: count,
        pool_bytes: count,
        arenas_allocated_total: count,
        arenas_reclaimed: count,
        arenas_highwater: count,
        arenas_current: count,
        bytes_in_allocated_blocks: count,
        bytes_in_available_blocks: count,
        unused_pools: count,
        unused_pool_bytes: count,
        bytes_lost_to_pool_headers: count,
        bytes_lost_to_quantization: count,
        bytes_lost_to_arena_alignment: count,
        total_bytes: count,
      })
      .meta({ description: 'The figures of sys._debugmallocstats.' }),
    system: z
      .strictObject({ blocks: count, bytes_in_use: count, mapped_bytes: count, break_bytes: count })
      .meta({ description: 'The system allocator, which is a model.' }),
    resident: z
      .strictObject({
        arena_bytes: count.meta({ description: 'Arenas, each whole.' }),
        system_heap_bytes: count.meta({ description: 'Up to the break.' }),
        mapped_bytes: count.meta({ description: 'Large blocks, each mapped by itself.' }),
        peak_bytes: count.meta({ description: 'The most that was ever resident.' }),
      })
      .meta({ description: 'Of what `resident_bytes` consists.' }),
    held_back: heldBack,
    text: z
      .string()
      .meta({ description: 'What sys._debugmallocstats prints about the small-object allocator.' }),
  })
  .meta({ id: 'MemoryView', description: 'The memory of the process.' });

export const arenaSummary = z
  .strictObject({
    arena: count.meta({
      description: 'Arenas are counted in the order in which they were obtained, from 0.',
    }),
    slot: count,
    address,
    size_bytes: count,
    pools: count.meta({ description: 'Pools that it can hold.' }),
    pools_free: count.meta({ description: 'Pools that are free or were never used.' }),
    pools_untouched: count.meta({ description: 'Pools that were never used.' }),
  })
  .meta({ id: 'ArenaSummary', description: 'One arena in a list.' });

export const arenasView = z
  .strictObject({
    slots: count.meta({ description: 'Length of the array of arenas.' }),
    usable: z
      .array(count)
      .meta({ description: 'Arenas with room, in the order in which they will be used.' }),
    arenas: z.array(arenaSummary),
  })
  .meta({ id: 'ArenasView', description: 'Every live arena.' });

export const poolState = z.enum(['used', 'full', 'free', 'untouched']).meta({
  id: 'PoolState',
  description: '`used` has room, `full` has none, `free` is empty, `untouched` was never used.',
});

export const poolSummary = z
  .strictObject({
    address,
    arena_offset: count,
    state: poolState,
    size_class: count.nullable(),
    block_bytes: count.nullable(),
    blocks: count,
    blocks_used: count,
  })
  .meta({ id: 'PoolSummary', description: 'One pool in a list.' });

export const arenaView = z
  .strictObject({ ...arenaSummary.shape, pool_list: z.array(poolSummary) })
  .meta({ id: 'ArenaView', description: 'One arena, pool by pool.' });

export const blockState = z.enum(['used', 'free', 'untouched']).meta({
  id: 'BlockState',
  description: '`free` is in the list of its pool, `untouched` was never handed out.',
});

export const poolView = z
  .strictObject({
    ...poolSummary.shape,
    arena: count,
    header_bytes: count,
    block_list: z.array(
      z.strictObject({
        address,
        state: blockState,
        object: objectId.nullable().meta({ description: 'The object that owns it, where one does.' }),
      }),
    ),
    free_list: z.array(address).meta({ description: 'The next blocks to be handed out, in order.' }),
  })
  .meta({ id: 'PoolView', description: 'One pool, block by block.' });

export const sizeClassesView = z
  .strictObject({
    size_classes: z.array(
      z.strictObject({
        size_class: count,
        block_bytes: count,
        pools: count,
        blocks_used: count,
        blocks_available: count,
        used_pools: z
          .array(address)
          .meta({ description: 'Pools with room, in the order in which they will be used.' }),
      }),
    ),
  })
  .meta({ id: 'SizeClassesView', description: 'Every size class that has pools.' });

export type HeldBlock = z.infer<typeof heldBlock>;
export type HeldBack = z.infer<typeof heldBack>;
export type MemoryView = z.infer<typeof memoryView>;
export type ArenasView = z.infer<typeof arenasView>;
export type ArenaView = z.infer<typeof arenaView>;
export type PoolView = z.infer<typeof poolView>;
export type SizeClassesView = z.infer<typeof sizeClassesView>;
