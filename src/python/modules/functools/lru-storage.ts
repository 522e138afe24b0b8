/**
 * What an lru_cache wrapper holds (_functoolsmodule.c, `struct lru_cache_object`): the dict, the function, and a list of links.
 *
 * A link is an object of its own, outside the collector: | key | result |. The list holds one reference to each and the dict another;
 * the collector looks through links at keys and results (lru_cache_tp_traverse).
 */
import { Annex, type Heap } from '../../../heap/index.ts';

export const LRU = { DICT: 0, CACHE: 1, FUNC: 2, MARK: 3, LINK_TYPE: 4, INFO: 5 } as const;

const ORDER_OF_DEATH = [LRU.CACHE, LRU.FUNC, LRU.MARK, LRU.LINK_TYPE, LRU.INFO, LRU.DICT];

export interface LruTraits {
  /** -1 for no bound. */
  readonly maxsize: number;
  readonly typed: boolean;
  /** What the collector finds at a link. */
  readonly contents: (link: number) => readonly number[];
  /** In which order the collector finds the rest. */
  readonly order: readonly (keyof typeof LRU)[];
}

export class LruStorage extends Annex {
  hits = 0;
  misses = 0;
  readonly traits: LruTraits;
  override readonly dictLast = true;
  /** Links, the least recently used first. */
  readonly links = new Set<number>();

  constructor(refs: readonly number[], traits: LruTraits) {
    super(refs);
    this.traits = traits;
  }

  /** Most recently used from now on. */
  touch(link: number): void {
    this.links.delete(link);
    this.links.add(link);
  }

  /** The links, whose references the caller takes over. */
  takeLinks(): number[] {
    const links = [...this.links];
    this.links.clear();
    return links;
  }

  override visit(visit: (referent: number) => void): void {
    for (const link of this.links) for (const ref of this.traits.contents(link)) if (ref !== 0) visit(ref);
    for (const part of this.traits.order) {
      const ref = this.refs[LRU[part]] as number;
      if (ref !== 0) visit(ref);
    }
  }

  override owned(visit: (referent: number) => void): void {
    for (const link of this.links) visit(link);
    super.visit(visit);
  }

  override take(_heap: Heap): number {
    for (const at of ORDER_OF_DEATH) {
      const ref = this.refs[at] as number;
      this.refs[at] = 0;
      if (ref !== 0) return ref;
    }
    const [link] = this.links;
    if (link === undefined) return 0;
    this.links.delete(link);
    return link;
  }

  override contents(): unknown[] {
    return [...super.contents(), this.hits, this.misses];
  }

  override copy(): LruStorage {
    const copy = this.copyTo(new LruStorage(this.refs, this.traits));
    for (const link of this.links) copy.links.add(link);
    copy.hits = this.hits;
    copy.misses = this.misses;
    return copy;
  }
}
