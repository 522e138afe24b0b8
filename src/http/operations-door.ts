/** Stand-in until the operations room opens its door. */
import type * as c from '../contract/index.ts';
import type { Process } from '../session/index.ts';

type Paged<T> = Omit<T, 'next'> & { next: number | null };
interface Page {
  after: number;
  limit: number;
}
export const namesView = (_p: Process): c.NamesView => ({ frames: [] });
export const objectsView = (_p: Process, _page: Page & { type?: string }): Paged<c.ObjectsView> => ({
  total: 0,
  objects: [],
  next: null,
});
export const objectView = (_p: Process, _serial: number): c.ObjectView | undefined => undefined;
export const referrersView = (_p: Process, _serial: number, _page: Page): Paged<c.ObjectsView> | undefined =>
  undefined;
export const referentsView = referrersView;
export const gcView = (_p: Process): c.GcView => ({
  enabled: true,
  debug: 0,
  count: [0, 0, 0],
  thresholds: [1, 1, 1],
  scheduled: false,
  generations: [],
  permanent: 0,
  garbage: [],
});
export const generationView = (
  _p: Process,
  generation: 0 | 1 | 2 | number | 'permanent',
  _page: Page,
): Paged<c.GenerationView> => ({ generation, total: 0, objects: [], next: null });
export const unreachableView = (_p: Process, generation: number): c.UnreachableView => ({
  generation,
  total: 0,
  objects: [],
});
export const memoryView = (_p: Process): object => ({});
export const arenasView = (_p: Process): c.ArenasView => ({ slots: 0, usable: [], arenas: [] });
export const arenaView = (_p: Process, _n: number): c.ArenaView | undefined => undefined;
export const poolView = (_p: Process, _n: number): c.PoolView | undefined => undefined;
export const sizeClassesView = (_p: Process): c.SizeClassesView => ({ size_classes: [] });
