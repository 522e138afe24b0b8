/**
 * The six profiles. Each says in full only what it changes from the version before it, so a reader sees what a release changed.
 * Add a version by recording it first (test/oracle), then stating here what differs.
 */
import type { Profile, PythonVersion } from './profile.ts';

const PYTHON_3_8: Profile = {
  python: '3.8',
  release: '3.8.18',
  allocator: {
    arenaBytes: 256 * 1024,
    poolBytes: 4096,
    alignment: 16,
    wordBytes: 8,
    smallRequestThreshold: 512,
    arenaReleaseRule: 'always',
    arenaMap: 'none',
  },
  collector: {
    thresholds: [700, 10, 10],
    runs: 'in_allocation',
    waitingIgnoresState: false,
    resurrectionKeepsAll: true,
  },
  trashcan: { depositAt: 50, resumeAt: 0 },
  freeLists: {
    list: 80,
    dict: 80,
    dictKeys: 80,
    dictKeysOf: 'any',
    float: 100,
    tupleEach: 2000,
    tuplePutBelow: 20,
    tupleTakeBelow: 20,
    frame: 200,
  },
  layout: {
    instancePreHeader: 16,
    instanceBasic: 16,
    dictSlotInBody: true,
    weakrefSlotInBody: true,
    attributes: 'dict',
    classBytes: 896,
    classKeysBytes: 168,
    strBasicAscii: 49,
    strBasicWide: 73,
    sharedCharacterUtf8: 0,
    weakref: 56,
    function: 120,
    generator: 96,
    frame: 368,
    intZero: 24,
    intOneDigitBlock: 28,
    dictKeysHeader: 40,
    dictStrEntry: 24,
  },
  growth: {
    list: 'odd',
    listExtendEmpty: 'resize',
    listOfSized: 'exact',
    constantDisplay: 'exact',
    displayStackLimit: Number.MAX_SAFE_INTEGER,
    listPopLastFrees: false,
    listDelItemShrinks: true,
    setReusesDummies: true,
    dictSlots: 'doubling',
    dictCallOwnsTable: true,
    dictPresizeSkipsSmall: false,
  },
  immortal: { singletons: false, interned: 'none', lettersApart: '' },
  frames: { locals: 'dict', closeUnstarted: 'ends', closeEndsOutsideTry: false, generatorsKeepBack: false },
  calls: {
    stackKeepsArguments: true,
    callbacksInTupleFrom: 2,
    tracebackMakesFrame: false,
    deepestComparison: 1000,
    framesShareLimit: true,
    tupleCalls: ['int', 'float', 'str', 'enumerate', 'range', 'list', 'tuple', 'dict', 'set', 'frozenset'],
    emptyFrozensetShared: true,
    emptyFrozensetIsNew: true,
  },
  messages: {
    deletedAttribute: 'name',
    emptySlot: 'name',
    stringIndices: 'string indices must be integers',
    namesClassInSubscript: false,
    unboundLocal: "local variable '%' referenced before assignment",
    noDictSuffix: '',
    atExit: 'display',
  },
};

const PYTHON_3_9: Profile = {
  ...PYTHON_3_8,
  python: '3.9',
  release: '3.9.18',
  allocator: { ...PYTHON_3_8.allocator, arenaReleaseRule: 'unless_rightmost' },
  collector: { ...PYTHON_3_8.collector, resurrectionKeepsAll: false },
  growth: { ...PYTHON_3_8.growth, list: 'mod4', constantDisplay: 'extend', setReusesDummies: false },
  calls: {
    ...PYTHON_3_8.calls,
    tupleCalls: ['int', 'float', 'str', 'enumerate'],
    emptyFrozensetIsNew: false,
  },
};

const PYTHON_3_10: Profile = {
  ...PYTHON_3_9,
  python: '3.10',
  release: '3.10.13',
  allocator: {
    ...PYTHON_3_9.allocator,
    arenaBytes: 1024 * 1024,
    poolBytes: 16 * 1024,
    arenaMap: 48,
  },
  layout: { ...PYTHON_3_9.layout, function: 128, generator: 88, frame: 360, classBytes: 904 },
  growth: {
    ...PYTHON_3_9.growth,
    listExtendEmpty: 'even',
    displayStackLimit: 30,
    listOfSized: 'extend',
    setReusesDummies: true,
    dictSlots: 'bits',
    dictCallOwnsTable: false,
    dictPresizeSkipsSmall: true,
  },
  calls: { ...PYTHON_3_9.calls, tupleCalls: ['int', 'str', 'enumerate'], emptyFrozensetShared: false },
  messages: { ...PYTHON_3_9.messages, emptySlot: 'sentence', atExit: 'object' },
};

const PYTHON_3_11: Profile = {
  ...PYTHON_3_10,
  python: '3.11',
  release: '3.11.7',
  allocator: { ...PYTHON_3_10.allocator, arenaMap: 64 },
  freeLists: { ...PYTHON_3_10.freeLists, dictKeysOf: 'str', tuplePutBelow: 21, frame: 0 },
  layout: {
    ...PYTHON_3_10.layout,
    instancePreHeader: 32,
    classBytes: 920,
    classKeysBytes: 768,
    dictSlotInBody: false,
    attributes: 'values',
    weakref: 64,
    function: 136,
    generator: 152,
    frame: 120,
    intZero: 28,
    intOneDigitBlock: 32,
    dictKeysHeader: 32,
    dictStrEntry: 16,
  },
  immortal: { ...PYTHON_3_10.immortal, lettersApart: 'BCLST_abcdefhijklmnopqrstvwxy' },
  calls: {
    ...PYTHON_3_10.calls,
    stackKeepsArguments: false,
    tracebackMakesFrame: true,
    tupleCalls: ['int', 'str'],
  },
  messages: {
    ...PYTHON_3_10.messages,
    deletedAttribute: 'sentence',
    stringIndices: "string indices must be integers, not '%'",
    namesClassInSubscript: true,
    unboundLocal: "cannot access local variable '%' where it is not associated with a value",
  },
};

const PYTHON_3_12: Profile = {
  ...PYTHON_3_11,
  python: '3.12',
  release: '3.12.1',
  collector: { ...PYTHON_3_11.collector, runs: 'at_checks', waitingIgnoresState: true },
  layout: {
    ...PYTHON_3_11.layout,
    weakrefSlotInBody: false,
    classBytes: 936,
    strBasicAscii: 41,
    strBasicWide: 57,
    sharedCharacterUtf8: 3,
    function: 144,
    generator: 144,
  },
  growth: { ...PYTHON_3_11.growth, listPopLastFrees: true },
  immortal: { singletons: true, interned: 'all', lettersApart: '_abcdenprsx' },
  frames: { ...PYTHON_3_11.frames, closeUnstarted: 'marks', generatorsKeepBack: true },
  calls: { ...PYTHON_3_11.calls, tupleCalls: ['int'], deepestComparison: 1498, framesShareLimit: false },
};

const PYTHON_3_13: Profile = {
  ...PYTHON_3_12,
  python: '3.13',
  release: '3.13.0',
  collector: { ...PYTHON_3_12.collector, thresholds: [2000, 10, 10], waitingIgnoresState: false },
  trashcan: { depositAt: 9948, resumeAt: 9897 },
  freeLists: { ...PYTHON_3_12.freeLists, tupleTakeBelow: 21 },
  layout: { ...PYTHON_3_12.layout, attributes: 'inline', frame: 136, classBytes: 944 },
  growth: { ...PYTHON_3_12.growth, listDelItemShrinks: false },
  immortal: { singletons: true, interned: 'names', lettersApart: '' },
  frames: { ...PYTHON_3_12.frames, locals: 'proxy', closeEndsOutsideTry: true },
  calls: { ...PYTHON_3_12.calls, tupleCalls: [], callbacksInTupleFrom: 1, deepestComparison: 9999 },
  messages: {
    ...PYTHON_3_12.messages,
    noDictSuffix: ' and no __dict__ for setting new attributes',
    atExit: 'text',
  },
};

export const PROFILES: { readonly [version in PythonVersion]: Profile } = {
  '3.8': PYTHON_3_8,
  '3.9': PYTHON_3_9,
  '3.10': PYTHON_3_10,
  '3.11': PYTHON_3_11,
  '3.12': PYTHON_3_12,
  '3.13': PYTHON_3_13,
};

export const PYTHON_VERSIONS = Object.keys(PROFILES) as readonly PythonVersion[];
