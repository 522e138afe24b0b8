/** [`__basicsize__`, `__itemsize__`] of built-in classes in bytes, the collector's head apart (tp_basicsize, tp_itemsize). */
import { type Since, since } from '../heap/index.ts';

type Sizes = readonly [basic: number, item: number];

export const TYPE_SIZES: Readonly<Record<string, Since<Sizes>>> = {
  object: since<Sizes>({ 8: [16, 0] }),
  int: since<Sizes>({ 8: [24, 4] }),
  bool: since<Sizes>({ 8: [32, 4], 12: [24, 4] }),
  float: since<Sizes>({ 8: [24, 0] }),
  complex: since<Sizes>({ 8: [32, 0] }),
  str: since<Sizes>({ 8: [80, 0], 12: [64, 0] }),
  bytes: since<Sizes>({ 8: [33, 1] }),
  bytearray: since<Sizes>({ 8: [56, 0] }),
  list: since<Sizes>({ 8: [40, 0] }),
  tuple: since<Sizes>({ 8: [24, 8] }),
  dict: since<Sizes>({ 8: [48, 0] }),
  set: since<Sizes>({ 8: [200, 0] }),
  frozenset: since<Sizes>({ 8: [200, 0] }),
  type: since<Sizes>({ 8: [880, 40], 10: [888, 40], 11: [904, 40], 12: [920, 40], 13: [928, 40] }),
  range: since<Sizes>({ 8: [48, 0] }),
  slice: since<Sizes>({ 8: [40, 0] }),
  function: since<Sizes>({ 8: [120, 0], 10: [128, 0], 11: [136, 0], 12: [144, 0] }),
  generator: since<Sizes>({ 8: [96, 0], 10: [88, 0], 11: [152, 8], 12: [144, 8] }),
  BaseException: since<Sizes>({ 8: [64, 0], 11: [72, 0] }),
};
