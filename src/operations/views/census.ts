/** How many objects of each type there are: of those made in the session, since what was there before is not theirs to leak. */
import type { TypeCensus, TypeGrowth } from '../../contract/index.ts';
import { FIRST_RECORD, META, RECORD_WORDS, SERIAL, TYPE_MASK } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import { bytesOf } from '../graph/measure.ts';

/** What a later moment is compared with; objects up to `newest` existed then or were gone already. */
export interface Census {
  readonly newest: number;
  readonly types: readonly TypeCensus[];
}

interface Counts {
  objects: number;
  bytes: number;
  /** Of them, those that are not younger than the census compared with. */
  survived: number;
}

/** Types of one name are one type here: a class that is defined again has the name of the old one. */
function countsOf(process: Process, newest: number): Map<string, Counts> {
  const { heap } = process;
  const byId: (Counts | undefined)[] = [];
  for (let ref = FIRST_RECORD; ref < heap.top; ref += RECORD_WORDS) {
    const serial = heap.words[ref + SERIAL] as number;
    if (serial <= 0) continue;
    const id = (heap.words[ref + META] as number) & TYPE_MASK;
    const counts = (byId[id] ??= { objects: 0, bytes: 0, survived: 0 });
    counts.objects++;
    counts.bytes += bytesOf(process, ref);
    if (serial <= newest) counts.survived++;
  }
  const byName = new Map<string, Counts>();
  for (const { id, name } of heap.types.all) {
    const counts = byId[id];
    if (counts === undefined) continue;
    const known = byName.get(name);
    if (known === undefined) byName.set(name, counts);
    else {
      known.objects += counts.objects;
      known.bytes += counts.bytes;
      known.survived += counts.survived;
    }
  }
  return byName;
}

export function censusOf(process: Process): Census {
  const types = [...countsOf(process, 0)].map(([type, { objects, bytes }]) => ({ type, objects, bytes }));
  return {
    newest: process.heap.newestSerial,
    types: types.sort((a, b) => b.bytes - a.bytes || b.objects - a.objects),
  };
}

/** Types of which objects came or went since, those that grew most first. */
export function growthSince(process: Process, then: Census): TypeGrowth[] {
  const now = countsOf(process, then.newest);
  const before = new Map(then.types.map((one) => [one.type, one]));
  const names = new Set([...now.keys(), ...before.keys()]);
  const nothing = { objects: 0, bytes: 0, survived: 0 };
  const growth = [...names].map((type) => {
    const present = now.get(type) ?? nothing;
    const past = before.get(type) ?? { type, ...nothing };
    return {
      type,
      before: past.objects,
      now: present.objects,
      new: present.objects - present.survived,
      gone: Math.max(0, past.objects - present.survived),
      survived: present.survived,
      bytes_before: past.bytes,
      bytes_now: present.bytes,
    };
  });
  const grown = (one: TypeGrowth): number => one.now - one.before;
  return growth
    .filter((one) => one.new > 0 || one.gone > 0 || one.bytes_now !== one.bytes_before)
    .sort((a, b) => grown(b) - grown(a) || b.bytes_now - b.bytes_before - (a.bytes_now - a.bytes_before));
}
