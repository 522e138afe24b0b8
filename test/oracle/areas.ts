/** What random traces are made of: the verbs of each area with their weights, and the classes that it uses. */

export type Verb =
  | 'create'
  | 'atom'
  | 'instance'
  | 'bind'
  | 'unbind'
  | 'append'
  | 'insert'
  | 'extend'
  | 'pop'
  | 'remove'
  | 'clear'
  | 'setItem'
  | 'getItem'
  | 'delItem'
  | 'setAttr'
  | 'getAttr'
  | 'delAttr'
  | 'getDict'
  | 'newSet'
  | 'setAdd'
  | 'setDiscard'
  | 'weakref'
  | 'callback'
  | 'deref'
  | 'alive'
  | 'collect'
  | 'thresholds'
  | 'switch'
  | 'freeze'
  | 'unfreeze'
  | 'saveAll'
  | 'clearGarbage'
  | 'clearResurrected'
  | 'loop'
  | 'nest'
  | 'chain'
  | 'wide'
  | 'call'
  | 'return'
  | 'ask'
  | 'askGc'
  | 'observe'
  | 'cycle';

export interface Area {
  readonly classes: readonly ClassName[];
  /** Chance in percent that the trace begins with small thresholds. */
  readonly smallThresholds: number;
  readonly weights: Readonly<Partial<Record<Verb, number>>>;
}

export const CLASSES = {
  Node: { bases: [], slots: null, finalizer: null },
  Slot: { bases: [], slots: ['next', 'val'], finalizer: null },
  Fin: { bases: [], slots: null, finalizer: 'noop' },
  FinSlot: { bases: [], slots: ['next', 'val'], finalizer: 'noop' },
  Res: { bases: [], slots: null, finalizer: 'resurrect' },
  Weak: { bases: [], slots: ['next', '__weakref__'], finalizer: 'noop' },
  Both: { bases: [], slots: ['val', '__dict__', '__weakref__'], finalizer: null },
  Sub: { bases: ['Node'], slots: null, finalizer: 'noop' },
} as const;
export type ClassName = keyof typeof CLASSES;

const STRUCTURE = {
  create: 16,
  atom: 5,
  instance: 10,
  bind: 6,
  unbind: 8,
  append: 9,
  insert: 2,
  extend: 2,
  pop: 3,
  remove: 1,
  clear: 1,
  setItem: 6,
  getItem: 3,
  delItem: 3,
  setAttr: 14,
  getAttr: 3,
  delAttr: 3,
  ask: 12,
  askGc: 5,
  observe: 3,
  collect: 4,
  cycle: 2,
} as const;

export const AREAS = {
  core: { classes: ['Node', 'Slot'], smallThresholds: 0, weights: { ...STRUCTURE, wide: 1 } },
  auto: {
    classes: ['Node', 'Slot', 'Fin'],
    smallThresholds: 100,
    weights: { ...STRUCTURE, collect: 1, thresholds: 1, switch: 2, loop: 2 },
  },
  loops: {
    classes: ['Node', 'Slot'],
    smallThresholds: 80,
    weights: { ...STRUCTURE, loop: 8, nest: 1, thresholds: 2 },
  },
  calls: {
    classes: ['Node', 'Slot'],
    smallThresholds: 50,
    weights: { ...STRUCTURE, call: 8, return: 7, loop: 1, callback: 1, weakref: 1 },
  },
  finalizers: {
    classes: ['Node', 'Fin', 'FinSlot', 'Res'],
    smallThresholds: 40,
    weights: { ...STRUCTURE, instance: 20, unbind: 12, collect: 6, loop: 2, clearResurrected: 2 },
  },
  weakrefs: {
    classes: ['Node', 'Weak', 'Fin', 'Both'],
    smallThresholds: 40,
    weights: {
      ...STRUCTURE,
      weakref: 9,
      callback: 9,
      deref: 3,
      alive: 4,
      newSet: 3,
      unbind: 12,
      collect: 6,
      loop: 1,
    },
  },
  sets: {
    classes: ['Node', 'Slot'],
    smallThresholds: 30,
    weights: { ...STRUCTURE, newSet: 12, setAdd: 10, setDiscard: 5, atom: 8, clear: 3 },
  },
  'freeze-debug': {
    classes: ['Node', 'Fin'],
    smallThresholds: 40,
    weights: {
      ...STRUCTURE,
      freeze: 4,
      unfreeze: 4,
      saveAll: 4,
      clearGarbage: 3,
      cycle: 5,
      collect: 8,
      loop: 1,
    },
  },
  dicts: {
    classes: ['Node', 'Sub', 'Both'],
    smallThresholds: 20,
    weights: {
      ...STRUCTURE,
      setItem: 18,
      delItem: 6,
      getDict: 5,
      setAttr: 20,
      delAttr: 6,
      clear: 3,
      loop: 2,
      wide: 4,
    },
  },
  deep: {
    classes: ['Node', 'Fin', 'FinSlot', 'Res'],
    smallThresholds: 30,
    weights: { ...STRUCTURE, chain: 12, unbind: 14, wide: 3, collect: 6 },
  },
  mixed: {
    classes: ['Node', 'Slot', 'Fin', 'FinSlot', 'Res', 'Weak', 'Both', 'Sub'],
    smallThresholds: 50,
    weights: {
      ...STRUCTURE,
      newSet: 3,
      setAdd: 3,
      setDiscard: 2,
      weakref: 2,
      callback: 3,
      deref: 1,
      alive: 1,
      thresholds: 1,
      switch: 2,
      freeze: 1,
      unfreeze: 1,
      loop: 3,
      nest: 1,
      chain: 1,
      wide: 1,
      call: 3,
      return: 3,
      getDict: 1,
      clearResurrected: 1,
    },
  },
} as const satisfies Record<string, Area>;

export type AreaName = keyof typeof AREAS | 'sizes' | 'interning';
export const AREA_NAMES: readonly AreaName[] = [
  ...(Object.keys(AREAS) as (keyof typeof AREAS)[]),
  'sizes',
  'interning',
];
