/**
 * What sys._debugmallocstats() prints about the allocator, to the letter (obmalloc.c:_PyObject_DebugMallocStats and
 * printone, 3.8 to 3.13). The lines that an interpreter adds about the free lists of other types are not the
 * allocator's and not here.
 */
import type { ArenaMapFigures } from './arena-map.ts';
import type { PymallocFigures } from './stats.ts';

export function statsText(figures: PymallocFigures): string {
  const lines = [
    `Small block threshold = ${figures.threshold}, in ${figures.sizeClasses} size classes.`,
    '',
    'class   size   num pools   blocks in use  avail blocks',
    '-----   ----   ---------   -------------  ------------',
    ...figures.classes.map((row) =>
      [
        String(row.szidx).padStart(5),
        String(row.blockBytes).padStart(6),
        String(row.pools).padStart(11),
        String(row.blocksInUse).padStart(15),
        String(row.availableBlocks).padStart(13),
      ].join(' '),
    ),
    '',
    line('# arenas allocated total', figures.arenasAllocatedTotal),
    line('# arenas reclaimed', figures.arenasReclaimed),
    line('# arenas highwater mark', figures.arenasHighwater),
    line('# arenas allocated current', figures.arenasCurrent),
    line(
      `${figures.arenasCurrent} arenas * ${figures.arenaBytes} bytes/arena`,
      figures.arenasCurrent * figures.arenaBytes,
    ),
    '',
    line('# bytes in allocated blocks', figures.bytesInAllocatedBlocks),
    line('# bytes in available blocks', figures.bytesInAvailableBlocks),
    line(`${figures.unusedPools} unused pools * ${figures.poolBytes} bytes`, figures.unusedPoolBytes),
    line('# bytes lost to pool headers', figures.bytesLostToPoolHeaders),
    line('# bytes lost to quantization', figures.bytesLostToQuantization),
    line('# bytes lost to arena alignment', figures.bytesLostToArenaAlignment),
    line('Total', figures.total),
    ...(figures.arenaMap === null ? [] : arenaMapLines(figures.arenaMap)),
  ];
  return `${lines.join('\n')}\n`;
}

function arenaMapLines(map: ArenaMapFigures): string[] {
  if (map.nodes === null)
    return ['', 'arena map counts', line('# bytes lost to arena map root', map.rootBytes)];
  return [
    '',
    'arena map counts',
    line('# arena map mid nodes', map.nodes.mid),
    line('# arena map bot nodes', map.nodes.bot),
    '',
    line('# bytes lost to arena map root', map.rootBytes),
    line('# bytes lost to arena map mid', map.midBytes),
    line('# bytes lost to arena map bot', map.botBytes),
    line('Total', map.rootBytes + map.midBytes + map.botBytes),
  ];
}

/** The label in 35 columns, '=', the number with thousands separated in 21. */
function line(label: string, value: number): string {
  const digits = String(value).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${label.padEnd(35)}=${digits.padStart(21)}`;
}
