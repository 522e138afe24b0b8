/** One pool, block by block, each with the object that owns it. */
import { addressText, objectIdOf, type PoolView } from '../../contract/index.ts';
import { forEachExtraBlock, forEachObject, type MemoryPoolView } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';

type PoolSummary = Omit<PoolView, 'arena' | 'header_bytes' | 'block_list' | 'free_list'>;

export function poolSummary(pool: MemoryPoolView): PoolSummary {
  const untouched = pool.szidx === null;
  return {
    address: addressText(pool.address),
    arena_offset: pool.offset,
    state: pool.state === 'virgin' ? 'untouched' : pool.state,
    size_class: pool.szidx,
    block_bytes: untouched ? null : pool.blockBytes,
    blocks: pool.blocks,
    blocks_used: pool.blocksInUse,
  };
}

/** The pool that contains `address`; undefined when none does. */
export function poolView(process: Process, address: number): PoolView | undefined {
  const pool = process.heap.memory.pool(address);
  if (pool === null) return undefined;
  const first = pool.address + pool.headerBytes;
  const addressOf = (block: number): number => first + block * pool.blockBytes;
  const owners = ownersBetween(process, first, addressOf(pool.blocks));
  return {
    ...poolSummary(pool),
    arena: pool.arena,
    header_bytes: pool.headerBytes,
    block_list: pool.blockStates.map((state, block) => {
      const owner = owners.get(addressOf(block));
      return {
        address: addressText(addressOf(block)),
        state,
        object: owner === undefined ? null : objectIdOf(owner),
      };
    }),
    free_list: pool.freeList.map((block) => addressText(addressOf(block))),
  };
}

/** Serial numbers of the objects that own blocks at these addresses, by address. */
function ownersBetween(process: Process, from: number, to: number): Map<number, number> {
  const { heap } = process;
  const owners = new Map<number, number>();
  let owner = 0;
  const note = (block: number): void => {
    if (block <= 0) return;
    const address = heap.memory.addressOf(block);
    if (address >= from && address < to) owners.set(address, heap.serialOf(owner));
  };
  forEachObject(heap, (ref) => {
    owner = ref;
    note(heap.blockOf(ref));
    forEachExtraBlock(heap, ref, note);
  });
  return owners;
}
