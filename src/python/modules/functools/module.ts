/** functools: the natives, and what is Python (lib/functools.ts). */
import { FUNCTOOLS_SOURCE } from '../../lib/functools.ts';
import { classValue } from '../define-type.ts';
import { library } from '../library.ts';
import { CMP_TO_KEY, REDUCE } from './functions.ts';
import { LRU_CACHE } from './lru-cache.ts';
import { PARTIAL } from './partial.ts';

export const FUNCTOOLS = library('functools', FUNCTOOLS_SOURCE, {
  functions: { reduce: REDUCE, cmp_to_key: CMP_TO_KEY },
  values: {
    partial: classValue(PARTIAL),
    _lru_cache_wrapper: classValue(LRU_CACHE),
  },
});
