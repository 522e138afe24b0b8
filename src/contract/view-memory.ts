/** Views of memory: the process, arenas, pools block by block, size classes. */
import { z } from 'zod';
import { address, objectId } from './ids.ts';

const count = z.int().min(0);

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

export type MemoryView = z.infer<typeof memoryView>;
export type ArenasView = z.infer<typeof arenasView>;
export type ArenaView = z.infer<typeof arenaView>;
export type PoolView = z.infer<typeof poolView>;
export type SizeClassesView = z.infer<typeof sizeClassesView>;
